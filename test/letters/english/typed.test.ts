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

it('removes a full stop inside a sentence, and leaves dots that mean something', () => {
  expect(['low.', 'low..', 'low…', 'low,', 'e.g. low'].map(withoutStop)).toEqual([
    'low',
    'low..',
    'low…',
    'low',
    'e.g. low',
  ]);
});

describe('a long text', () => {
  it('stays one paragraph across a line end, and becomes two at an empty line', () => {
    const typed = 'I was well until my daughter was born, and\nsince then I have not slept.\n\nI AM TIRED';
    expect(patients('review-treatment', { background: { background: typed } })).toContain(
      '\n\nI was well until my daughter was born, and since then I have not slept.\n\nI AM TIRED.\n\n',
    );
  });

  it('with a list in it keeps the list', () => {
    const typed = 'What helps me\n- quiet\n- time\n\nThat is all';
    expect(patients('review-treatment', { 'own-words': { 'own-words': typed } })).toContain(
      '\n\nWhat helps me:\n- quiet\n- time\n\nThat is all.\n\n',
    );
  });

  it('becomes items after its lead, whether it is a sentence or a few words', () => {
    const tried = (typed: string) =>
      patients('second-opinion-treatment', { 'tried-to-resolve': { 'tried-to-resolve': typed } });
    expect(tried('talked twice')).toContain('\nWhat has been done about this so far:\n- talked twice\n\n');
    expect(tried('We talked.\n\nWe wrote.')).toContain(' about this so far:\n- We talked.\n- We wrote.\n\n');
  });
});

it('keeps a list as it was typed, even of one item, without the commas between items', () => {
  const effects = (typed: string) =>
    patients('review-treatment', { 'side-effects': { 'side-effects': typed } });
  expect(effects('- tired,\n• dry mouth;\n* ITCHY\n-5 kg')).toContain(
    ' from my medicine:\n- tired\n- dry mouth\n- ITCHY\n- -5 kg\n\n',
  );
  expect(effects('tired all day')).toContain(' from my medicine:\n- tired all day\n\n');
});

it('gives the person’s own lines and the ticked areas a lead of their own', () => {
  const text = patients('review-diagnosis', {
    problems: { 'problem-areas': ['enjoying-things'], problems: 'Is this living?' },
  });
  expect(text).toContain(
    '\nWhat is hard for me, in my own words:\n- Is this living?\n\nI have problems with:\n- enjoying things\n\n',
  );
});

it('puts communication needs into the reference lines, where nobody can miss them', () => {
  const needs = { 'reply-by': { 'communication-needs': 'large print,\nand no phone calls' } };
  expect(patients('review-diagnosis', needs)).toMatch(
    /\nName: Amina Khan\n(?:.+\n)*Communication needs: large print, and no phone calls\n\nPlease could you/,
  );
});
