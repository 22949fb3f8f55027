import { describe, expect, it } from 'vitest';
import { LETTER_IDS, type LetterId } from '../../src/questionnaire/questions/people.ts';
import { sensitiveFacts, withoutFacts } from '../../src/letters/leave-out.ts';
import { caseOf, write } from './support/letters.ts';
import { fullAnswers } from './support/roles.ts';

/** What of the full answers the letter has for each fact: the fact, and the words that lead to it. */
const WORDS_OF: Readonly<Record<string, readonly string[]>> = {
  diagnosis: ['bipolar', 'been given a diagnosis'],
  currentMedicine: ['sertraline', 'At the moment'],
  medicinesTried: ['tried 5', 'mixes'],
  admissions: ['hospital'],
  unwellFor: ['unwell', 'In that time'],
  background: ['moved to Leeds', 'Some background'],
  'problemAreas:sleep': ['- sleep'],
  'problemAreas:looking-after-myself': ['looking after'],
  'problems:feeling low most mornings': ['feeling low'],
  'sideEffects:tired all day': ['tired all day'],
  'sideEffects:dry mouth': ['dry mouth'],
};

const subsets = <Value>(values: readonly Value[]): Value[][] =>
  values.reduce<Value[][]>((all, value) => [...all, ...all.map((some) => [...some, value])], [[]]);

describe.each(LETTER_IDS)('%s', (letter) => {
  const answers = fullAnswers(letter, 'carer-she');
  const facts = caseOf(answers);
  const keys = sensitiveFacts(facts).map(({ key }) => key);
  const full = write(answers);

  it.each(keys)('leaves out %s, and that alone', (key) => {
    const { text } = write(answers, [key]);
    for (const words of WORDS_OF[key]!) {
      expect(full.text, `${letter} is asked for ${key}, and does not tell it`).toContain(words);
      expect(text).not.toContain(words);
    }
    // What leads to one fact may turn with another ("In that time" becomes "So far"); the others stay.
    for (const other of keys.filter((one) => one !== key)) expect(text).toContain(WORDS_OF[other]![0]);
  });

  it('reads whole without any of the facts', () => {
    const { text, document } = write(answers, keys);
    const letter = text.split('\nConsent\n')[0]!;
    for (const key of keys) for (const words of WORDS_OF[key]!) expect(text).not.toContain(words);
    expect(letter).not.toMatch(/problems? that|side effect|:\n\n|So far|been unwell/);
    expect(document.blocks.every((block) => block.kind !== 'list' || block.items.length > 1)).toBe(true);
    expect(sensitiveFacts(withoutFacts(facts, new Set(keys)))).toEqual([]);
  });

  it('leaves out each sentence of feeling, by itself and together', () => {
    const names = [...full.feelings.keys()];
    for (const left of subsets(names)) {
      const { text, feelings } = write(answers, left);
      // The choice stays on offer, so that the sentence can come back.
      expect([...feelings]).toEqual([...full.feelings]);
      for (const [name, sentence] of feelings)
        expect(text.includes(sentence), name).toBe(!left.includes(name));
      expect(text).not.toMatch(/ {2}|\n |: *\n\n[^☐_]*\nYours/);
    }
  });
});

it('offers the sentences that nobody was asked for', () => {
  const offered: Readonly<Record<LetterId, readonly string[]>> = {
    'review-treatment': ['daily-life'],
    'second-opinion-treatment': ['daily-life'],
    'review-diagnosis': ['worried'],
    'second-opinion-diagnosis': ['respect', 'right-diagnosis'],
  };
  for (const letter of LETTER_IDS)
    expect([...write(fullAnswers(letter, 'patient')).feelings.keys()]).toEqual(offered[letter]);
});

it('keeps a fact apart from another of the same words', () => {
  const answers = {
    ...fullAnswers('review-treatment', 'patient'),
    problems: { problems: 'tired\nlow' },
    'side-effects': { 'side-effects': 'tired\nlow' },
  };
  const { text } = write(answers, ['problems:tired']);
  expect(text).toContain('This is the problem that I have: low.');
  expect(text).toContain('- tired\n- low');
});

it('leaves the own words and reasons alone: those are edited where they were typed', () => {
  const kinds = new Set(
    sensitiveFacts(caseOf(fullAnswers('second-opinion-diagnosis', 'patient'))).map((fact) => fact.kind),
  );
  expect([...kinds]).toEqual(['diagnosis', 'medicinesTried', 'admissions', 'unwellFor', 'background']);
});
