import { describe, expect, it } from 'vitest';
import { withoutStop, withStop } from '../../../src/letters/english/typed.ts';
import { type Kept, write } from '../support/letters.ts';
import { fullAnswers } from '../support/roles.ts';

const patients = (letter: Parameters<typeof fullAnswers>[0], answers: Kept) =>
  write({ ...fullAnswers(letter, 'patient'), ...answers }).text;

it.each([
  ['I feel low', 'I feel low.'],
  ['I feel low.', 'I feel low.'],
  ['I FEEL LOW', 'I FEEL LOW.'],
  ['I feel low,', 'I feel low.'],
  ['I feel low ;', 'I feel low.'],
  ['Why?', 'Why?'],
  ['and so on...', 'and so on...'],
  ['(see my notes)', '(see my notes).'],
  ['He said "no."', 'He said "no."'],
  ['मैं थका हूँ।', 'मैं थका हूँ।'],
  ['أنا متعب؟', 'أنا متعب؟'],
])('ends "%s" as: %s', (typed, ended) => {
  expect(withStop(typed)).toBe(ended);
});

it('takes a stop away inside a sentence, and leaves dots that mean something', () => {
  expect(['low.', 'low..', 'low…', 'low,', 'e.g. low'].map(withoutStop)).toEqual([
    'low',
    'low..',
    'low…',
    'low',
    'e.g. low',
  ]);
});

it('keeps paragraphs, case and spaces as they were typed', () => {
  const text = patients('review-treatment', {
    'own-words': { 'own-words': '  I AM TIRED\n\nso  very tired,\nof it all  ' },
  });
  expect(text).toContain('\n\nI AM TIRED.\n\nso  very tired.\n\nof it all.\n\n');
});

describe('a list', () => {
  const effects = (typed: string) =>
    patients('review-treatment', { 'side-effects': { 'side-effects': typed } });

  it('loses the bullets and commas that parted it', () => {
    expect(effects('- tired,\n• dry mouth;\n* ITCHY\n-5 kg')).toContain(
      ':\n- tired\n- dry mouth\n- ITCHY\n- -5 kg\n\n',
    );
  });

  it('of one item is a sentence', () => {
    expect(effects('tired all day')).toContain(
      '\nThis seems to be a side effect of my medicine: tired all day.\n',
    );
    expect(patients('review-treatment', { problems: { problems: 'Is this living?' } })).toContain(
      '\nThis is the problem that I have: Is this living?\n',
    );
    expect(patients('review-diagnosis', { problems: { 'problem-areas': ['sleep'] } })).toContain(
      '\nI have problems with sleep.\n',
    );
  });
});

describe('the diagnosis', () => {
  it.each([
    ['bipolar disorder', 'I have been given a diagnosis of bipolar disorder.'],
    ['Bipolar I.', 'I have been given a diagnosis of Bipolar I.'],
    ['DEPRESSION AND ANXIETY', 'I have been given a diagnosis of DEPRESSION AND ANXIETY.'],
    ['bipolar?', 'The diagnosis that I have been given: bipolar?'],
    ['it was called psychosis', 'The diagnosis that I have been given: it was called psychosis.'],
    ['BPD. Later PTSD', 'The diagnosis that I have been given: BPD. Later PTSD.'],
  ])('"%s" gives: %s', (typed, sentence) => {
    const given = { health: { 'diagnosis-given': typed } };
    expect(patients('review-diagnosis', given)).toContain(` ${sentence}\n`);
    expect(patients('second-opinion-diagnosis', given)).toContain(`\n${sentence} The diagnosis does not`);
  });
});

describe('the medicine', () => {
  it.each([
    ['sertraline 50 mg once a day', ' At the moment I take sertraline 50 mg once a day.\n'],
    ['Lithium 400mg nights, 200mg am', ' At the moment I take Lithium 400mg nights, 200mg am.\n'],
    [
      'sertraline\nlithium at night',
      '\nAt the moment I take these medicines:\n- sertraline\n- lithium at night\n',
    ],
    ['- sertraline', ' At the moment I take sertraline.\n'],
    ['I take sertraline', '\nThe medicine that I take at the moment: I take sertraline.\n'],
    ['sertraline. It was doubled', '\nThe medicine that I take at the moment: sertraline. It was doubled.\n'],
    ['None', ' At the moment I take no medicine.\n'],
  ])('"%s" gives: %s', (typed, sentence) => {
    expect(patients('review-treatment', { medicine: { 'current-medicine': typed } })).toContain(sentence);
  });
});

describe('what only fills a field', () => {
  it.each(['n/a', 'N/A', 'none', 'No.', '-', 'Not sure', "don't know"])('"%s" is not told', (nothing) => {
    const empty = (slug: string, field = slug) => ({ [slug]: { [field]: nothing } });
    const text = patients('second-opinion-treatment', {
      ...empty('background'),
      ...empty('side-effects'),
      ...empty('tried-to-resolve'),
      ...empty('hoped-for'),
      ...empty('own-words'),
      ...empty('reply-by', 'communication-needs'),
      health: { 'unwell-for': nothing },
      problems: { 'problem-areas': ['sleep'], problems: nothing },
    });
    expect(text).not.toMatch(/background first|side effect|settle|answer this|this helps|unwell/);
    expect(text).toContain('I have problems with sleep.');
    expect(text.toLowerCase()).not.toMatch(new RegExp(`[:\\n] ?${nothing.toLowerCase()}(?:\\.|\\n)`));
  });
});
