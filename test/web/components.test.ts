import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { parseFragment, type DefaultTreeAdapterTypes as Tree } from 'parse5';
import { afterAll, describe, expect, it } from 'vitest';
import { createViews } from '../../src/web/views.ts';

const views = createViews(fileURLToPath(new URL('../../views', import.meta.url)));
const render = (component: string, options: object): string =>
  views.render(`components/${component}`, options);

const COMPONENTS = [
  'back-link',
  'button',
  'checkboxes',
  'date-input',
  'details',
  'error-message',
  'error-summary',
  'fieldset',
  'hint',
  'input',
  'label',
  'radios',
  'skip-link',
  'summary-list',
  'textarea',
] as const;

/** Options that we leave out on purpose. A fixture that uses one is not run, and is named in the table. */
const LEFT_OUT: readonly { option: string; reason: string; used: (options: Options) => boolean }[] = [
  {
    option: 'items[].conditional',
    reason: 'conditional reveals fail WCAG 4.1.2; we ask on the next page',
    used: (options) => list(options.items).some((item) => Boolean((item?.conditional as Options)?.html)),
  },
  {
    option: 'prefix, suffix, inputWrapper',
    reason: 'no question needs them',
    used: (options) => ['prefix', 'suffix', 'inputWrapper'].some((name) => name in options),
  },
  {
    option: 'card',
    reason: 'summary cards: check answers has headings instead',
    used: (options) => 'card' in options,
  },
];

type Options = Record<string, unknown>;
interface Fixture {
  name: string;
  options: Options;
  html: string;
}

const list = (value: unknown): (Options | undefined)[] => (Array.isArray(value) ? (value as Options[]) : []);

function fixturesOf(component: string): Fixture[] {
  const file = `../../node_modules/govuk-frontend/dist/govuk/components/${component}/fixtures.json`;
  const { fixtures } = JSON.parse(readFileSync(new URL(file, import.meta.url), 'utf8')) as {
    fixtures: Fixture[];
  };
  return fixtures;
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
 * One line a node, with attributes sorted and what the eye and the ear do not notice taken out: comments,
 * runs of white space, and white space at the edge of a block.
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
  const table: string[] = [];
  afterAll(() => console.log(['component: passed/shipped, left out', ...table].join('\n')));

  it.each(LEFT_OUT)(
    'knows why $option is left out, and leaves out no more than is shipped',
    ({ reason, used }) => {
      expect(reason).not.toBe('');
      expect(COMPONENTS.flatMap(fixturesOf).some(({ options }) => used(options))).toBe(true);
    },
  );

  describe.each(COMPONENTS)('%s', (component) => {
    const fixtures = fixturesOf(component);
    const leftOut = new Map(
      fixtures.map(({ name, options }) => [name, LEFT_OUT.find(({ used }) => used(options))?.option]),
    );
    const run = fixtures.filter(({ name }) => !leftOut.get(name));
    let passed = 0;

    it.each(run)('$name', ({ options, html }) => {
      expect(shapeOf(render(component, options))).toBe(shapeOf(html));
      passed += 1;
    });

    afterAll(() => {
      const because = new Set([...leftOut.values()].filter(Boolean));
      const note =
        because.size > 0 ? `, ${fixtures.length - run.length} left out: ${[...because].join('; ')}` : '';
      table.push(`${component}: ${passed}/${fixtures.length}${note}`);
    });
  });
});

const HOSTILE = '"><script>alert(1)</script>';
// Begins with a sign, as HOSTILE does, so that making a first letter large changes neither.
const HARMLESS = '-harmless-';

describe('nothing that is not html comes out unescaped', () => {
  describe.each(COMPONENTS)('%s', (component) => {
    const cases = new Map<string, Fixture & { path: string[] }>();
    for (const fixture of fixturesOf(component)) {
      if (LEFT_OUT.some(({ used }) => used(fixture.options))) continue;
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
    expect(render('hint', { html: HOSTILE })).toContain(HOSTILE);
  });

  it('a text that begins with an empty line comes back from a text area whole', () => {
    const html = render('textarea', {
      name: 'own-words',
      label: { text: 'Own words' },
      value: '\n\nFirst\n',
    });
    expect(shapeOf(html)).toContain(JSON.stringify('\n\nFirst\n'));
  });
});

/** Where in the options a string stands that is to be shown as text, not taken as HTML. */
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
