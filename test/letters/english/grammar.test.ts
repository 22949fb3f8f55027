import { describe, expect, it } from 'vitest';
import {
  conjugate,
  grammarPlace,
  listed,
  possessive,
  type Voice,
} from '../../../src/letters/english/grammar.ts';
import { fill } from '../../../src/letters/words.ts';
import { write } from '../support/letters.ts';
import { fullAnswers } from '../support/roles.ts';

const another = (pronoun: 'she' | 'he' | 'they', fullName = 'James Jones'): Voice => ({
  person: 'third',
  fullName,
  knownAs: 'James',
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

it('never changes what was typed, nor fills a place in it', () => {
  expect(fill('{it} is {it}', { person: 'first' }, { it: 'é {name} {I have}' })).toBe(
    'é {name} {I have} is é {name} {I have}',
  );
  expect(() => fill('{nothing}', { person: 'first' })).toThrow('no value for {nothing}');
  expect(grammarPlace('it', { person: 'first' })).toBeUndefined();
});

it.each([
  ['van Dijk, Anna', '', 'van Dijk, Anna has been unwell'],
  ['Đỗ Thị Mai', '', 'Đỗ Thị Mai has been unwell'],
  ['Amina Khan', 'Mrs Khan', 'Mrs Khan has been unwell'],
])('calls "%s", known as "%s": %s', (name, knownAs, told) => {
  const answers = fullAnswers('review-treatment', 'carer-she');
  const patient = { ...answers.patient, 'patient-name': name, 'known-as': knownAs };
  const { text } = write({ ...answers, patient, health: { 'unwell-for': '5 years' } });
  expect(text).toContain(`\n${told} for 5 years.`);
  expect(text).toContain(`Please could you review ${name}'s treatment?`);
});

it('writes possessives and lists in British usage', () => {
  expect(['James', 'Amina', 'Mrs Jones'].map(possessive)).toEqual(["James's", "Amina's", "Mrs Jones's"]);
  expect(listed([])).toBe('');
  expect(listed(['a'])).toBe('a');
  expect(listed(['a', 'b'])).toBe('a and b');
  expect(listed(['a', 'b', 'c'], 'or')).toBe('a, b or c');
});

describe('the relation of the writer', () => {
  const AGREED = 'Amina has agreed that I may write this letter for her.';
  it.each([
    ['Brother', "I am Amina's brother."],
    ['sister-in-law', "I am Amina's sister-in-law."],
    ['Advocate at Leeds Mind', "I am Amina's advocate at Leeds Mind."],
    ['Her sister', 'I am her sister.'],
    ["I'm her mum.", "I'm her mum."],
    ['MOTHER', '', 'Written by: Idris Khan\nRelationship to Amina: MOTHER\n'],
    [
      'we went to school together',
      '',
      'Written by: Idris Khan\nRelationship to Amina: we went to school together\n',
    ],
  ])('says "%s" as: %s', (relationship, sentence, reference = '') => {
    const writer = { 'writer-name': 'Idris Khan', relationship, organisation: '' };
    const { text } = write({ ...fullAnswers('review-treatment', 'carer-she'), writer });
    expect(text).toContain(`treatment? ${sentence}${sentence && ' '}${AGREED}\n`);
    expect(text.includes('Written by:')).toBe(reference !== '');
    expect(text).toContain(reference);
  });

  const CANNOT = 'At present they cannot decide about this themselves. I can show you proof of my authority.';
  it.each([
    ['imca', 'IMCA', 'I have been instructed as their Independent Mental Capacity Advocate (IMCA).'],
    [
      'imca',
      'IMCA at Leeds Mind',
      'I have been instructed as their Independent Mental Capacity Advocate (IMCA) at Leeds Mind.',
    ],
    ['imha', 'advocate', 'I have been instructed as their Independent Mental Health Advocate (IMHA).'],
    ['attorney', 'Attorney', `I act as their attorney for health and welfare. ${CANNOT}`],
    ['attorney', 'son', `I am Alex's son. I act as their attorney for health and welfare. ${CANNOT}`],
    ['deputy', 'deputy', `I act as their deputy for health and welfare. ${CANNOT}`],
  ])('as %s, "%s" is said once: %s', (authority, relationship, sentence) => {
    const acting = { 'legal-authority': { 'legal-authority': authority } };
    const writer = { writer: { 'writer-name': 'Sam Okafor', relationship, organisation: 'Leeds Mind' } };
    const { text } = write({ ...fullAnswers('second-opinion-treatment', 'imca-they'), ...acting, ...writer });
    expect(text).toContain(`who can. ${sentence}\n`);
    expect(text).not.toMatch(/agreed/);
    expect(text.includes('may be shared')).toBe(authority === 'attorney' || authority === 'deputy');
    const signsAs = {
      imca: 'Independent Mental Capacity Advocate (IMCA) for',
      imha: 'Independent Mental Health Advocate (IMHA) for',
      attorney: 'Attorney for health and welfare for',
      deputy: 'Deputy for health and welfare for',
    }[authority]!;
    expect(text).toContain(`\nSam Okafor\nLeeds Mind\n${signsAs} Alex Evans\n`);
    expect(text).toContain('I was told that there are no other treatment options for Alex.');
  });

  it('says that the patient was told something, as a carer was not told it in their place', () => {
    expect(write(fullAnswers('second-opinion-treatment', 'carer-she')).text).toContain(
      'Amina was told that there are no other treatment options for her.',
    );
  });
});
