import { isUnderTheAct } from '../questionnaire/questions/beginning.ts';
import type { LetterId } from '../questionnaire/questions/people.ts';
import { isOmbudsmanNext } from '../record/limits.ts';
import type { AdviceSituation } from '../record/situation.ts';
import {
  hasAdvocate,
  hasComplained,
  hasTaken,
  isFunding,
  isRefused,
  isReviewOver,
  isOverdueAfterChasing,
  isUnanswered,
  isUnasked,
} from './escalation.ts';
import { inEngland, type Rule, rule } from './rule.ts';
import { NOT_AGREED } from './steps-after-a-no.ts';
import { reviewLetters } from './suggested.ts';

/** Steps shown beside the next one when they apply (docs/contract.md, "The order of escalation"). */

const isRefusedOrDelayed = (s: AdviceSituation) =>
  isRefused(s) || isUnanswered(s) || isOverdueAfterChasing(s);
const hasHadOpinion = (s: AdviceSituation) => s.stage.at === 'had-it' || isReviewOver(s);
const wantsHelp = (s: AdviceSituation) =>
  (isRefusedOrDelayed(s) || hasHadOpinion(s)) && !hasTaken(s, 'contacted-pals');
const mayComplain = (s: AdviceSituation) => (isRefusedOrDelayed(s) || hasHadOpinion(s)) && !hasComplained(s);
const NOT_SOLVED = { 'answer-so-far': [...NOT_AGREED['answer-so-far'], 'had-it'] } as const;
const isAskedOfGp = (s: AdviceSituation) => isUnasked(s) && s.decidedBy === 'gp' && !isUnderTheAct(s);

export const ALONGSIDE: readonly Rule[] = [
  rule(
    'review-first',
    (s) => isUnasked(s) && !hasTaken(s, 'asked-for-review'),
    { 'so-far': ['talked', 'gave-information'] },
    { letters: reviewLetters },
  ),
  inEngland('choose-the-provider', isAskedOfGp, { 'decided-by': ['gp'] }),
  inEngland('ask-practice-manager', (s) => wantsHelp(s) && s.answersFor === 'gp', NOT_SOLVED),
  inEngland('contact-pals', (s) => wantsHelp(s) && s.answersFor !== 'gp', NOT_SOLVED),
  rule(
    'use-advocate',
    (s) =>
      (isRefusedOrDelayed(s) || s.stage.at === 'had-it-agreed' || isFunding(s, 'refused')) && !hasAdvocate(s),
    { 'answer-so-far': [...NOT_AGREED['answer-so-far'], 'had-it-agreed'], funding: ['refused'] },
  ),
  inEngland('complain-at-any-time', (s) => isRefusedOrDelayed(s) && !hasComplained(s), NOT_AGREED),
  rule('complain-if-ignored', (s) => hasHadOpinion(s) && !hasComplained(s), { 'answer-so-far': ['had-it'] }),
  inEngland('complain-under-the-act', (s) => isUnderTheAct(s) && (mayComplain(s) || isComplaining(s)), {
    detained: ['section', 'community-order'],
  }),
  inEngland('board-gives-reasons', (s) => isFunding(s, 'refused'), { funding: ['refused'] }),
  inEngland('ask-a-solicitor', (s) => isFunding(s, 'refused') || hasTriedEverything(s), {
    funding: ['refused'],
    'so-far': ['complained'],
  }),
];

/** Whether a complaint was made and is not yet put right. */
export const isComplaining = (s: AdviceSituation) =>
  (hasComplained(s) && s.complaint?.at !== 'put-right') || isOmbudsmanNext(s);

/** Whether everything was tried that can be tried before the final answer to a complaint. */
const hasTriedEverything = (s: AdviceSituation) =>
  isOmbudsmanNext(s) ||
  (isRefused(s) &&
    hasAdvocate(s) &&
    (['asked-again', 'asked-in-writing', 'contacted-pals', 'complained'] as const).every((step) =>
      hasTaken(s, step),
    ));

/** The item beside the next step that suggests the second of two letters. */
export const SECOND_LETTER: Readonly<Partial<Record<LetterId, string>>> = {
  'review-treatment': 'review-treatment-too',
  'second-opinion-treatment': 'second-opinion-treatment-too',
};
