import { type Rule, rule } from '../rule.ts';
import { type AdviceSituation, lettersAbout, type Situation } from '../situation.ts';

type StepTaken = AdviceSituation['stepsTaken'][number];

const taken = (s: AdviceSituation, step: StepTaken) => s.stepsTaken.includes(step);

/** These three are climbed in order: a later one that was taken passes those before it. */
const LADDER: readonly StepTaken[] = ['asked-why', 'asked-again', 'asked-in-writing'];
const isPassed = (s: AdviceSituation, step: StepTaken) =>
  LADDER.slice(LADDER.indexOf(step)).some((one) => taken(s, one));

const isRefused = (s: AdviceSituation) => s.stage.at === 'refused';
const inEngland = (s: Situation) => s.nation === 'england';
const isUnasked = (s: AdviceSituation) => s.stage.at === 'not-asked-for';
const isUnanswered = (s: AdviceSituation) => s.stage.at === 'no-answer';
const isOutOfArea = (s: AdviceSituation) => s.stage.at === 'agreed' && s.stage.where === 'out-of-area';
const isFunding = (s: AdviceSituation, funding: string) =>
  s.stage.at === 'agreed' && s.stage.where === 'out-of-area' && s.stage.funding === funding;

const reviewLetters = (s: AdviceSituation) => lettersAbout('review', s.concern);
const secondOpinionLetters = (s: AdviceSituation) => lettersAbout('second-opinion', s.concern);
const askingLetters = (s: AdviceSituation) =>
  taken(s, 'asked-for-review') ? secondOpinionLetters(s) : reviewLetters(s);

const TRIED = [
  'talked',
  'gave-information',
  'asked-for-review',
  'contacted-pals',
  'used-advocate',
  'complained',
] as const;
const REFUSED = { 'answer-so-far': ['refused'] } as const;

/** Without the right to act there is one step, whatever else was said (product.md, line 0). */
export const STEPS_TO_A_RIGHT: readonly Rule<Situation>[] = [
  rule('respect-their-no', ({ standing }) => standing.right === 'none' && standing.because === 'refused', {
    'their-agreement': ['no'],
  }),
  rule(
    'ask-for-their-agreement',
    ({ standing }) => standing.right === 'none' && standing.because === 'not-asked',
    {
      'their-agreement': ['not-asked'],
    },
  ),
  rule(
    'find-out-who-may-act',
    ({ standing }) => standing.right === 'none' && standing.because === 'cannot-decide',
    {
      'their-agreement': ['cannot-decide'],
      'legal-authority': ['no'],
    },
  ),
];

/** The order of escalation (product.md, lines 1 to 6): the first that holds is the next step. */
export const NEXT_STEPS: readonly Rule[] = [
  rule(
    'talk-it-through',
    (s) => s.stage.at === 'nothing-tried',
    { 'so-far': ['nothing-yet'] },
    reviewLetters,
  ),

  rule(
    'ask-after-gp',
    (s) => isUnasked(s) && s.decidedBy === 'gp',
    { 'decided-by': ['gp'], 'so-far': TRIED },
    askingLetters,
  ),
  rule(
    'ask-after-psychiatrist',
    (s) => isUnasked(s) && s.decidedBy === 'psychiatrist',
    { 'decided-by': ['psychiatrist'], 'so-far': TRIED },
    askingLetters,
  ),
  rule(
    'ask-after-other-professional',
    (s) => isUnasked(s) && s.decidedBy === 'other-professional',
    { 'decided-by': ['other-professional'], 'so-far': TRIED },
    askingLetters,
  ),
  rule('ask-whoever-decided', isUnasked, { 'decided-by': ['not-sure'], 'so-far': TRIED }, askingLetters),

  rule(
    'follow-up-in-writing',
    (s) => isUnanswered(s) && !taken(s, 'asked-in-writing'),
    { 'answer-so-far': ['no-answer-yet'] },
    secondOpinionLetters,
  ),
  rule('follow-up', isUnanswered, { 'answer-so-far': ['no-answer-yet'], 'so-far': ['asked-in-writing'] }),

  rule('ask-why', (s) => isRefused(s) && !isPassed(s, 'asked-why'), REFUSED),
  rule('ask-again', (s) => isRefused(s) && !isPassed(s, 'asked-again'), {
    ...REFUSED,
    'so-far': ['asked-why'],
  }),
  rule(
    'ask-in-writing',
    (s) => isRefused(s) && !taken(s, 'asked-in-writing'),
    { ...REFUSED, 'so-far': ['asked-again'] },
    secondOpinionLetters,
  ),
  rule('contact-pals', (s) => isRefused(s) && inEngland(s) && !taken(s, 'contacted-pals'), {
    ...REFUSED,
    'so-far': ['asked-in-writing'],
  }),
  rule('contact-patient-body', (s) => isRefused(s) && !inEngland(s) && !taken(s, 'contacted-pals'), {
    ...REFUSED,
    nation: ['wales', 'scotland', 'northern-ireland'],
  }),
  rule('use-advocate', (s) => isRefused(s) && !taken(s, 'used-advocate'), {
    ...REFUSED,
    'so-far': ['asked-in-writing', 'contacted-pals'],
  }),
  rule('complain-elsewhere', (s) => isRefused(s) && !inEngland(s) && !taken(s, 'complained'), {
    ...REFUSED,
    nation: ['wales', 'scotland', 'northern-ireland'],
  }),
  rule('complain-to-surgery', (s) => isRefused(s) && !taken(s, 'complained') && s.decidedBy === 'gp', {
    ...REFUSED,
    'decided-by': ['gp'],
  }),
  rule(
    'complain-to-surgery-or-service',
    (s) => isRefused(s) && !taken(s, 'complained') && s.decidedBy === 'not-sure',
    { ...REFUSED, 'decided-by': ['not-sure'] },
  ),
  rule('complain-to-service', (s) => isRefused(s) && !taken(s, 'complained'), {
    ...REFUSED,
    'decided-by': ['psychiatrist', 'other-professional'],
  }),
  rule('wait-for-complaint-elsewhere', (s) => isRefused(s) && !inEngland(s), {
    'so-far': ['complained'],
    nation: ['wales', 'scotland', 'northern-ireland'],
  }),
  rule('wait-for-complaint-answer', isRefused, { ...REFUSED, 'so-far': ['complained'] }),

  rule('ask-about-funding-elsewhere', (s) => isOutOfArea(s) && !inEngland(s), {
    'agreed-where': ['out-of-area'],
    nation: ['wales', 'scotland', 'northern-ireland'],
  }),
  rule('apply-for-funding', (s) => isFunding(s, 'not-applied'), {
    'agreed-where': ['out-of-area'],
    funding: ['not-applied'],
  }),
  rule('wait-for-funding', (s) => isFunding(s, 'waiting'), {
    'agreed-where': ['out-of-area'],
    funding: ['waiting'],
  }),
  rule('go-with-funding', (s) => isFunding(s, 'agreed'), {
    'agreed-where': ['out-of-area'],
    funding: ['agreed'],
  }),
  rule('ask-to-review-funding', (s) => isFunding(s, 'refused'), {
    'agreed-where': ['out-of-area'],
    funding: ['refused'],
  }),
  rule('prepare-for-second-opinion', (s) => s.stage.at === 'agreed', {
    'answer-so-far': ['agreed'],
    'agreed-where': ['local', 'not-sure'],
  }),

  rule('talk-through-report', (s) => s.stage.at === 'had-it', { 'answer-so-far': ['had-it'] }),
];
