import { callers, type Rule, rule, ruleFor } from './rule.ts';
import type { AdviceSituation, Situation } from '../record/situation.ts';

/** What the doctor may be weighing: told neutrally, as the factsheet's section 1 does. */
export const WEIGHING: readonly Rule<Situation>[] = [
  ruleFor('hard-to-decide', { 'diagnosis-reasons': ['doctor-not-sure'] }),
  ruleFor('telling-everything', { 'diagnosis-reasons': ['not-told-everything'] }),
  ruleFor('drugs-and-alcohol', { 'diagnosis-reasons': ['drugs-or-alcohol'] }),
  ruleFor('physical-causes', { 'diagnosis-reasons': ['physical-health-or-medicine'] }),
  ruleFor('symptoms-change', { 'diagnosis-reasons': ['symptoms-changed'] }),
  ruleFor('doctors-can-differ', { 'diagnosis-reasons': ['doctors-differ', 'does-not-fit'] }),
  ruleFor('hard-to-accept', { 'diagnosis-reasons': ['hard-to-accept'] }),
  ruleFor('a-particular-diagnosis', { 'diagnosis-reasons': ['want-particular-diagnosis'] }),
  ruleFor('the-right-medicine', { 'treatment-reasons': ['medicine-not-helping', 'want-different-medicine'] }),
  ruleFor('medicine-reviews', { 'treatment-reasons': ['side-effects', 'not-reviewed', 'want-dose-change'] }),
  ruleFor('a-talking-therapy', { 'treatment-reasons': ['want-therapy'] }),
  ruleFor('an-expert-opinion', { 'treatment-reasons': ['no-options-left', 'want-expert'] }),
];

/** What is worth mentioning to the doctor: never the person's own label. */
export const WORTH_MENTIONING: readonly Rule<Situation>[] = [
  ruleFor('mention-treatments-tried', { history: ['usual-treatments-tried'] }),
  ruleFor('mention-recovery', { history: ['slow-recovery', 'long-or-repeated-hospital'] }),
  ruleFor('mention-side-effects', { history: ['serious-side-effects'] }),
];

const SPECIALIST_IN_QUESTION = {
  'treatment-reasons': ['want-expert'],
  history: ['usual-treatments-tried'],
  'agreed-where': ['out-of-area'],
  'answer-so-far': ['refused'],
} as const;

const maySeeSpecialist = (conditions: readonly string[]) => (s: AdviceSituation) =>
  callers(SPECIALIST_IN_QUESTION, s).length > 0 &&
  s.told.some(({ slug, value }) => slug === 'condition' && conditions.includes(value));

const PSYCHOSIS = ['psychosis'] as const;
const MOOD = ['bipolar', 'depression'] as const;
const OTHERS = [
  'anxiety',
  'ocd',
  'eating-disorder',
  'trauma',
  'personality-disorder',
  'adhd-or-autism',
  'something-else',
] as const;

/** Where an expert could be found. */
export const ELSEWHERE: readonly Rule[] = [
  rule('specialists-in-psychosis', maySeeSpecialist(PSYCHOSIS), {
    condition: PSYCHOSIS,
    ...SPECIALIST_IN_QUESTION,
  }),
  rule('specialists-in-mood', maySeeSpecialist(MOOD), { condition: MOOD, ...SPECIALIST_IN_QUESTION }),
  rule('other-specialists', maySeeSpecialist(OTHERS), { condition: OTHERS, ...SPECIALIST_IN_QUESTION }),
];

/** What everybody should know who thinks about a second opinion. */
export const EVERYBODY: readonly Rule<Situation>[] = [
  rule<Situation>('what-to-expect', () => true, {}),
  rule<Situation>('paying-for-a-private-doctor', () => true, {}),
  rule<Situation>('four-things-people-mix-up', () => true, {}),
];
