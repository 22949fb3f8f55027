import { beforeAll, describe, expect, it } from 'vitest';
import { ADVICE_IDS } from '../../src/rules/all-rules.ts';
import { type Plan, hasPlan, planFor } from '../../src/rules/plan.ts';
import type { Answers } from '../../src/questionnaire/all-questions.ts';
import { isSituationDone } from '../../src/questionnaire/ordered-questions.ts';
import { LETTER_IDS } from '../../src/questionnaire/questions/people.ts';
import { situationFrom } from '../../src/record/situation.ts';
import { personaFor } from '../support/personas.ts';
import { TODAY } from '../support/services.ts';
import { choosing, type Kept, SLUGS, slugsOf, walked } from './support/walks.ts';

/** The answers to try at a question, each of which starts a way of its own. */
type Ways = Readonly<Record<string, readonly (string | readonly string[])[]>>;

const WHO: Ways = {
  'help-with': ['advice-and-letter', 'letter-only', 'quick-letter'],
  'who-for': ['me', 'family-or-friend', 'client'],
  'their-agreement': ['yes', 'not-asked', 'no', 'cannot-decide'],
  'legal-authority': ['attorney', 'deputy', 'imca', 'imha', 'no'],
  'whose-letter': ['theirs', 'mine'],
};
const WHERE: Ways = {
  nation: ['england', 'wales', 'scotland', 'northern-ireland'],
  detained: ['no', 'section', 'community-order', 'in-hospital-by-choice', 'not-sure'],
};
const ASKED = ['asked-for-second-opinion', 'asked-why', 'asked-again', 'asked-in-writing'];
const FURTHER = ['contacted-pals', 'used-advocate', 'complained'];
const STORY: Ways = {
  concern: ['both'],
  'decided-by': ['gp', 'psychiatrist', 'other-professional', 'not-sure'],
  'so-far': [
    ['nothing-yet'],
    ['talked', 'gave-information'],
    ['asked-for-review'],
    ['complained'],
    ...[...ASKED, ...FURTHER].map((_, index, steps) => steps.slice(0, index + 1)),
    ...FURTHER.map((step) => ['asked-for-second-opinion', step]),
  ],
  'answer-so-far': [
    'agreed',
    'refused',
    'something-first',
    'no-answer-yet',
    'not-clear',
    'had-it',
    'had-it-agreed',
    'had-it-no-report',
  ],
  'answered-by': ['gp', 'psychiatrist', 'other-professional', 'not-sure'],
  'agreed-where': ['local', 'out-of-area', 'not-sure'],
  funding: ['not-applied', 'waiting', 'agreed', 'refused'],
};
const one = (values: string) => values.split(' ').map((value) => [value]);
const REASONS: Ways = {
  concern: ['both'],
  'diagnosis-reasons': one(
    'doctor-not-sure not-told-everything drugs-or-alcohol physical-health-or-medicine symptoms-changed doctors-differ does-not-fit hard-to-accept want-particular-diagnosis none-of-these',
  ),
  'treatment-reasons': one(
    'medicine-not-helping side-effects not-reviewed want-therapy want-different-medicine want-dose-change no-options-left want-expert none-of-these',
  ),
  history: one(
    'usual-treatments-tried slow-recovery long-or-repeated-hospital serious-side-effects none-of-these',
  ),
};
const ABOUT: Ways = {
  condition: [
    '',
    ...'psychosis bipolar depression anxiety ocd eating-disorder trauma personality-disorder adhd-or-autism something-else'.split(
      ' ',
    ),
  ],
  history: REASONS.history!,
};

/** The stories that happen only in another nation, or with a treatment that a GP decided. */
const ELSEWHERE: Ways = {
  nation: ['wales', 'northern-ireland'],
  'so-far': [
    ['asked-for-second-opinion'],
    [...ASKED],
    ...FURTHER.map((step) => [...ASKED, 'contacted-pals', 'used-advocate', step]),
  ],
  'answer-so-far': ['agreed', 'refused'],
  'answered-by': ['psychiatrist'],
  'agreed-where': ['out-of-area'],
  funding: ['waiting'],
};
const BY_A_GP: Ways = { concern: ['treatment'], 'decided-by': ['gp'] };

/** Items that only a record calls for. The stories in test/rules/weeks.test.ts reach them. */
const FROM_ENTRIES: readonly string[] = [
  'go-to-the-ombudsman',
  'wait-for-acknowledgement',
  'ask-for-acknowledgement',
  'ask-for-a-day',
  'chase-complaint',
  'wait-for-answer',
  'complaint-put-right',
  'did-it-happen',
  'get-ready-for-the-day',
  'wait-for-funding-review',
  'see-whether-the-review-helps',
  'talk-through-the-review',
  'settled',
];

const reached = { questions: new Set<string>(), advice: new Set<string>(), letters: new Set<string>() };
let journeys = 0;

interface Explorer {
  /** The answers to questions for which no ways are given. */
  readonly persona: Kept;
  readonly ways: Ways;
  readonly until: 'plan' | 'letter';
  /** Whether every optional question is skipped. */
  readonly skips?: boolean;
}

/**
 * Answers the first unanswered question, each way in turn, until none is left, or until part 1 is done if only the
 * plan matters. A question that comes up again after it was answered is a loop.
 */
function explore(explorer: Explorer, kept: Kept = {}): void {
  const { gap, answers } = walked(kept);
  if (!gap || (explorer.until === 'plan' && gap.placed.part === 'letter'))
    return arrive(answers, gap !== undefined);
  const { question } = gap.placed;
  const { slug } = question;
  if (slug in kept) throw new Error(`a loop: ${slug} comes up again after ${Object.keys(kept).join(', ')}`);
  reached.questions.add(slug);
  const skips = explorer.skips && gap.form.optional;
  const usual = skips ? {} : explorer.persona[slug]!;
  const branches = explorer.ways[slug]?.map((value) => ({ [slug]: value })) ?? [usual];
  for (const given of branches) explore(explorer, { ...kept, [slug]: given });
}

/** Notes where a journey ends: at a plan, a letter, or the first question of a letter. Anything else is a dead end. */
function arrive(answers: Readonly<Record<string, unknown>>, comesToLetter: boolean): void {
  journeys += 1;
  const situation = situationFrom(answers as Answers, TODAY);
  const plan = planFor(situation);
  if (hasPlan(situation) !== (plan !== undefined))
    throw new Error(`hasPlan and planFor do not agree after ${JSON.stringify(answers)}`);
  for (const { id } of plan ? allOf(plan) : []) reached.advice.add(id);
  if (typeof answers.letter === 'string') reached.letters.add(answers.letter);
  else if (!plan && !comesToLetter) throw new Error(`a dead end after ${JSON.stringify(answers)}`);
}

const allOf = ({ nextStep, ...beside }: Plan) => [nextStep, ...Object.values(beside).flat()];

const missing = (all: readonly string[], met: ReadonlySet<string>) => all.filter((each) => !met.has(each));

describe('every journey that matters, from the first question on,', () => {
  const persona: Kept = choosing(
    {
      ...personaFor('review-treatment', 'patient'),
      ...personaFor('review-treatment', 'attorney'),
      'reply-by': {},
    },
    { 'diagnosis-reasons': ['none-of-these'], nickname: '' },
  );

  beforeAll(() => {
    // Every person and place, with one story; then every story for a few people, and every reason for one.
    const few: Ways = {
      'help-with': ['advice-and-letter'],
      'who-for': ['me', 'client'],
      'their-agreement': ['no'],
    };
    const places: Ways = { nation: ['england', 'scotland'], detained: ['section'] };
    for (const ways of [
      { ...WHO, ...WHERE },
      { ...few, ...places, ...STORY },
      ELSEWHERE,
      BY_A_GP,
      REASONS,
      ABOUT,
    ]) {
      explore({ persona, ways, until: 'plan' });
    }
    // Part 2: everybody who can write, each letter, in full and quick, with everything answered or skipped.
    for (const skips of [false, true]) {
      for (const contact of [
        { email: 'a@example.com' },
        { address: '1 Mill Lane', telephone: '01632 960 018' },
      ]) {
        explore({
          persona: { ...persona, contact },
          ways: { ...WHO, letter: LETTER_IDS },
          until: 'letter',
          skips,
        });
      }
    }
  });

  it('ends at a plan or a letter', () => expect(journeys).toBeGreaterThan(2000));
  it('asks somebody every question', () =>
    expect(
      missing(SLUGS, reached.questions),
      'No journey of this test reaches these: check their conditions, or add the answers that lead to them to its ways',
    ).toEqual([]));
  it('gives somebody every item of advice', () =>
    expect(
      missing(ADVICE_IDS, new Set([...reached.advice, ...FROM_ENTRIES])),
      'No journey of this test reaches these: check when they hold, or add the answers that call for them to its ways',
    ).toEqual([]));
  it('never gives without a record what only a record calls for', () =>
    expect(FROM_ENTRIES.filter((id) => reached.advice.has(id))).toEqual([]));
  it('reaches every letter', () => expect(missing(LETTER_IDS, reached.letters)).toEqual([]));
  it('meets no question or item of advice that is not listed', () => {
    expect(missing([...reached.questions], new Set(SLUGS))).toEqual([]);
    expect(missing([...reached.advice], new Set(ADVICE_IDS))).toEqual([]);
  });
});

it('part 1 counts as done for somebody who is never asked part 2', () => {
  const walk = walked(personaFor('review-treatment', 'carer-without-agreement'));
  expect(slugsOf('letter').filter((slug) => slug in walk.answers)).toEqual([]);
  expect(isSituationDone(walk)).toBe(true);
});
