import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { sectionsOf } from '../../src/content/letters.ts';
import { LETTER_IDS, type LetterId } from '../../src/questionnaire/questions/people.ts';
import { LETTERS } from '../../src/letters/all-letters.ts';
import type { LetterWords, Words } from '../../src/letters/words.ts';
import { allQuestions } from '../../src/questionnaire/all-questions.ts';
import { walkThrough } from '../../src/questionnaire/ordered-questions.ts';
import { asKept } from '../support/kept.ts';
import { LATER_ANSWERS } from '../support/later-answers.ts';
import { generated } from './support/generated.ts';
import { FOLDER, type Kept, TODAY, WORDS, write } from './support/letters.ts';
import { fullAnswers, type Role, ROLES } from './support/roles.ts';

const ALL_SENTENCES = [
  'quality-of-life',
  'unlikely-to-improve',
  'explore-options',
  'more-certain',
  'worried',
  'right-diagnosis',
  'respect',
  'not-knowing',
  'share-complaint',
  'look-at-record',
  'care-goes-on',
];

const sections = (file: string) => Object.keys(sectionsOf(readFileSync(join(FOLDER, file), 'utf8')));

/** The words of the letters, and a record of the words that each letter uses. */
function watched(): { words: LetterWords; used: Map<LetterId, Set<string>> } {
  const used = new Map<LetterId, Set<string>>();
  const watch = (id: LetterId, words: Words): Words => {
    used.set(id, new Set());
    return new Proxy(words, {
      get: (target, name: string) => (used.get(id)!.add(name), target[name]),
    });
  };
  const words = LETTER_IDS.map((id) => [id, watch(id, WORDS[id])] as const);
  return { words: Object.fromEntries(words) as LetterWords, used };
}

/** Answers that few people give, which bring in rare words. */
const RARE: readonly Kept[] = [
  ...['0', '1', '3', 'twice', '3 stays', '3 medicines'].flatMap((typed) => [
    { health: { 'hospital-admissions': typed }, medicine: {} },
    { health: {}, medicine: { 'medicines-tried': typed } },
    {
      health: { 'hospital-admissions': typed, 'unwell-for': '5 years' },
      medicine: { 'time-on-medicine': '1 year' },
    },
  ]),
  { medicine: { 'current-medicine': 'sertraline\nlithium' } },
  {
    health: { 'diagnosis-given': 'x' },
    medicine: { 'current-medicine': 'sertraline\nlithium', 'time-on-medicine': 'x' },
  },
  { medicine: { 'current-medicine': 'sertraline\nlithium', 'time-on-medicine': '1 year' } },
  { health: { 'diagnosis-given': 'x', 'unwell-for': 'x', 'hospital-admissions': 'x' } },
  { medicine: { 'current-medicine': 'x', 'time-on-medicine': 'x', 'medicines-tried': 'x' } },
  { 'change-wanted': { 'change-wanted': ['something-else'], 'change-wanted-details': 'x' } },
  { doctor: { 'doctor-role': 'gp', 'doctor-name': '' } },
  { doctor: { 'doctor-role': 'psychiatrist', 'doctor-name': 'The crisis team' } },
  { doctor: { 'doctor-role': 'psychiatrist', 'doctor-name': '' } },
  { doctor: { 'doctor-role': 'other-doctor', 'doctor-name': '' } },
  {
    doctor: { 'doctor-role': 'gp', 'doctor-name': '' },
    'the-answer': { ...LATER_ANSWERS['the-answer'], 'reasons-given': 'yes' },
  },
  {
    decision: { 'decision-letter': 'not-seen', 'write-to': 'doctor', 'decision-reference': 'x' },
  },
  { earlier: { ...LATER_ANSWERS.earlier, about: 'complaint', 'their-reference': '' }, since: {} },
  { contact: { telephone: '0113 496 0000', email: 'q@example.org', address: 'x', 'no-messages': ['yes'] } },
  { 'reply-by': { 'reply-by': ['letter', 'telephone', 'text', 'email'] } },
  ...ALL_SENTENCES.map((sentence) => ({ 'ready-sentences': { 'ready-sentences': [sentence] } })),
  {
    problems: {
      'problem-areas': [
        'sleep',
        'work-or-study',
        'family-and-friends',
        'leaving-home',
        'looking-after-myself',
        'concentrating',
        'enjoying-things',
      ],
    },
    'change-wanted': {
      'change-wanted': [
        'different-treatment',
        'talking-therapy',
        'reduce-medicine',
        'increase-medicine',
        'stop-medicine',
        'talk-over-options',
      ],
    },
  },
];

/** Answers to a later letter's own questions: each choice by itself, every box ticked, and each field left empty. */
function rareOf(full: Kept): readonly Kept[] {
  const own = walkThrough(allQuestions, asKept(full), TODAY).visits.filter(
    ({ placed }) => placed.question.slug in LATER_ANSWERS,
  );
  return own
    .flatMap(({ placed: { question }, form }) =>
      form.fields.flatMap(({ name, control, values, inputNames }) => {
        const given = full[question.slug]!;
        const others = [
          ...values.map((value) => ({ [name]: control === 'radios' ? value : [value] })),
          ...(control === 'checkboxes' ? [{ [name]: values }] : []),
          Object.fromEntries(inputNames.map((input) => [input, ''])),
        ];
        return others.map((other): Kept => ({ ...full, [question.slug]: { ...given, ...other } }));
      }),
    )
    .filter((kept) => walkThrough(allQuestions, asKept(kept), TODAY).gap === undefined);
}

it('every text for the letters is used, and each letter uses the texts that it names and no others', () => {
  const { words, used } = watched();
  const read = (kept: Kept) => write(kept, [], words).shortVersion(1500);
  fc.assert(
    fc.property(generated, ({ kept }) => void read(kept)),
    { numRuns: 400, seed: 1 },
  );
  const roles = Object.keys(ROLES) as Role[];
  for (const id of LETTER_IDS) {
    for (const role of roles) for (const rare of RARE) read({ ...fullAnswers(id, role), ...rare });
    for (const role of ['patient', 'carer-she', 'attorney-he'] as const)
      for (const kept of rareOf(fullAnswers(id, role))) read(kept);
    for (const relationship of ['her brother', 'MOTHER'])
      read({
        ...fullAnswers(id, 'carer-she'),
        writer: { 'writer-name': 'Idris', relationship, organisation: 'x' },
      });
    for (const right of ['deputy', 'imha'])
      read({ ...fullAnswers(id, 'imca-they'), 'legal-authority': { 'legal-authority': right } });
  }

  const shared = new Set(sections('shared.md'));
  for (const id of LETTER_IDS) {
    const { words: named } = LETTERS[id];
    const own = [...used.get(id)!].filter((name) => !shared.has(name));
    expect([...named].sort(), id).toEqual(['title', ...sections(`${id}.md`)].sort());
    expect(own.sort(), `${id} takes other words than src/letters/${id}.ts names`).toEqual([...named].sort());
  }
  const all = new Set([...used.values()].flatMap((names) => [...names]));
  expect(
    [...shared].filter((name) => !all.has(name)),
    'shared.md has what no letter takes',
  ).toEqual([]);
});

it('the words of the letters follow the house style', () => {
  for (const file of readdirSync(FOLDER)) {
    const texts = Object.values(sectionsOf(readFileSync(join(FOLDER, file), 'utf8')));
    const text = texts.join('\n');
    expect(text, file).not.toMatch(/\b(?:simply|just|suffer\w*|mental illness|you (?:said|told)|said)\b/i);
    // "They" is always the patient and so comes from a place. The exception is "as I remember them", about
    // treatments in the patient's own letter, where it cannot be misunderstood.
    expect(text.replace('as I remember them', ''), file).not.toMatch(
      /\b(?:they|them|their|he|she|his|her)\b/i,
    );
    for (const sentence of text.split(/[.?:]\s|\n/)) expect(sentence.split(' ').length).toBeLessThan(21);
  }
});
