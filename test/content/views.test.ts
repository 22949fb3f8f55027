import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';
import { viewTexts } from '../../scripts/texts.ts';

const folder = fileURLToPath(new URL('../../views', import.meta.url));
const views = readdirSync(folder, { recursive: true, encoding: 'utf8' })
  .filter((name) => name.endsWith('.ejs'))
  .sort();

/** The two words that are part of govuk-frontend's own components. */
const BROUGHT_ALONG = ['Back', 'Error: X', 'Error: '];

/** Attributes that only a screen reader reads out. */
const labelsIn = (source: string) =>
  [...source.matchAll(/\b(?:aria-label|alt|title)="([^"<]+)"/g)].map(([, text = '']) => text);

/** What a person would read in a view if all its values were empty. */
const ownWords = (name: string, source: string) =>
  [...viewTexts(name, source).map(({ text }) => text), ...labelsIn(source)].filter(
    (text) => !BROUGHT_ALONG.includes(text) && /\p{L}/u.test(text.replaceAll('X', '')),
  );

it.each(views)('views/%s has no words of its own', (name) => {
  expect(ownWords(name, readFileSync(`${folder}/${name}`, 'utf8'))).toEqual([]);
});

it('finds a sentence, a label and a text in the code of a view', () => {
  const view =
    "<p>Read this.</p><%= it.a ? 'Keep it' : 'Leave it' %><nav aria-label=\"Ways\"><%= it.label %></nav>";
  expect(ownWords('a.ejs', view)).toEqual(['Read this.', 'Keep it', 'Leave it', 'Ways']);
});
