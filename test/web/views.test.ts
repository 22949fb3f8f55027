import { mkdirSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parse, type DefaultTreeAdapterTypes as Tree } from 'parse5';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { buildAssets, type Manifest } from '../../scripts/build-assets.ts';
import { loadContent } from '../../src/content/content.ts';
import { createViews } from '../../src/web/views.ts';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
const content = loadContent(join(ROOT, 'content'));
const words = content.views.layout.oneself;
const views = createViews(join(ROOT, 'views'));

const site = {
  serviceName: 'Second opinion letters',
  organisation: 'the project',
  contactEmail: 'help@example.org',
  css: '/built/main.css',
  js: '/built/main.js',
  icon: '/built/icon.svg',
  letterPicture: '/built/letter.png',
  ...words,
};
const journey = {
  base: '/journeys/1',
  nickname: 'Thursday',
  about: 'Thursday',
  ownVoice: false,
  mayClear: true,
};
const plain = { site, title: 'About', heading: 'About us', html: '<p>Words.</p>' };

describe('views', () => {
  const folder = mkdtempSync(join(tmpdir(), 'views-'));
  afterAll(() => rmSync(folder, { recursive: true }));

  const withViews = (name: string, sources: Record<string, string>): string => {
    for (const [view, source] of Object.entries(sources)) {
      const file = join(folder, name, `${view}.ejs`);
      mkdirSync(dirname(file), { recursive: true });
      writeFileSync(file, source);
    }
    return join(folder, name);
  };

  it('escape what they print, and print nothing for a missing value', () => {
    const { render } = createViews(
      withViews('escape', { page: '<%= it.text %>|<%= it.none %>|<%= it.nil %>' }),
    );
    expect(render('page', { text: `&<>"'`, nil: null })).toBe('&amp;&lt;&gt;&quot;&#39;||');
  });

  it('give an included view only what is passed to it', () => {
    const { render } = createViews(
      withViews('include', {
        page: `<%- include('parts/b', { b: 1 }) %>`,
        'parts/b': '[<%= it.a %><%= it.b %>]\n',
      }),
    );
    expect(render('page', { a: 'secret' })).toBe('[1]');
  });

  it.each([
    ['a missing include', `<%- include('no-such') %>`, /includes no-such, which does not exist/],
    ['raw output of a text', '<%- it.text %>', /<%- is for include\(\) and for html keys/],
    ['raw output of a text behind an include', `<%- include('page', it) + it.text %>`, /<%- is for include/],
    ['a tag inside a script', '<script>const a = "<%= it.a %>";</script>', /template tag inside a script/],
    ['a tag that is not closed', 'a <% b', /matching close tag/],
  ])('stop the start for %s', (what, source, message) => {
    expect(() => createViews(withViews(what.replaceAll(' ', '-'), { page: source }))).toThrow(message);
  });

  it('name the view that failed, or that does not exist', () => {
    const { render } = createViews(withViews('failing', { page: '<%= it.a.b %>' }));
    expect(() => render('page', {})).toThrow(/views\/page\.ejs could not be rendered/);
    expect(() => render('constructor', {})).toThrow('There is no view called constructor');
  });
});

describe('a plain page', () => {
  const every = (html: string): Tree.Element[] => {
    const walk = (node: Tree.Node): Tree.Element[] => [
      ...('tagName' in node ? [node] : []),
      ...('childNodes' in node ? node.childNodes.flatMap(walk) : []),
    ];
    return walk(parse(html));
  };
  const attribute = (element: Tree.Element | undefined, name: string) =>
    element?.attrs.find((one) => one.name === name)?.value;
  const text = (node: Tree.Node): string =>
    'value' in node ? node.value : 'childNodes' in node ? node.childNodes.map(text).join('') : '';
  const render = (it: object = {}) => every(views.render('page', { ...plain, ...it }));
  const tags = (elements: Tree.Element[], name: string) => elements.filter(({ tagName }) => tagName === name);
  const links = (elements: Tree.Element[]) => tags(elements, 'a').map((link) => attribute(link, 'href'));

  it('has a title, a language, one heading, and a skip link that leads to main', () => {
    const page = render();
    expect(tags(page, 'title').map(text)).toEqual(['About – Second opinion letters']);
    expect(attribute(tags(page, 'html')[0], 'lang')).toBe('en-GB');
    expect(tags(page, 'h1').map(text)).toEqual(['About us']);
    const [first] = page.slice(page.findIndex(({ tagName }) => tagName === 'body') + 1);
    expect(attribute(first, 'href')).toBe('#main-content');
    expect(tags(page, 'main').map((main) => attribute(main, 'id'))).toEqual(['main-content']);
  });

  it('says Error in its title when there are errors, and only then', () => {
    const title = (it: object) => tags(render(it), 'title').map(text).join();
    expect(title({ errors: [{ text: 'Enter a name', href: '#name' }] })).toMatch(/^Error: About/);
    expect(title({ errors: [] })).toMatch(/^About/);
  });

  it('has urgent help in its header, and the links of a journey only in a journey', () => {
    expect(links(render())).toContain('/urgent-help');
    expect(links(render())).not.toContain('/leave');
    const inJourney = render({ journey, canLeave: true });
    expect(links(inJourney)).toEqual(
      expect.arrayContaining(['/leave', '/journeys/1/finish', '/journeys/1/save']),
    );
    expect(inJourney.map(text)[0]).toContain('This is for: Thursday');
    const leave = tags(inJourney, 'a').find((link) => attribute(link, 'href') === '/leave');
    expect(attribute(leave, 'rel')).toBe('nofollow noopener');
  });

  it('has its back link before main', () => {
    const page = render({ backLink: '/before' });
    const at = (test: (element: Tree.Element) => boolean) => page.findIndex(test);
    const back = at((element) => attribute(element, 'href') === '/before');
    expect(back).toBeGreaterThan(-1);
    expect(back).toBeLessThan(at(({ tagName }) => tagName === 'main'));
  });

  it('escapes every value that is not html', () => {
    const hostile = '"><script>alert(1)</script>';
    const html = views.render('page', {
      ...plain,
      title: hostile,
      heading: hostile,
      bodyClass: hostile,
      backLink: hostile,
      site: { ...Object.fromEntries(Object.keys(site).map((key) => [key, hostile])), ...words },
      journey: { ...journey, base: hostile, nickname: hostile },
    });
    expect(html).not.toContain(hostile);
    expect(tags(every(html), 'script')).toHaveLength(1);
  });

  it('has nothing inline, which its security policy would refuse', () => {
    const page = render({ journey, backLink: '/before' });
    for (const element of page) {
      expect(element.tagName).not.toBe('style');
      expect(element.attrs.filter(({ name }) => name === 'style' || name.startsWith('on'))).toEqual([]);
    }
    expect(tags(page, 'script').map(text).join('').trim()).toBe('');
  });
});

describe('the built assets', () => {
  const KILOBYTE = 1024;
  let manifest: Manifest;
  const file = (name: string) => join(ROOT, 'public/built', manifest[name] ?? name);
  const built = (name: string) => readFileSync(file(name), 'utf8');
  beforeAll(async () => {
    manifest = await buildAssets();
  });

  it('are the style sheet, the script, the pictures and the fonts, under names that change with their content', () => {
    const fonts = Object.keys(manifest).filter((name) => name.endsWith('.woff2'));
    expect(Object.keys(manifest)).toEqual(['main.css', 'main.js', 'icon.svg', 'letter.png', ...fonts]);
    // Every font of the style sheet is one of them, under the name that it is served by.
    const faces = [...built('main.css').matchAll(/url\("?([^")]+)"?\)/g)].map(([, address]) => address);
    expect(faces.toSorted()).toEqual(fonts.map((name) => manifest[name]).toSorted());
    expect(manifest['main.css']).toMatch(/^main\.[0-9a-f]{12}\.css$/);
  });

  it('are not built again while nothing has changed', async () => {
    const before = statSync(file('manifest.json')).mtimeMs;
    expect(await buildAssets()).toEqual(manifest);
    expect(statSync(file('manifest.json')).mtimeMs).toBe(before);
  });

  it('are small: the styles fit into 10 KB, the script into 7', () => {
    const wire = (name: string) => statSync(`${file(name)}.br`).size;
    expect(wire('main.css')).toBeLessThan(10 * KILOBYTE);
    expect(wire('main.js')).toBeLessThan(7 * KILOBYTE);
  });

  it("have nobody else's brand, no data address and no other host", () => {
    const foreign = /Transport|Frutiger|assets\.nhs\.uk|crown|crest|nhsuk-|#005eb8|#1d70b8|data:/i;
    for (const name of ['main.css', 'main.js', 'icon.svg']) expect(built(name)).not.toMatch(foreign);
    expect(built('main.css')).not.toMatch(/url\("?(?:https?:)?\/|@import/);
  });

  it('have the colour that the browser paints around the page', () => {
    const themes = [...views.render('page', plain).matchAll(/theme-color" content="(#\w+)"/g)];
    expect(themes).toHaveLength(2);
    for (const [, colour] of themes)
      expect(built('main.css')).toContain(`--govuk-surface-background-colour: ${colour}`);
  });
});
