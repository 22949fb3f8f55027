import { describe, expect, it } from 'vitest';
import { everyField } from '../../src/questionnaire/every-field.ts';
import { allQuestions } from '../../src/questionnaire/all-questions.ts';
import { isSituationDone, visitBefore, visitTo } from '../../src/questionnaire/ordered-questions.ts';
import {
  asked,
  type Choices,
  choosing,
  EVERY_ANSWER,
  gap,
  type Kept,
  SLUGS,
  walked,
  without,
} from './support/walks.ts';

const ADVICE = { 'help-with': 'advice-and-letter' };
const LETTER_ONLY = { 'help-with': 'letter-only' };
const QUICK = { 'help-with': 'quick-letter' };
const MYSELF = { 'who-for': 'me' };
const AGREED = { 'who-for': 'client', 'their-agreement': 'yes' };
const CANNOT_DECIDE = { 'who-for': 'client', 'their-agreement': 'cannot-decide' };
const ASKED_ALREADY = { 'so-far': ['asked-for-second-opinion'] };
const UNASKED = {
  'so-far': [
    'talked',
    'gave-information',
    'asked-for-review',
    'contacted-pals',
    'used-advocate',
    'complained',
  ],
};
const REFUSED = { ...ASKED_ALREADY, 'answer-so-far': 'refused' };
/** No answer that makes a specialist's opinion worth a question. */
const PLAIN = {
  ...UNASKED,
  'treatment-reasons': ['side-effects'],
  history: ['slow-recovery'],
  'decided-by': 'psychiatrist',
};
const SETTLED = ['agreed', 'had-it', 'had-it-agreed', 'had-it-no-report'].map((answer) => ({
  ...ASKED_ALREADY,
  'answer-so-far': answer,
  'agreed-where': 'local',
}));
const STILL_OPEN = ['refused', 'something-first', 'no-answer-yet', 'not-clear'].map((answer) => ({
  ...ASKED_ALREADY,
  'answer-so-far': answer,
}));
const FAR = { ...ASKED_ALREADY, 'answer-so-far': 'agreed', 'agreed-where': 'out-of-area' };
const REVIEW_TREATMENT = { letter: 'review-treatment' };
const SECOND_TREATMENT = { letter: 'second-opinion-treatment' };
const REVIEW_DIAGNOSIS = { letter: 'review-diagnosis' };
const SECOND_DIAGNOSIS = { letter: 'second-opinion-diagnosis' };
const PATIENT_SIGNS = [MYSELF, { ...AGREED, 'whose-letter': 'theirs' }];
const ANOTHER_SIGNS = [
  { ...AGREED, 'whose-letter': 'mine' },
  { ...CANNOT_DECIDE, 'legal-authority': 'attorney' },
  { ...CANNOT_DECIDE, 'legal-authority': 'deputy' },
  { ...CANNOT_DECIDE, 'legal-authority': 'imca' },
  { ...CANNOT_DECIDE, 'legal-authority': 'imha' },
];
const NO_RIGHT = [
  { ...AGREED, 'their-agreement': 'not-asked' },
  { ...AGREED, 'their-agreement': 'no' },
  { ...CANNOT_DECIDE, 'legal-authority': 'no' },
];

/** Every question in order, with who is asked it and who is not (docs/contract.md, "The questions"). */
const TABLE: readonly (readonly [slug: string, askedOf: readonly Choices[], notOf: readonly Choices[]])[] = [
  ['help-with', [{}, QUICK], []],
  ['who-for', [{}, QUICK], []],
  ['nickname', [{ 'who-for': 'client' }], [MYSELF, { 'who-for': 'family-or-friend' }]],
  ['their-agreement', [{ 'who-for': 'client' }, { 'who-for': 'family-or-friend' }], [MYSELF]],
  ['legal-authority', [CANNOT_DECIDE], [MYSELF, AGREED, NO_RIGHT[0]!, NO_RIGHT[1]!]],
  ['whose-letter', [AGREED], [MYSELF, CANNOT_DECIDE, NO_RIGHT[0]!, NO_RIGHT[1]!]],
  ['nation', [{}, QUICK, LETTER_ONLY, ...NO_RIGHT], []],
  ['detained', [ADVICE, LETTER_ONLY, { nation: 'wales' }, ...NO_RIGHT], [QUICK]],
  ['concern', [ADVICE, ...ANOTHER_SIGNS], [LETTER_ONLY, QUICK, ...NO_RIGHT]],
  ['decided-by', [ADVICE], [LETTER_ONLY, QUICK, ...NO_RIGHT]],
  ['so-far', [ADVICE], [LETTER_ONLY, QUICK, ...NO_RIGHT]],
  [
    'answer-so-far',
    [
      ASKED_ALREADY,
      { 'so-far': ['asked-why'] },
      { 'so-far': ['talked', 'asked-again'] },
      { 'so-far': ['complained', 'asked-in-writing'] },
    ],
    [
      { 'so-far': ['nothing-yet'] },
      UNASKED,
      { ...ASKED_ALREADY, ...LETTER_ONLY },
      { ...ASKED_ALREADY, ...QUICK },
      ...NO_RIGHT,
    ],
  ],
  ['answered-by', [REFUSED], [UNASKED, ...SETTLED, ...STILL_OPEN.slice(1), { ...REFUSED, ...QUICK }]],
  ['agreed-where', [SETTLED[0]!], [UNASKED, ...SETTLED.slice(1), ...STILL_OPEN]],
  [
    'funding',
    [FAR],
    [
      { ...FAR, 'agreed-where': 'local' },
      { ...FAR, 'agreed-where': 'not-sure' },
      { ...FAR, ...UNASKED },
      { ...FAR, ...QUICK },
    ],
  ],
  [
    'diagnosis-reasons',
    [{ concern: 'diagnosis' }, { concern: 'both' }, { 'so-far': ['nothing-yet'] }, UNASKED, ...STILL_OPEN],
    [{ concern: 'treatment' }, ...SETTLED, FAR, LETTER_ONLY, QUICK, ...NO_RIGHT],
  ],
  [
    'treatment-reasons',
    [{ concern: 'treatment' }, { concern: 'both' }, { 'so-far': ['nothing-yet'] }, UNASKED, ...STILL_OPEN],
    [{ concern: 'diagnosis' }, ...SETTLED, FAR, LETTER_ONLY, QUICK, ...NO_RIGHT],
  ],
  [
    'history',
    [ADVICE, { 'so-far': ['nothing-yet'] }, UNASKED, ...STILL_OPEN, FAR],
    [...SETTLED, LETTER_ONLY, QUICK, ...NO_RIGHT],
  ],
  [
    'condition',
    [
      REFUSED,
      FAR,
      { ...PLAIN, 'treatment-reasons': ['want-expert'] },
      { ...PLAIN, history: ['usual-treatments-tried'] },
      { ...PLAIN, 'decided-by': 'gp' },
      { ...PLAIN, 'decided-by': 'gp', concern: 'diagnosis' },
    ],
    [
      PLAIN,
      { ...PLAIN, 'decided-by': 'gp', concern: 'treatment' },
      { ...PLAIN, 'decided-by': 'not-sure' },
      { ...PLAIN, 'treatment-reasons': ['want-expert'], concern: 'diagnosis' },
      { ...REFUSED, ...LETTER_ONLY },
      { ...REFUSED, ...QUICK },
    ],
  ],
  ['letter', [...PATIENT_SIGNS, ...ANOTHER_SIGNS, LETTER_ONLY, QUICK], NO_RIGHT],
  ['earlier', [], [REVIEW_TREATMENT]],
  ['complain-to', [], [REVIEW_TREATMENT]],
  ['decision', [], [REVIEW_TREATMENT]],
  ['recipient', [], [REVIEW_TREATMENT]],
  ['patient', [...PATIENT_SIGNS, ...ANOTHER_SIGNS], NO_RIGHT],
  ['pronouns', ANOTHER_SIGNS, [...PATIENT_SIGNS, ...NO_RIGHT]],
  ['writer', ANOTHER_SIGNS, [...PATIENT_SIGNS, ...NO_RIGHT]],
  ['contact', [...PATIENT_SIGNS, ...ANOTHER_SIGNS], NO_RIGHT],
  ['doctor', [{}], NO_RIGHT],
  ['health', [{}], NO_RIGHT],
  ['medicine', [{}], NO_RIGHT],
  ['background', [{}], NO_RIGHT],
  ['problems', [REVIEW_TREATMENT, SECOND_TREATMENT, REVIEW_DIAGNOSIS], [SECOND_DIAGNOSIS]],
  ['side-effects', [REVIEW_TREATMENT, SECOND_TREATMENT], [REVIEW_DIAGNOSIS, SECOND_DIAGNOSIS]],
  ['change-wanted', [REVIEW_TREATMENT], [SECOND_TREATMENT, REVIEW_DIAGNOSIS, SECOND_DIAGNOSIS]],
  ['tried-to-resolve', [SECOND_TREATMENT, SECOND_DIAGNOSIS], [REVIEW_TREATMENT, REVIEW_DIAGNOSIS]],
  ['doctor-said', [SECOND_TREATMENT], [REVIEW_TREATMENT, REVIEW_DIAGNOSIS, SECOND_DIAGNOSIS]],
  ['reasons-to-disagree', [REVIEW_DIAGNOSIS, SECOND_DIAGNOSIS], [REVIEW_TREATMENT, SECOND_TREATMENT]],
  ['since', [], [REVIEW_TREATMENT, SECOND_DIAGNOSIS]],
  ['the-answer', [], [REVIEW_TREATMENT, SECOND_DIAGNOSIS]],
  ['put-right', [], [REVIEW_TREATMENT, SECOND_DIAGNOSIS]],
  ['complaint-about', [], [REVIEW_TREATMENT, SECOND_DIAGNOSIS]],
  ['events', [], [REVIEW_TREATMENT, SECOND_DIAGNOSIS]],
  ['outcome-wanted', [], [REVIEW_TREATMENT, SECOND_DIAGNOSIS]],
  ['talk-about-it', [], [REVIEW_TREATMENT, SECOND_DIAGNOSIS]],
  ['board-reasons', [], [REVIEW_TREATMENT, SECOND_DIAGNOSIS]],
  ['hoped-for', [SECOND_TREATMENT, SECOND_DIAGNOSIS], [REVIEW_TREATMENT, REVIEW_DIAGNOSIS]],
  ['ready-sentences', [REVIEW_TREATMENT, SECOND_TREATMENT, REVIEW_DIAGNOSIS, SECOND_DIAGNOSIS], [QUICK]],
  // The ready sentences of a complaint are a question of their own, at another place in the order.
  ['ready-sentences', [], []],
  ['own-words', [{}], NO_RIGHT],
  ['reply-by', [{}], NO_RIGHT],
];

const rows = TABLE.flatMap(([slug, askedOf, notOf]) => [
  ...askedOf.map((choices) => [slug, 'asked', choices] as const),
  ...notOf.map((choices) => [slug, 'not asked', choices] as const),
]);

it('the questions are asked in their order', () => {
  expect(
    SLUGS,
    'TABLE, above, says who is asked each question: add the question there, in its place',
  ).toEqual(TABLE.map(([slug]) => slug));
});

describe('with every answer stored, the question', () => {
  it.each(rows)('%s is %s with %j', (slug, expected, choices) => {
    const walk = walked(choosing(EVERY_ANSWER, choices));
    expect(walk.gap?.placed.question.slug).toBeUndefined();
    expect(visitTo(walk, slug) ? 'asked' : 'not asked').toBe(expected);
    expect(slug in walk.answers).toBe(expected === 'asked');
  });

  it.each([
    ...PATIENT_SIGNS.map(
      (who) => [who, { 'patient-address': 'not asked', 'date-of-birth': 'optional' }] as const,
    ),
    ...ANOTHER_SIGNS.map(
      (who) => [who, { 'patient-address': 'optional', 'date-of-birth': 'required' }] as const,
    ),
  ])('patient, with %j, asks for %j', (who, expected) => {
    const { fields } = visitTo(walked(choosing(EVERY_ANSWER, who)), 'patient')!.form;
    const found = ['patient-address', 'date-of-birth'].map((name) => {
      const field = fields.find((one) => one.name === name);
      return [name, !field ? 'not asked' : field.required ? 'required' : 'optional'];
    });
    expect(Object.fromEntries(found)).toEqual(expected);
  });
});

describe('the ready sentences on offer', () => {
  const AUTHORITIES = ANOTHER_SIGNS.slice(1);
  it.each<[string, Choices, string]>([
    ['review-treatment', MYSELF, 'quality-of-life'],
    ['second-opinion-treatment', MYSELF, 'quality-of-life unlikely-to-improve explore-options more-certain'],
    ['review-diagnosis', MYSELF, 'worried quality-of-life right-diagnosis'],
    ['second-opinion-diagnosis', MYSELF, 'respect right-diagnosis not-knowing more-certain'],
    ['second-opinion-treatment', { detained: 'section' }, 'quality-of-life unlikely-to-improve'],
    ['second-opinion-treatment', { detained: 'community-order' }, 'quality-of-life unlikely-to-improve'],
    ['second-opinion-diagnosis', { detained: 'section' }, 'respect right-diagnosis not-knowing'],
    ...AUTHORITIES.flatMap((who): [string, Choices, string][] => [
      ['review-treatment', who, 'quality-of-life'],
      ['second-opinion-treatment', who, 'quality-of-life'],
      ['review-diagnosis', who, 'quality-of-life right-diagnosis'],
      ['second-opinion-diagnosis', who, 'right-diagnosis'],
    ]),
  ])('of %s, with %j, are %s', (letter, choices, sentences) => {
    const walk = walked(choosing(EVERY_ANSWER, { ...choices, letter }));
    const [field] = visitTo(walk, 'ready-sentences')!.form.fields;
    expect(field!.values.join(' ')).toBe(sentences);
  });
});

describe('somebody without the right to act', () => {
  it.each(NO_RIGHT)('with %j, is asked about the nation and detention, and nothing more', (who) => {
    const slugs = asked(choosing(EVERY_ANSWER, { ...who, 'who-for': 'family-or-friend' }));
    const right = 'legal-authority' in who ? ['their-agreement', 'legal-authority'] : ['their-agreement'];
    expect(slugs).toEqual(['help-with', 'who-for', ...right, 'nation', 'detained']);
  });
});

describe('an answer that belongs to one letter', () => {
  const kept = { ...EVERY_ANSWER, 'own-words:review-treatment': { 'own-words': 'Mornings are hard.' } };

  it.each([
    [REVIEW_TREATMENT, 'Mornings are hard.'],
    [SECOND_TREATMENT, undefined],
  ])('with %j, is %s', (letter, expected) => {
    const { answers, gap: waits } = walked(without(choosing(kept, letter), 'own-words'));
    expect(answers['own-words']).toBe(expected);
    expect(waits?.key).toBe(expected === undefined ? `own-words:${letter.letter}` : undefined);
  });
});

describe('nobody can skip ahead:', () => {
  const complete: Kept = choosing(EVERY_ANSWER, { ...AGREED, 'whose-letter': 'mine', nickname: 'Tuesday' });

  it.each(asked(complete))('without an answer to %s, that is the last question to be shown', (slug) => {
    const walk = walked(without(complete, slug));
    const before = asked(complete).slice(0, asked(complete).indexOf(slug));
    expect(walk.gap?.placed.question.slug).toBe(slug);
    expect(walk.visits.map(({ placed }) => placed.question.slug)).toEqual([...before, slug]);
    expect(Object.keys(walk.answers)).toEqual(before);
  });

  // Except questions that depend on other answers and can be skipped, where a choice that is not offered is dropped.
  it.each(asked(complete).filter((slug) => !['reply-by', 'ready-sentences'].includes(slug)))(
    'after an answer to %s that cannot be read, that question is asked again',
    (slug) => {
      const fields = everyField(allQuestions.inOrder.find(({ question }) => question.slug === slug)!);
      const nonsense = Object.fromEntries(
        fields.flatMap(({ inputNames }) => inputNames).map((name) => [name, 'x'.repeat(20_000)]),
      );
      expect(gap({ ...complete, [slug]: nonsense })).toBe(slug);
    },
  );

  it('Back leads to the question answered before, and the first question has no Back', () => {
    const back = asked(complete).map((slug) => visitBefore(walked(complete), slug)?.placed.question.slug);
    expect(back).toEqual([undefined, ...asked(complete).slice(0, -1)]);
  });

  it('part 1 is done once none of its questions needs an answer', () => {
    expect(isSituationDone(walked(without(complete, 'nation')))).toBe(false);
    expect(isSituationDone(walked(without(complete, 'contact')))).toBe(true);
  });
});
