import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { parseFragment, type DefaultTreeAdapterTypes as Tree } from 'parse5';
import { describe, expect, it } from 'vitest';
import { createViews } from '../../src/web/views.ts';

const views = createViews(fileURLToPath(new URL('../../views', import.meta.url)));
const render = (component: string, options: object): string =>
  views.render(`components/${component}`, options);

/** The options that each component takes: `items[].text` is one of each item, `attributes.*` is any attribute. */
const COMPONENTS: Readonly<Record<string, string>> = {
  'back-link': 'href',
  button: 'text href id name value classes isStartButton preventDoubleClick attributes.*',
  checkboxes: `name idPrefix classes fieldset.legend.text fieldset.legend.classes fieldset.legend.isPageHeading
    hint.text errorMessage.text formGroup.beforeInputs.html items[].value items[].text items[].checked
    items[].hint.text items[].divider items[].behaviour items[].label.attributes.*`,
  'date-input': `id namePrefix fieldset.legend.text fieldset.legend.classes fieldset.legend.isPageHeading hint.text
    errorMessage.text items[].name items[].value items[].classes items[].inputmode items[].autocomplete
    items[].autocapitalize items[].spellcheck`,
  details: 'summaryText html classes open',
  'error-message': 'id text',
  'error-summary': 'titleText errorList[].text errorList[].href',
  fieldset: 'legend.text legend.classes legend.isPageHeading describedBy role html',
  hint: 'id text classes',
  input: `id name type value classes spellcheck autocomplete autocapitalize inputmode label.text label.classes
    label.isPageHeading hint.text errorMessage.text formGroup.beforeInput.html attributes.*`,
  label: 'for text classes isPageHeading attributes.*',
  radios: `name idPrefix fieldset.legend.text fieldset.legend.classes fieldset.legend.isPageHeading hint.text
    errorMessage.text formGroup.beforeInputs.html items[].value items[].text items[].checked items[].hint.text
    items[].divider items[].heading`,
  'skip-link': 'href text',
  'summary-list': `classes rows[].key.text rows[].value.html rows[].actions.items[].href
    rows[].actions.items[].text rows[].actions.items[].visuallyHiddenText`,
  textarea: `id name rows value spellcheck autocomplete autocapitalize label.text label.classes label.isPageHeading
    hint.text errorMessage.text formGroup.beforeInput.html attributes.*`,
};
const NAMES = Object.keys(COMPONENTS);

/** Options that govuk-frontend fills in when they are not passed, and that our views always pass. */
const ALWAYS_PASSED: Readonly<Record<string, (options: Options) => Options>> = {
  'back-link': (options) => ({ href: '#', ...options }),
  input: (options) => ({ id: options.name, ...options }),
  textarea: (options) => ({ rows: 5, id: options.name, ...options }),
};

/** Options that our views always pass, and that govuk-frontend can do without. */
const NEEDED: Readonly<Record<string, (options: Options) => boolean>> = {
  'skip-link': (options) => 'href' in options,
  label: (options) => 'text' in options,
  'date-input': (options) => 'namePrefix' in options,
  'error-summary': (options) => list(options.errorList).every((item) => item && 'href' in item),
  // A hint or a message about several choices belongs to their legend.
  checkboxes: (options) => 'fieldset' in options || !('hint' in options || 'errorMessage' in options),
};

type Options = Record<string, unknown>;
interface Fixture {
  name: string;
  options: Options;
  html: string;
}

const list = (value: unknown): (Options | undefined)[] => (Array.isArray(value) ? (value as Options[]) : []);

/** The fixtures of govuk-frontend that pass nothing but what our component takes. */
function fixturesOf(component: string): Fixture[] {
  const file = `../../node_modules/govuk-frontend/dist/govuk/components/${component}/fixtures.json`;
  const { fixtures } = JSON.parse(readFileSync(new URL(file, import.meta.url), 'utf8')) as {
    fixtures: Fixture[];
  };
  return fixtures
    .map((fixture) => ({
      ...fixture,
      options: ALWAYS_PASSED[component]?.(fixture.options) ?? fixture.options,
    }))
    .filter(({ options }) => pathsIn(options).every((path) => takes(component, path)))
    .filter(({ options }) => NEEDED[component]?.(options) ?? true);
}

const optionsOf = (component: string): string[] => COMPONENTS[component]!.split(/\s+/);

const takes = (component: string, path: string): boolean =>
  optionsOf(component).some((one) => (one.endsWith('.*') ? path.startsWith(one.slice(0, -1)) : path === one));

/** The path of every value in the options: `items[].text`. */
function pathsIn(value: unknown, path = ''): string[] {
  if (Array.isArray(value)) return value.flatMap((item) => pathsIn(item, `${path}[]`));
  if (typeof value !== 'object' || value === null) return [path];
  return Object.entries(value).flatMap(([key, inner]) => pathsIn(inner, path ? `${path}.${key}` : key));
}

const INLINE = new Set([
  'a',
  'b',
  'i',
  'em',
  'span',
  'strong',
  'label',
  'input',
  'button',
  'svg',
  'abbr',
  'code',
]);

/**
 * One line for each node, with attributes sorted, and without what nobody can see or hear: comments, runs of white
 * space, and white space at the edge of a block.
 */
function shapeOf(html: string): string {
  const lines: string[] = [];
  const visit = (node: Tree.ChildNode, depth: number, atEdge: { before: boolean; after: boolean }): void => {
    const indent = ' '.repeat(depth);
    if (node.nodeName === '#text') {
      let text = (node as Tree.TextNode).value;
      if (node.parentNode?.nodeName !== 'textarea') {
        text = text.replace(/\s+/g, ' ');
        if (atEdge.before) text = text.trimStart();
        if (atEdge.after) text = text.trimEnd();
      }
      if (text) lines.push(indent + JSON.stringify(text));
    } else if ('tagName' in node) {
      const attributes = node.attrs
        .map(({ name, value }) => `${name}=${JSON.stringify(value.trim().replace(/\s+/g, ' '))}`)
        .sort();
      lines.push(`${indent}<${[node.tagName, ...attributes].join(' ')}>`);
      visitAll(node.childNodes, depth + 1);
    }
  };
  const visitAll = (all: Tree.ChildNode[], depth: number): void => {
    const nodes = all.filter((node) => node.nodeName !== '#comment');
    nodes.forEach((node, index) => {
      const [before, after] = [nodes[index - 1], nodes[index + 1]];
      visit(node, depth, {
        before: !before || !INLINE.has(before.nodeName),
        after: !after || !INLINE.has(after.nodeName),
      });
    });
  };
  visitAll(parseFragment(html).childNodes, 0);
  return lines.join('\n');
}

describe("components give the HTML of govuk-frontend's fixtures", () => {
  describe.each(NAMES)('%s', (component) => {
    const fixtures = fixturesOf(component);

    it('has fixtures to compare with', () => expect(fixtures).not.toEqual([]));

    it.each(fixtures)('$name', ({ options, html }) => {
      expect(shapeOf(render(component, options))).toBe(shapeOf(html));
    });
  });
});

describe('every option of a component is passed by some view', () => {
  const folder = new URL('../../views/', import.meta.url);
  const read = (file: URL) => readFileSync(file, 'utf8');
  const filesIn = (below: URL, ending: string) =>
    readdirSync(below, { recursive: true, encoding: 'utf8' })
      .filter((name) => name.endsWith(ending))
      .map((name) => [name, read(new URL(name, below))] as const);
  const callers = [
    ...filesIn(folder, '.ejs'),
    ...filesIn(new URL('../../src/web/pages/', import.meta.url), '.ts'),
  ];

  it('every component is in the table', () => {
    const files = readdirSync(new URL('components/', folder)).filter((name) => name.endsWith('.ejs'));
    expect(files.sort()).toEqual(NAMES.map((name) => `${name}.ejs`).sort());
  });

  it.each(NAMES)('%s', (component) => {
    const others = callers.filter(([name]) => name !== `components/${component}.ejs`);
    expect(others.some(([, text]) => text.includes(`components/${component}'`))).toBe(true);
    const names = new Set(
      optionsOf(component)
        .flatMap((path) => path.split(/[.[\]*]+/))
        .filter(Boolean),
    );
    const unpassed = [...names].filter(
      (name) => !others.some(([, text]) => new RegExp(`\\b${name}\\b\\s*[:,}]`).test(text)),
    );
    expect(unpassed).toEqual([]);
    const own = read(new URL(`components/${component}.ejs`, folder));
    const taken = new Set([...own.matchAll(/\bit\.(\w+)/g)].map(([, name]) => name!));
    expect([...taken].filter((name) => !names.has(name))).toEqual([]);
  });
});

const HOSTILE = '"><script>alert(1)</script>';
// Begins with punctuation, as HOSTILE does, so that capitalising the first letter changes neither.
const HARMLESS = '-harmless-';

describe('an option that is not html is escaped', () => {
  describe.each(NAMES)('%s', (component) => {
    const cases = new Map<string, Fixture & { path: string[] }>();
    for (const fixture of fixturesOf(component)) {
      for (const path of stringPaths(fixture.options)) cases.set(path.join('.'), { ...fixture, path });
    }

    it.each([...cases])('%s', (_, { options, path }) => {
      const hostile = render(component, withValue(options, path, HOSTILE));
      const harmless = render(component, withValue(options, path, HARMLESS));
      expect(hostile).not.toContain('<script');
      expect(hostile).not.toContain(HOSTILE);
      const asTold = shapeOf(hostile).replaceAll(JSON.stringify(HOSTILE).slice(1, -1), HARMLESS);
      expect(asTold.replaceAll(HOSTILE, HARMLESS)).toBe(shapeOf(harmless));
    });
  });

  it('html options are the exception', () => {
    expect(render('details', { html: HOSTILE })).toContain(HOSTILE);
  });

  it('a text that begins with an empty line comes back from a text area whole', () => {
    const html = render('textarea', {
      id: 'own-words',
      name: 'own-words',
      label: { text: 'Own words' },
      value: '\n\nFirst\n',
    });
    expect(shapeOf(html)).toContain(JSON.stringify('\n\nFirst\n'));
  });
});

/** The paths of the options' strings that are shown as text, not used as HTML. */
function stringPaths(value: unknown, path: string[] = []): string[][] {
  if (typeof value === 'string') return /(^html|Html)$/.test(path.at(-1) ?? '') ? [] : [path];
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]) => stringPaths(inner, [...path, key]));
}

/** A copy of the options with another value at the path. */
function withValue(options: Options, path: string[], value: string): Options {
  const copy = structuredClone(options);
  const holder = path.slice(0, -1).reduce<Options>((inner, key) => inner[key] as Options, copy);
  holder[path.at(-1) ?? ''] = value;
  return copy;
}
