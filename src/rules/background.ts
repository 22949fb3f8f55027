import type { AdviceSituation, Situation } from '../record/situation.ts';
import { isComplaining } from './alongside.ts';
import { isUnderTheAct } from '../questionnaire/questions/beginning.ts';
import { DIAGNOSIS_REASONS } from '../questionnaire/questions/doubts.ts';
import { inEngland, matchingAnswers, type Rule, rule, ruleFor, type Triggers } from './rule.ts';

/** What the doctor may be weighing up, in the neutral words of the factsheet's section 1. */
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

/** What is worth mentioning to the doctor, never as a label on the person. */
export const WORTH_MENTIONING: readonly Rule<Situation>[] = [
  ruleFor('mention-treatments-tried', { history: ['usual-treatments-tried'] }),
  ruleFor('mention-recovery', { history: ['slow-recovery', 'long-or-repeated-hospital'] }),
  ruleFor('mention-side-effects', { history: ['serious-side-effects'] }),
];

const has = (triggers: Triggers) => (s: AdviceSituation) => matchingAnswers(triggers, s).length > 0;

const SPECIALIST_IN_QUESTION = {
  'treatment-reasons': ['want-expert'],
  history: ['usual-treatments-tried'],
  'agreed-where': ['out-of-area'],
  'answer-so-far': ['refused'],
} as const;

const maySeeSpecialist = (conditions: readonly string[]) => (s: AdviceSituation) =>
  matchingAnswers(SPECIALIST_IN_QUESTION, s).length > 0 &&
  s.chosenAnswers.some(({ slug, value }) => slug === 'condition' && conditions.includes(value));

/** Whether there is a diagnosis, named or disputed, so that advice for people without one does not apply. */
const hasDiagnosis = (s: AdviceSituation) =>
  s.chosenAnswers.some(({ slug }) => slug === 'condition') ||
  matchingAnswers({ 'diagnosis-reasons': ['doctors-differ', 'does-not-fit', 'hard-to-accept'] }, s).length >
    0;

const DISAGREEING = { 'diagnosis-reasons': DIAGNOSIS_REASONS, 'answer-so-far': ['had-it-agreed'] } as const;
const BY_A_PSYCHIATRIST = { 'decided-by': ['psychiatrist'] } as const;

/** What helps with asking. */
export const HELPS: readonly Rule[] = [
  inEngland('jesss-rule', (s) => s.decidedBy === 'gp' && !hasDiagnosis(s), { 'decided-by': ['gp'] }),
  rule('look-for-the-policy', has(BY_A_PSYCHIATRIST), BY_A_PSYCHIATRIST),
  rule('ask-gp-to-refer-again', has({ 'decided-by': ['gp', 'psychiatrist'] }), {
    'decided-by': ['gp', 'psychiatrist'],
  }),
  rule('change-of-team', (s) => has(BY_A_PSYCHIATRIST)(s) || s.stage.at === 'had-it-agreed', {
    ...BY_A_PSYCHIATRIST,
    'answer-so-far': ['had-it-agreed'],
  }),
  rule('records-and-disagreement', has(DISAGREEING), DISAGREEING),
  rule('stopped-a-medicine', has({ 'treatment-reasons': ['side-effects', 'want-dose-change'] }), {
    'treatment-reasons': ['side-effects', 'want-dose-change'],
  }),
  inEngland('how-a-complaint-is-handled', isComplaining, { 'so-far': ['complained'] }),
];

/** What helps if the step is to talk or to ask. */
export const WITH_A_TALK: Rule = rule('take-somebody-with-you', () => true, {});

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
  inEngland('severe-ocd', maySeeSpecialist(['ocd']), { condition: ['ocd'] }),
  inEngland('choose-the-provider', (s) => !isUnderTheAct(s) && maySeeSpecialist(['adhd-or-autism'])(s), {
    condition: ['adhd-or-autism'],
  }),
  inEngland('learning-disability-or-autism', has({ condition: ['adhd-or-autism'] }), {
    condition: ['adhd-or-autism'],
  }),
];

/** What everybody who thinks about a second opinion should know. */
export const EVERYBODY: readonly Rule<Situation>[] = [
  rule<Situation>('what-to-expect', () => true, {}),
  rule<Situation>('paying-for-a-private-doctor', () => true, {}),
  inEngland<Situation>('four-things-people-mix-up', () => true, {}),
];
