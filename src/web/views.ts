import { readdirSync, readFileSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import ejs from 'ejs';
import { escapeHtml } from '../formats/escape-html.ts';

/** Every page and component of the product, compiled. */
export interface Views {
  /**
   * Renders a view by its path below the folder, without the ending: `page`, `components/button`.
   * `page` is `it` in the template. Name its keys one by one; never spread what a request sent.
   */
  readonly render: (name: string, page: object) => string;
}

type View = (it?: object | null) => string;
type Include = (name: string, it?: object | null) => string;

/**
 * Reads and compiles every `.ejs` below `folder`, once.
 * @throws Error if a view breaks the house rules or includes a missing one, so that it shows at start-up
 */
export function createViews(folder: string): Views {
  const sources = new Map(templatesIn(folder));
  const problems = [...sources].flatMap(([name, source]) => problemsIn(name, source, sources));
  if (problems.length > 0) throw new Error(`Views cannot be used:\n${problems.join('\n')}`);

  return { render: compile(sources) };
}

class ViewError extends Error {
  override name = 'ViewError';
}

function* templatesIn(folder: string): Generator<[name: string, source: string]> {
  for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile() || !entry.name.endsWith('.ejs')) continue;
    const file = join(entry.parentPath, entry.name);
    const name = relative(folder, file).slice(0, -'.ejs'.length).split(sep).join('/');
    // A component can be inside a line of text, where the file's last line end would show as a space.
    yield [name, readFileSync(file, 'utf8').trimEnd()];
  }
}

/**
 * Compiles every view with our own `include`. EJS's would read the disk for each request, and pass all data
 * of the including view to the included one.
 */
function compile(sources: ReadonlyMap<string, string>): Include {
  const views = new Map<string, View>();
  const include: Include = (name, it) => {
    const view = views.get(name);
    if (!view) throw new ViewError(`There is no view called ${name}`);
    try {
      return view(it);
    } catch (cause) {
      throw failed(name, cause);
    }
  };
  for (const [name, source] of sources) {
    // EJS's `context` is a template's `this`. Its own include is a parameter, which a template may reassign.
    const view = ejs.compile(`<% include = this.include %>${source}`, {
      strict: true,
      localsName: 'it',
      context: { include },
      escape: escapeHtml,
      compileDebug: false,
      filename: `views/${name}.ejs`,
    });
    views.set(name, (it) => view(it ?? {}));
  }
  return include;
}

/** The error of a view, with the name of the innermost view that failed. */
function failed(name: string, cause: unknown): ViewError {
  if (cause instanceof ViewError) return cause;
  return new ViewError(`views/${name}.ejs could not be rendered: ${String(cause)}`, { cause });
}

const RAW_OUTPUT = /<%-([\s\S]*?)[-_]?%>/g;
const TRUSTED = /^\s*(include\([\s\S]*\)|[\w.?]*(\.html|Html))\s*$/;
const LITERAL_INCLUDE = /\binclude\(\s*(['"])(.+?)\1\s*,?/g;
const SCRIPT_WITH_TAG = /<script\b(?:(?!<\/script)[\s\S])*?>(?:(?!<\/script)[\s\S])*?<%/i;

/** Checks every template for what a reviewer would otherwise have to remember. */
function problemsIn(name: string, source: string, all: ReadonlyMap<string, string>): string[] {
  const problems: string[] = [];
  for (const [, output = ''] of source.matchAll(RAW_OUTPUT)) {
    if (!TRUSTED.test(output))
      problems.push(`${name}: <%- is for include() and for html keys, not "${output.trim()}"`);
  }
  for (const [, , included = ''] of source.matchAll(LITERAL_INCLUDE)) {
    if (!all.has(included)) problems.push(`${name}: includes ${included}, which does not exist`);
  }
  if (SCRIPT_WITH_TAG.test(source))
    problems.push(`${name}: has a template tag inside a script, where escaping does not hold`);
  return problems;
}
