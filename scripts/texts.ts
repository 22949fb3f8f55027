import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseFragment, type DefaultTreeAdapterTypes as Tree } from 'parse5';
import { load } from 'js-yaml';
import { toHtml } from '../src/content/markdown.ts';
import { READERS, voiced } from '../src/content/voices.ts';

/** One heading, paragraph, list item or label that a person reads, in one voice. */
export interface ReadText {
  readonly file: string;
  /** A letter may have longer sentences; an error message has more words to avoid. */
  readonly kind: 'page' | 'letter' | 'error';
  readonly text: string;
  readonly hasItalics: boolean;
}

type Block = Pick<ReadText, 'text' | 'hasItalics'>;

// Keys for the code, not for people: which facts, where an answer goes, which fixed lines a page has.
const NOT_READ = ['facts', 'section', 'goes', 'care', 'answers'];
const FRONT_MATTER = /^---\n([\s\S]*?)\n---\n?([\s\S]*)$/;

/** Everything that a person reads in `content/` and `views/`; nobody is shown facts.yaml, our ledger. */
export function readTexts(root: string): readonly ReadText[] {
  const content = filesIn(root, 'content', '.md').flatMap((file) =>
    contentTexts(file, readFileSync(join(root, file), 'utf8')),
  );
  const views = filesIn(root, 'views', '.ejs').flatMap((file) =>
    viewTexts(file, readFileSync(join(root, file), 'utf8')),
  );
  return [...content, ...views];
}

const filesIn = (root: string, folder: string, ending: string): string[] =>
  readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith(ending))
    .map((name) => `${folder}/${name}`)
    .sort();

/** The texts of a content file, in each of its voices. */
export function contentTexts(file: string, source: string): readonly ReadText[] {
  const [, yaml = '', body = ''] = FRONT_MATTER.exec(source) ?? [];
  const front = stringsIn(load(yaml), []);
  const texts = READERS.flatMap((reader) => [
    ...front.map(({ text, path }) => ({
      file,
      kind: path.includes('errors') ? ('error' as const) : ('page' as const),
      ...plain(voiced(text, reader)),
    })),
    ...bodyTexts(file, voiced(body, reader)),
  ]);
  return texts.filter(({ text }, index) => texts.findIndex((other) => other.text === text) === index);
}

function bodyTexts(file: string, body: string): readonly ReadText[] {
  const isNamed = /^content\/(?:letters|cards|views)\//.test(file);
  if (!isNamed) return blocksOf(toHtml(body)).map((block) => ({ file, kind: 'page', ...block }));
  // "## name" only names a text there, so nobody reads the name.
  const texts = body.split(/^## .*$/m).slice(1);
  if (file.startsWith('content/views/'))
    return texts.flatMap((text) => blocksOf(toHtml(text))).map((block) => ({ file, kind: 'page', ...block }));
  const kind = file.startsWith('content/letters/') ? 'letter' : 'page';
  return texts.map((text) => ({ file, kind, ...plain(text.replace(/\s+/g, ' ').trim()) }));
}

function stringsIn(
  value: unknown,
  path: readonly string[],
): readonly { text: string; path: readonly string[] }[] {
  if (typeof value === 'string') return [{ text: value, path }];
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value)
    .filter(([key]) => !NOT_READ.includes(key))
    .flatMap(([key, one]) => stringsIn(one, [...path, key]));
}

const plain = (text: string): Block => ({ text, hasItalics: false });

/** The texts of a view: its HTML with every value as one word, and the sentences in its code. */
export function viewTexts(file: string, source: string): readonly ReadText[] {
  const html = source
    .replace(/<%#[\s\S]*?%>/g, '')
    .replace(/<%=[\s\S]*?%>/g, 'X')
    // The texts of two branches never appear together, so they are separated.
    .replace(/<%[^%]*\belse\b[^%]*%>/g, '<hr>')
    .replace(/<%[\s\S]*?%>/g, '');
  const code = [...source.matchAll(/<%([\s\S]*?)%>/g)].map(([, inside]) => inside!).join('\n');
  const held = [...code.matchAll(/'([^'\n]*)'/g)]
    .map(([, text]) => text!)
    .filter((text) => /^[A-Z“].* /.test(text));
  return [...blocksOf(html), ...held.map(plain)].map((block) => ({ file, kind: 'page' as const, ...block }));
}

const INLINE = ['a', 'abbr', 'b', 'code', 'em', 'i', 'span', 'strong'];
const ITALIC = ['em', 'i'];

/** The texts between the block elements of an HTML fragment. */
function blocksOf(html: string): readonly Block[] {
  const blocks: { text: string; hasItalics: boolean }[] = [{ text: '', hasItalics: false }];
  const visit = (node: Tree.ChildNode): void => {
    if ('value' in node) blocks.at(-1)!.text += node.value;
    if (!('childNodes' in node)) return;
    const isBlock = !INLINE.includes(node.nodeName);
    if (isBlock) blocks.push(plain(''));
    if (ITALIC.includes(node.nodeName)) blocks.at(-1)!.hasItalics = true;
    node.childNodes.forEach(visit);
    if (isBlock) blocks.push(plain(''));
  };
  parseFragment(html).childNodes.forEach(visit);
  return blocks
    .map(({ text, hasItalics }) => ({ text: text.replace(/\s+/g, ' ').trim(), hasItalics }))
    .filter(({ text }) => /\p{L}/u.test(text));
}
