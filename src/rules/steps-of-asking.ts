import { requestWait } from '../record/waits.ts';
import type { AdviceSituation } from '../record/situation.ts';
import {
  isInWriting,
  isPutOff,
  isRequestPending,
  isOverdueAfterChasing,
  isUnanswered,
  isUnasked,
} from './escalation.ts';
import { type Rule, rule } from './rule.ts';
import { chaser, requestKind, reviewLetters, secondOpinionLetters } from './suggested.ts';

/** Lines 1 to 3 of the order of escalation (docs/contract.md): talk, ask, and get an answer. */

const TRIED = [
  'talked',
  'gave-information',
  'asked-for-review',
  'contacted-pals',
  'used-advocate',
  'complained',
] as const;
const UNANSWERED = { 'answer-so-far': ['no-answer-yet', 'not-clear', 'something-first'] } as const;

const waitEnd = (s: AdviceSituation) => requestWait(s)?.due;
/** The entry that began the wait, and the one that chased it since. */
export const awaitedEntries = ({ stage, stageFrom, timeline }: AdviceSituation) => {
  const chased = 'chased' in stage ? stage.chased : undefined;
  const asked = timeline.findLast(
    (one) =>
      one.on === chased &&
      ((one.what === 'sent-letter' && one.values.letter === 'chaser') ||
        (one.what === 'asked' && one.values['asked-for'] === 'news')),
  );
  return [stageFrom, asked];
};

const asking = (id: string, decidedBy: AdviceSituation['decidedBy']): Rule =>
  rule(
    id,
    (s) => isUnasked(s) && s.decidedBy === decidedBy,
    { 'decided-by': [decidedBy], 'so-far': TRIED },
    { letters: secondOpinionLetters, saysWhy: true, citedEntries: ({ stageFrom }) => [stageFrom] },
  );

export const STEPS_OF_ASKING: readonly Rule[] = [
  rule(
    'talk-it-through',
    (s) => s.stage.at === 'nothing-tried',
    { 'so-far': ['nothing-yet'] },
    { letters: reviewLetters, saysWhy: true, isTalk: true },
  ),

  asking('ask-after-gp', 'gp'),
  asking('ask-after-psychiatrist', 'psychiatrist'),
  asking('ask-after-other-professional', 'other-professional'),
  asking('ask-whoever-decided', 'not-sure'),

  rule('wait-for-answer', (s) => isUnanswered(s) && isRequestPending(s), UNANSWERED, {
    waitEnd,
    citedEntries: awaitedEntries,
  }),
  rule('follow-up-in-writing', (s) => isUnanswered(s) && !isInWriting(s), UNANSWERED, {
    letters: (s) => (requestKind(s) === 'review' ? reviewLetters(s) : secondOpinionLetters(s)),
    waitEnd,
    citedEntries: awaitedEntries,
  }),
  rule(
    'follow-up',
    (s) => isUnanswered(s) && !isOverdueAfterChasing(s),
    { ...UNANSWERED, 'so-far': ['asked-in-writing'] },
    { letters: (s) => chaser(requestKind(s))(s), waitEnd, citedEntries: awaitedEntries },
  ),
  rule('something-first', isPutOff, UNANSWERED, { waitEnd, citedEntries: awaitedEntries }),
];
