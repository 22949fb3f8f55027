import { describe, expect, it } from 'vitest';
import {
  conjugate,
  grammarPlace,
  listed,
  possessive,
  shortNameOf,
  type Voice,
} from '../../../src/letters/english/grammar.ts';
import { fill } from '../../../src/letters/words.ts';
import { write } from '../support/letters.ts';
import { fullAnswers } from '../support/roles.ts';

const another = (pronoun: 'she' | 'he' | 'they', fullName = 'James Jones'): Voice => ({
  person: 'third',
  fullName,
  shortName: shortNameOf(fullName),
  pronoun,
});

it.each([
  ['am', 'is', 'are'],
  ['was', 'was', 'were'],
  ['have', 'has', 'have'],
  ['would', 'would', 'would'],
  ['should', 'should', 'should'],
  ['take', 'takes', 'take'],
  ['try', 'tries', 'try'],
  ['say', 'says', 'say'],
  ['wish', 'wishes', 'wish'],
  ['go', 'goes', 'go'],
])('turns "I %s" to "she %s" and "they %s"', (verb, one, they) => {
  expect(conjugate(verb, 'one')).toBe(one);
  expect(conjugate(verb, 'they')).toBe(they);
});

it.each([
  ['{I have} {my} own way.', 'I have my own way.', 'She has her own way.', 'They have their own way.'],
  ['So {I was} told.', 'So I was told.', 'So she was told.', 'So they were told.'],
  [
    'Ask {me} about {myself}.',
    'Ask me about myself.',
    'Ask her about herself.',
    'Ask them about themselves.',
  ],
  ['{name take} it.', 'I take it.', 'James takes it.', 'James takes it.'],
  ["{name's} day.", 'My day.', "James's day.", "James's day."],
  [
    "Refer {full-name}: {full-name's} day.",
    'Refer me: my day.',
    "Refer James Jones: James Jones's day.",
    "Refer James Jones: James Jones's day.",
  ],
])('fills "%s" for each voice', (text, first, she, they) => {
  expect(fill(text, { person: 'first' })).toBe(first);
  expect(fill(text, another('she'))).toBe(she);
  expect(fill(text, another('they'))).toBe(they);
});

it('never changes what was typed, and never fills a place in it', () => {
  expect(fill('{it} is {it}', { person: 'first' }, { it: 'é {name} {I have}' })).toBe(
    'é {name} {I have} is é {name} {I have}',
  );
  expect(() => fill('{nothing}', { person: 'first' })).toThrow('no value for {nothing}');
  expect(grammarPlace('it', { person: 'first' })).toBeUndefined();
});

it.each([
  ['Amina Khan', 'Amina'],
  ['Amina', 'Amina'],
  ['AMINA KHAN', 'AMINA'],
  ['Mary-Jane O’Neill', 'Mary-Jane'],
  ['Mrs Amina Khan', 'Mrs Amina Khan'],
  ['MR KHAN', 'MR KHAN'],
  ['Dr. Khan', 'Dr. Khan'],
  ['J. Smith', 'J. Smith'],
  ['J Smith', 'J Smith'],
  ['J.K. Smith', 'J.K. Smith'],
  ['Khan, Amina', 'Amina'],
  ['Żółw Łoś', 'Żółw'],
])('calls %s %s in prose', (fullName, shortName) => {
  expect(shortNameOf(fullName)).toBe(shortName);
});

it('puts possessives and lists in British usage', () => {
  expect(['James', 'Amina', 'Mrs Jones'].map(possessive)).toEqual(["James's", "Amina's", "Mrs Jones's"]);
  expect(listed([])).toBe('');
  expect(listed(['a'])).toBe('a');
  expect(listed(['a', 'b'])).toBe('a and b');
  expect(listed(['a', 'b', 'c'], 'or')).toBe('a, b or c');
});

describe('the greeting and the close', () => {
  it.each([
    ['', '', 'Dear Doctor,', 'faithfully'],
    ['gp', '', 'Dear Doctor,', 'faithfully'],
    ['psychiatrist', '', 'Dear Psychiatrist,', 'faithfully'],
    ['psychiatrist', 'Dr Patel', 'Dear Dr Patel,', 'sincerely'],
    ['gp', 'Dr Patel.', 'Dear Dr Patel,', 'sincerely'],
    ['gp', 'Dr Patel,', 'Dear Dr Patel,', 'sincerely'],
    ['gp', 'Dr A Patel, MRCPsych', 'Dear Dr A Patel,', 'sincerely'],
    ['gp', 'Anil Patel', 'Dear Anil Patel,', 'sincerely'],
    ['gp', 'MRS SMITH', 'Dear MRS SMITH,', 'sincerely'],
    ['gp', 'Professor Sam P.', 'Dear Professor Sam P.,', 'sincerely'],
    ['gp', 'not sure', 'Dear Doctor,', 'faithfully'],
  ])('to %s "%s": %s … Yours %s', (role, name, dear, close) => {
    const doctor = { 'doctor-role': role, 'doctor-name': name, 'doctor-address': '' };
    const { text } = write({ ...fullAnswers('review-treatment', 'patient'), doctor });
    expect(text).toContain(`\n${dear}\n`);
    expect(text).toContain(`\nYours ${close}\n`);
  });
});

describe('who writes', () => {
  const AGREED = 'She has agreed that I may write this letter for her.';
  it.each([
    ['brother', "I am Amina's brother."],
    ['step-mother', 'My relationship to Amina: step-mother.'],
    ['stepmother', "I am Amina's stepmother."],
    ['older sister and carer', "I am Amina's older sister and carer."],
    ['sister-in-law', "I am Amina's sister-in-law."],
    ['ex-wife', "I am Amina's ex-wife."],
    ['support worker', "I am Amina's support worker."],
    ['advocate at Leeds Mind', "I am Amina's advocate at Leeds Mind."],
    ['her sister', 'I am her sister.'],
    ['a friend of the family', 'I am a friend of the family.'],
    ["I'm her mum.", "I'm her mum."],
    ['Advocate at Leeds Mind', 'My relationship to Amina: Advocate at Leeds Mind.'],
    ['MOTHER', 'My relationship to Amina: MOTHER.'],
    ['Mother.', 'My relationship to Amina: Mother.'],
    ['we went to school together', 'My relationship to Amina: we went to school together.'],
  ])('says "%s" as: %s', (relationship, sentence) => {
    const writer = { 'writer-name': 'Idris Khan', relationship };
    const { text } = write({ ...fullAnswers('review-treatment', 'carer-she'), writer });
    expect(text).toContain(`treatment? ${sentence} ${AGREED}\n`);
  });

  it.each([
    ['imca', 'IMCA', 'I act as their Independent Mental Capacity Advocate (IMCA).'],
    ['imca', 'advocate', 'I act as their Independent Mental Capacity Advocate (IMCA).'],
    ['attorney', 'Attorney', 'I act as their attorney for health and welfare.'],
    ['deputy', 'deputy', 'I act as their deputy for health and welfare.'],
    ['attorney', 'son', "I am Alex's son. I act as their attorney for health and welfare."],
  ])('as %s, "%s" is said once: %s', (authority, relationship, sentence) => {
    const acting = { 'legal-authority': { 'legal-authority': authority } };
    const writer = { writer: { 'writer-name': 'Sam Okafor', relationship } };
    const { text } = write({ ...fullAnswers('review-treatment', 'imca-they'), ...acting, ...writer });
    expect(text).toContain(`Alex Evans's treatment? ${sentence}\n`);
  });
});
