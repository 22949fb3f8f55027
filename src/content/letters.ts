import { z } from 'zod';
import { LETTERS } from '../letters/all-letters.ts';
import { type LetterWords, unknownPlacesIn, type Words } from '../letters/words.ts';
import { type Report, readFolder } from './read.ts';

const letterSchema = z.strictObject({ title: z.string() });

/** Reads the words of the letters: the shared ones and each letter's own, which come first. */
export function readLetters(folder: string, report: Report): LetterWords {
  const entries = readFolder(folder, letterSchema, report);
  if (!entries.has('shared')) report('letters/shared.md is missing');
  const shared = sectionsOf(entries.get('shared')?.body ?? '');
  for (const [file, { body }] of entries)
    for (const place of unknownPlacesIn(body)) report(`letters/${file}.md: nothing fills {${place}}`);
  for (const file of entries.keys())
    if (file !== 'shared' && !(file in LETTERS)) report(`letters/${file}.md belongs to no letter`);
  const words = Object.entries(LETTERS).map(([id, { words: needed }]) => {
    const entry = entries.get(id);
    if (!entry) {
      report(`letters/${id}.md is missing`);
      return [id, shared] as const;
    }
    const own: Words = { title: entry.front.title, ...sectionsOf(entry.body) };
    for (const name of needed) if (!own[name]) report(`letters/${id}.md: no words for ${name}`);
    for (const name of Object.keys(own))
      if (!needed.includes(name)) report(`letters/${id}.md: src/letters/${id}.ts does not name ${name}`);
    return [id, { ...shared, ...own }] as const;
  });
  return Object.fromEntries(words) as LetterWords;
}

/** The texts under `## name` headings, by name, each joined into one line. */
export function sectionsOf(body: string): Words {
  const sections = body.split(/^## /m).slice(1);
  return Object.fromEntries(
    sections.map((section) => {
      const [name = '', ...lines] = section.split('\n');
      return [name.trim(), lines.join(' ').trim().replace(/\s+/g, ' ')];
    }),
  );
}
