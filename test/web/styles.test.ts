import { readdirSync, readFileSync } from 'node:fs';
import { expect, it } from 'vitest';

const textsIn = (folder: string, ending: string): string[] => {
  const below = new URL(`../../${folder}/`, import.meta.url);
  return readdirSync(below, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith(ending))
    .map((name) => readFileSync(new URL(name, below), 'utf8'));
};

/** Everything that can put a class on a page. */
const sources = [
  ...textsIn('views', '.ejs'),
  ...textsIn('src', '.ts'),
  ...textsIn('public/scripts', '.js'),
  ...textsIn('content', '.md'),
].join('\n');

const styles = textsIn('public/styles', '.scss')
  .join('\n')
  .replaceAll(/\/\/.*|@use [^;]*;/g, '');
const classes = [...new Set(styles.match(/(?<=\.)[a-z][\w-]*/g))].sort();

const has = (word: string) => new RegExp(`(?<![\\w-])${word}(?![\\w-])`).test(sources);

/** Whether the name is assembled in the code: `letter__` and the kind of a block, `govuk-radios` and `__item`. */
function isPutTogether(name: string): boolean {
  const [block, element] = name.split('__');
  if (!element) return false;
  return block === 'letter'
    ? has(element)
    : /^govuk-(radios|checkboxes)$/.test(block!) && sources.includes(`__${element}`);
}

it.each(classes)('.%s is used by a view, a format or a script', (name) => {
  expect(has(name) || isPutTogether(name)).toBe(true);
});
