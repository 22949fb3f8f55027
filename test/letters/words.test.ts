import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { sectionsOf } from '../../src/content/letters.ts';
import { LETTER_IDS, type LetterId } from '../../src/questionnaire/questions/people.ts';
import type { LetterWords } from '../../src/letters/compose.ts';
import { LETTERS } from '../../src/letters/all-letters.ts';
import { shortVersion } from '../../src/letters/short.ts';
import type { Words } from '../../src/letters/words.ts';
import { generated } from './support/generated.ts';
import { FOLDER, type Kept, WORDS, write } from './support/letters.ts';
import { fullAnswers } from './support/roles.ts';

const sections = (file: string) => Object.keys(sectionsOf(readFileSync(join(FOLDER, file), 'utf8')));

/** The words, with account kept of those that a letter takes. */
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

/** Answers that few people give, for the words that they bring. */
const RARE: readonly Kept[] = [
  { medicine: { 'current-medicine': 'sertraline\nlithium' } },
  { medicine: { 'current-medicine': 'I stopped taking it.' } },
  { medicine: { 'current-medicine': 'none' } },
  { health: { 'diagnosis-given': 'They called it psychosis.' } },
  { health: { 'hospital-admissions': '3 stays' }, medicine: { 'medicines-tried': '3 tablets' } },
  { medicine: { 'time-on-medicine': 'Since 2020' } },
  { problems: { problems: 'low' }, 'side-effects': { 'side-effects': 'tired' } },
  {
    problems: {
      'problem-areas': [
        ...['sleep', 'work-or-study', 'family-and-friends', 'leaving-home', 'looking-after-myself'],
        ...['concentrating', 'enjoying-things'],
      ],
    },
    'change-wanted': {
      'change-wanted': [
        ...[
          'different-treatment',
          'talking-therapy',
          'reduce-medicine',
          'increase-medicine',
          'stop-medicine',
        ],
        'talk-over-options',
      ],
    },
  },
];

it('takes every text that is kept for the letters, each letter those that it names and no other', () => {
  const { words, used } = watched();
  const read = (kept: Kept) => {
    const { facts } = write(kept, [], words);
    shortVersion(facts, words, new Set());
  };
  fc.assert(
    fc.property(generated, ({ kept }) => read(kept)),
    { numRuns: 400, seed: 1 },
  );
  const asRelative = { writer: { 'writer-name': 'Idris Khan', relationship: 'her brother' } };
  for (const id of LETTER_IDS) {
    for (const rare of RARE) read({ ...fullAnswers(id, 'patient'), ...rare });
    read({ ...fullAnswers(id, 'carer-she'), ...asRelative });
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

it('keeps to the words of the product', () => {
  for (const file of readdirSync(FOLDER)) {
    const texts = Object.values(sectionsOf(readFileSync(join(FOLDER, file), 'utf8')));
    const text = texts.join('\n');
    expect(text, file).not.toMatch(/\b(?:simply|just|suffer\w*|mental illness|you (?:said|told)|said)\b/i);
    // "They" stands for nobody but the patient, so it comes from the places alone.
    expect(text, file).not.toMatch(/\b(?:they|them|their|he|she|his|her)\b/i);
    for (const sentence of text.split(/[.?:]\s|\n/)) expect(sentence.split(' ').length).toBeLessThan(21);
  }
});
