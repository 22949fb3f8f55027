import { readdirSync, readFileSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import ejs from 'ejs';

/** Every page and component of the product, ready to be filled in. */
export interface Views {
  /**
   * Renders a view by its path below the folder, without the ending: `page`, `components/button`.
   * `page` is read as `it` in the template. Name its keys one by one: never spread what a request sent.
   */
  readonly render: (name: string, page: object) => string;
}

type Compiled = (it: object, escape: typeof escapeHtml, include: Include) => string;
type Include = (name: string, it?: object | null) => string;

const SPECIAL = /[&<>"']/;
const EVERY_SPECIAL = /[&<>"']/g;
const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

/** Makes any value safe as HTML text and inside a quoted attribute. Nothing is printed for undefined and null. */
export function escapeHtml(value: unknown): string {
  if (value === undefined || value === null) return '';
  const text = typeof value === 'string' ? value : `${value as number}`;
  // Most texts have nothing to replace, and a test is several times cheaper than a replacement.
  return SPECIAL.test(text) ? text.replace(EVERY_SPECIAL, (character) => ENTITIES[character] ?? '') : text;
}

/**
 * Reads and compiles every `.ejs` below `folder`, once. A view that breaks the house rules, or includes one
 * that is not there, stops the start, so that no request can be the first to find out.
 */
export function createViews(folder: string): Views {
  const sources = new Map(templatesIn(folder));
  const faults = [...sources].flatMap(([name, source]) => faultsOf(name, source, sources));
  if (faults.length > 0) throw new Error(`Views cannot be used:\n${faults.join('\n')}`);

  const compiled = new Map([...sources].map(([name, source]) => [name, compile(name, source)]));

  const include: Include = (name, it) => {
    const view = compiled.get(name);
    if (!view) throw new ViewError(`There is no view called ${name}`);
    try {
      return view(it ?? {}, escapeHtml, include);
    } catch (cause) {
      if (cause instanceof ViewError) throw cause;
      throw new ViewError(`views/${name}.ejs could not be rendered: ${String(cause)}`, { cause });
    }
  };
  return { render: include };
}

class ViewError extends Error {
  override name = 'ViewError';
}

function* templatesIn(folder: string): Generator<[name: string, source: string]> {
  for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile() || !entry.name.endsWith('.ejs')) continue;
    const file = join(entry.parentPath, entry.name);
    const name = relative(folder, file).slice(0, -'.ejs'.length).split(sep).join('/');
    // A component can stand inside a line of text, where the file's last line end would show as a space.
    yield [name, readFileSync(file, 'utf8').trimEnd()];
  }
}

/**
 * EJS writes the function's body and we make the function, because the one that EJS returns reads includes
 * from the disk, and hands them all that the including view was given.
 */
function compile(name: string, source: string): Compiled {
  const options = { strict: true, localsName: 'it', compileDebug: false, filename: `views/${name}.ejs` };
  const template = new ejs.Template(source, options);
  template.compile();
  // What is evaluated is our own template, at start; nothing of a request is ever in it.
  // eslint-disable-next-line @typescript-eslint/no-implied-eval
  return new Function('it', 'escapeFn', 'include', `'use strict';\n${template.source}`) as Compiled;
}

const RAW_OUTPUT = /<%-([\s\S]*?)[-_]?%>/g;
const TRUSTED = /^\s*(include\([\s\S]*\)|[\w.?]*(\.html|Html))\s*$/;
const LITERAL_INCLUDE = /\binclude\(\s*(['"])(.+?)\1/g;
const SCRIPT_WITH_TAG = /<script\b(?:(?!<\/script)[\s\S])*?>(?:(?!<\/script)[\s\S])*?<%/i;

/** What a review would look for in every template; checked here so that nobody has to remember. */
function faultsOf(name: string, source: string, all: ReadonlyMap<string, string>): string[] {
  const faults: string[] = [];
  for (const [, output = ''] of source.matchAll(RAW_OUTPUT)) {
    if (!TRUSTED.test(output))
      faults.push(`${name}: <%- is for include() and for html keys, not "${output.trim()}"`);
  }
  for (const [, , included = ''] of source.matchAll(LITERAL_INCLUDE)) {
    if (!all.has(included)) faults.push(`${name}: includes ${included}, which does not exist`);
  }
  if (SCRIPT_WITH_TAG.test(source))
    faults.push(`${name}: has a template tag inside a script, where escaping does not hold`);
  return faults;
}
