import { type Rule, rule, sayingWhy, talking } from './rule.ts';
import { type AdviceSituation, lettersAbout, type Situation } from '../record/situation.ts';
import {
  hasPassed,
  hasTaken,
  inEngland,
  isFunding,
  isHad,
  isOutOfArea,
  isRefused,
  isUnanswered,
  isUnasked,
} from './escalation.ts';

const reviewLetters = (s: AdviceSituation) => lettersAbout('review', s.concern);
const secondOpinionLetters = (s: AdviceSituation) => lettersAbout('second-opinion', s.concern);
const askingLetters = (s: AdviceSituation) =>
  hasTaken(s, 'asked-for-review') ? secondOpinionLetters(s) : reviewLetters(s);

const TRIED = [
  'talked',
  'gave-information',
  'asked-for-review',
  'contacted-pals',
  'used-advocate',
  'complained',
] as const;
const NO_ANSWER = ['no-answer-yet', 'not-clear', 'something-first'] as const;
const HAD = ['had-it', 'had-it-agreed', 'had-it-no-report'] as const;
const REFUSED = { 'answer-so-far': ['refused'] } as const;

/** Without the right to act there is one step, whatever else was answered (line 0 of the order of escalation, docs/contract.md). */
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

/** The order of escalation (lines 1 to 6, docs/contract.md): the first that holds is the next step. */
export const NEXT_STEPS: readonly Rule[] = [
  talking(
    rule(
      'talk-it-through',
      (s) => s.stage.at === 'nothing-tried',
      { 'so-far': ['nothing-yet'] },
      reviewLetters,
    ),
  ),

  sayingWhy(
    rule(
      'ask-after-gp',
      (s) => isUnasked(s) && s.decidedBy === 'gp',
      { 'decided-by': ['gp'], 'so-far': TRIED },
      askingLetters,
    ),
  ),
  sayingWhy(
    rule(
      'ask-after-psychiatrist',
      (s) => isUnasked(s) && s.decidedBy === 'psychiatrist',
      { 'decided-by': ['psychiatrist'], 'so-far': TRIED },
      askingLetters,
    ),
  ),
  sayingWhy(
    rule(
      'ask-after-other-professional',
      (s) => isUnasked(s) && s.decidedBy === 'other-professional',
      { 'decided-by': ['other-professional'], 'so-far': TRIED },
      askingLetters,
    ),
  ),
  sayingWhy(
    rule('ask-whoever-decided', isUnasked, { 'decided-by': ['not-sure'], 'so-far': TRIED }, askingLetters),
  ),

  rule(
    'follow-up-in-writing',
    (s) => isUnanswered(s) && !hasTaken(s, 'asked-in-writing'),
    { 'answer-so-far': NO_ANSWER },
    secondOpinionLetters,
  ),
  rule('follow-up', isUnanswered, { 'answer-so-far': NO_ANSWER, 'so-far': ['asked-in-writing'] }),

  sayingWhy(rule('ask-why', (s) => isRefused(s) && !hasPassed(s, 'asked-why'), REFUSED)),
  sayingWhy(
    rule('ask-again', (s) => isRefused(s) && !hasPassed(s, 'asked-again'), {
      ...REFUSED,
      'so-far': ['asked-why'],
    }),
  ),
  sayingWhy(
    rule(
      'ask-in-writing',
      (s) => isRefused(s) && !hasTaken(s, 'asked-in-writing'),
      { ...REFUSED, 'so-far': ['asked-again'] },
      secondOpinionLetters,
    ),
  ),
  rule('contact-pals', (s) => isRefused(s) && inEngland(s) && !hasTaken(s, 'contacted-pals'), {
    ...REFUSED,
    'so-far': ['asked-in-writing'],
  }),
  rule('contact-patient-body', (s) => isRefused(s) && !inEngland(s) && !hasTaken(s, 'contacted-pals'), {
    ...REFUSED,
    nation: ['wales', 'scotland', 'northern-ireland'],
  }),
  rule('use-advocate', (s) => isRefused(s) && !hasTaken(s, 'used-advocate'), {
    ...REFUSED,
    'so-far': ['asked-in-writing', 'contacted-pals'],
  }),
  rule('complain-elsewhere', (s) => isRefused(s) && !inEngland(s) && !hasTaken(s, 'complained'), {
    ...REFUSED,
    nation: ['wales', 'scotland', 'northern-ireland'],
  }),
  rule('complain-to-surgery', (s) => isRefused(s) && !hasTaken(s, 'complained') && s.answersFor === 'gp', {
    ...REFUSED,
    'answered-by': ['gp'],
  }),
  rule(
    'complain-to-surgery-or-service',
    (s) => isRefused(s) && !hasTaken(s, 'complained') && s.answersFor === 'not-sure',
    { ...REFUSED, 'answered-by': ['not-sure'] },
  ),
  rule('complain-to-service', (s) => isRefused(s) && !hasTaken(s, 'complained'), {
    ...REFUSED,
    'answered-by': ['psychiatrist', 'other-professional'],
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

  rule('talk-through-report', isHad, { 'answer-so-far': HAD }),
];
