import { describe, expect, it } from 'vitest';
import { LETTER_IDS } from '../../src/questionnaire/questions/people.ts';
import { type LeaveOutChoice, leftOutAfter, LeftOut } from '../../src/letters/leave-out.ts';
import { type Kept, write } from './support/letters.ts';
import { fullAnswers, ROLES, type Role } from './support/roles.ts';

const all = LETTER_IDS.flatMap((letter) =>
  (Object.keys(ROLES) as Role[]).map((role) => [letter, role] as const),
);

describe.each(all)('%s by %s', (letter, role) => {
  const answers = fullAnswers(letter, role);
  const full = write(answers);

  it('can leave out each line by itself, and still offers it', () => {
    for (const { key, text } of full.choices) {
      const written = write(answers, [key]);
      expect(full.text).toContain(text);
      expect(written.text, key).not.toContain(text);
      expect(written.choices.filter(({ leftOut }) => leftOut).map((choice) => choice.key)).toEqual([key]);
      expect(written.choices.map((choice) => choice.key)).toEqual(full.choices.map((choice) => choice.key));
    }
  });

  it('keeps the ask, the reference, how to reply and the sign-off when every line is left out', () => {
    const { text, document } = write(
      answers,
      full.choices.map(({ key }) => key),
    );
    expect(document.blocks.every((block) => block.kind !== 'list')).toBe(true);
    const [ask] = /\n(?:Please (?:could|tell|send|look|ask)|This is a complaint) .+\n/.exec(full.text)!;
    expect(text).toContain(ask);
    expect(text).toMatch(/\nCommunication needs: large print\n/);
    expect(text).toContain('Please reply to me by letter or telephone.');
    expect(text.slice(text.indexOf('\nYours '))).toBe(full.text.slice(full.text.indexOf('\nYours ')));
    for (const choice of full.choices) expect(text).not.toContain(choice.text);
  });
});

/** The lines of a letter from one question: those that are left out, and those that are not. */
function split(kept: Kept, leftOut: readonly string[], question: string) {
  const choices = write(kept, leftOut).choices.filter((choice) => choice.question === question);
  const texts = (out: boolean) => choices.filter((choice) => choice.leftOut === out).map(({ text }) => text);
  return { out: texts(true), kept: texts(false) };
}
const withProblems = (problems: string, letter: (typeof LETTER_IDS)[number] = 'review-treatment'): Kept => ({
  ...fullAnswers(letter, 'patient'),
  problems: { problems },
});
/** The keys that are stored after somebody leaves out these texts of a letter. */
function leave(kept: Kept, texts: readonly string[], before: readonly string[] = []): readonly string[] {
  const { choices } = write(kept, before);
  const keys = choices.filter(({ text }) => texts.includes(text)).map(({ key }) => key);
  expect(keys).toHaveLength(texts.length);
  return leftOutAfter(before, choices, keys);
}

describe('what was left out', () => {
  const before = withProblems('low mood\nself harm\npanic on the bus');
  const keys = leave(before, ['self harm']);

  it.each([
    ['with a hyphen', 'low mood\nself-harm\npanic on the bus', 'self-harm'],
    ['in capitals', 'low mood\nSELF HARM\npanic on the bus', 'SELF HARM'],
    ['with a line before it', 'new\nlow mood\nself harm\npanic on the bus', 'self harm'],
    ['in another place', 'self harm.\npanic on the bus\nlow mood', 'self harm.'],
    ['with more words', 'low mood\nself harming\npanic on the bus', 'self harming'],
    ['with more words and a line before it', 'new\nlow mood\nself harmed\npanic on the bus', 'self harmed'],
    ['in other words', 'low mood\nI cut myself\npanic on the bus', 'I cut myself'],
  ])('stays out when its wording is changed: %s', (_how, typed, out) => {
    expect(split(withProblems(typed), keys, 'problems').out).toEqual([out]);
  });

  it('does not take another line with it', () => {
    expect(split(withProblems('low mood\npanic on the bus'), keys, 'problems').out).toEqual([]);
    expect(split(withProblems('self harm\nself harm'), keys, 'problems').out).toEqual(['self harm']);
    const effects = { ...before, 'side-effects': { 'side-effects': 'self harm' } };
    expect(split(effects, keys, 'side-effects').out).toEqual([]);
  });

  it('stays out in another kind of letter, and when the kind changes back', () => {
    const other = withProblems('low mood\nself-harm\npanic on the bus', 'review-diagnosis');
    expect(split(other, keys, 'problems').out).toEqual(['self-harm']);
    const diagnosis = fullAnswers('second-opinion-diagnosis', 'patient');
    const after = leave(
      diagnosis,
      ['The right diagnosis matters for my recovery and for the choice of treatment.'],
      keys,
    );
    expect(split(before, after, 'problems').out).toEqual(['self harm']);
    expect(split(diagnosis, after, 'ready-sentences').out).toHaveLength(1);
  });

  it('stays out when a single answer is typed again', () => {
    const answers = fullAnswers('review-treatment', 'patient');
    const left = leave(answers, ['I have been unwell for 5 years.']);
    const { text } = write({ ...answers, health: { 'unwell-for': 'since school, on and off' } }, left);
    expect(text).not.toContain('school');
  });

  it('from own words stays out only of the letter that the words belong to', () => {
    const answers = fullAnswers('review-treatment', 'patient');
    const left = leave(answers, ['The mornings are the worst part of the day.']);
    expect(write(fullAnswers('review-diagnosis', 'patient'), left).text).toContain('The mornings');
  });

  it('comes back when its tick is removed, and an unknown key is ignored', () => {
    const { choices } = write(before, keys);
    expect(leftOutAfter(keys, choices, [])).toEqual([]);
    expect(leftOutAfter([], choices, ['the-ask', 'reasons-to-disagree#1/1:other'])).toEqual([]);
  });
});

it('finds 20 long lines again by short keys', () => {
  const lines = Array.from({ length: 20 }, (_, i) => `${'self harm '.repeat(50)}${i}`);
  const choices = new LeftOut([]).lines('problems', lines);
  const keys = choices.map(({ key }) => key);
  expect(new Set(keys).size).toBe(20);
  expect(new LeftOut(keys).lines('problems', lines).every(({ leftOut }) => leftOut)).toBe(true);
  expect(Math.max(...keys.map((key) => key.length))).toBeLessThan(110);
});

it('knows the question where each line can be changed', () => {
  const { choices } = write(fullAnswers('second-opinion-treatment', 'patient'));
  const byQuestion = (choice: LeaveOutChoice) => choice.question;
  expect([...new Set(choices.map(byQuestion))]).toEqual([
    'health',
    'medicine',
    'background',
    'tried-to-resolve',
    'doctor-said',
    'ready-sentences',
    'problems',
    'side-effects',
    'hoped-for',
    'own-words',
  ]);
});
