import { type Rule, rule, ruleFor } from './rule.ts';
import type { Situation } from '../record/situation.ts';
import {
  hasTaken,
  hasTriedEverything,
  inEngland,
  isFunding,
  isHad,
  isRefused,
  isUnderTheAct,
} from './escalation.ts';

const HAD = ['had-it', 'had-it-agreed', 'had-it-no-report'] as const;

/** Steps shown beside the next one, once it is their time (docs/contract.md, "The order of escalation"). */
export const ALONGSIDE: readonly Rule[] = [
  rule('contact-pals', (s) => (isRefused(s) || isHad(s)) && inEngland(s) && !hasTaken(s, 'contacted-pals'), {
    'answer-so-far': ['refused', ...HAD],
  }),
  rule('use-advocate', (s) => (isRefused(s) || isFunding(s, 'refused')) && !hasTaken(s, 'used-advocate'), {
    'answer-so-far': ['refused'],
    funding: ['refused'],
  }),
  rule('complain-at-any-time', (s) => isRefused(s) && inEngland(s) && !hasTaken(s, 'complained'), {
    'answer-so-far': ['refused'],
  }),
  rule('complain-if-ignored', (s) => isHad(s) && !hasTaken(s, 'complained'), {
    'answer-so-far': HAD,
  }),
  rule('complain-under-the-act', (s) => (isRefused(s) || isHad(s)) && inEngland(s) && isUnderTheAct(s), {
    detained: ['section', 'community-order'],
  }),
  rule(
    'ask-a-solicitor',
    (s) => inEngland(s) && (isFunding(s, 'refused') || (isRefused(s) && hasTriedEverything(s))),
    { funding: ['refused'], 'so-far': ['complained'] },
  ),
];

/** What the nation and the Mental Health Act change: also shown where there is no plan. */
export const NOTES: readonly Rule<Situation>[] = [
  ruleFor('under-section', { detained: ['section', 'community-order'] }),
  ruleFor('in-hospital-by-choice', { detained: ['in-hospital-by-choice'] }),
  ruleFor('not-sure-if-detained', { detained: ['not-sure'] }),
  ruleFor('in-wales', { nation: ['wales'] }),
  ruleFor('in-scotland', { nation: ['scotland'] }),
  ruleFor('in-northern-ireland', { nation: ['northern-ireland'] }),
];

/** What circumstances bring, whatever the step: who acts, where, and whether the Mental Health Act is involved. */
export const CIRCUMSTANCES: readonly Rule<Situation>[] = [
  ...NOTES,
  rule<Situation>('asking-for-someone', ({ standing }) => standing.right === 'agreement', {
    'their-agreement': ['yes'],
  }),
  rule<Situation>('acting-with-authority', ({ standing }) => standing.right === 'authority', {
    'legal-authority': ['attorney', 'deputy', 'imca', 'imha'],
  }),
];
