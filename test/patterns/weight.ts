import { readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { buildAssets } from '../../scripts/build-assets.ts';
import { runApp, type RunningApp } from '../support/app.ts';
import { attribute } from '../support/page.ts';
import { root } from '../support/services.ts';
import { everyState } from './every-state.ts';
import type { Show } from './stage.ts';

/** How much a phone with a poor signal has to load, and that it loads it only from us. */
const FIRST_PAGE = 14_336;
/** The heaviest page is the plan with everything ticked, as each item cites its sources. */
const LATER_PAGE = 8 * 1024;
const SCRIPT = 7 * 1024;
/** All fonts of the pages; those of the letter load only on pages with a letter. */
const TEXT_FONTS = 60 * 1024;
const LETTER_FONTS = 32 * 1024;
const FOREIGN = /Transport|Frutiger|assets\.nhs\.uk|crown|crest|nhsuk-|#005eb8|#1d70b8/i;
/** Elements that load something. */
const LOADS = [
  'script',
  'link',
  'img',
  'source',
  'iframe',
  'object',
  'embed',
  'video',
  'audio',
  'image',
  'use',
];

let app: RunningApp;
let shows: (readonly [name: string, show: Show])[];
const built = new Map<string, string>();
beforeAll(async () => {
  app = await runApp();
  shows = (await everyState()).map(({ state, show }) => [state.name, show]);
  for (const [name, file] of Object.entries(await buildAssets()))
    built.set(name, join(root, 'public/built', file));
});
afterAll(() => app.close());

/** These pages are mostly what somebody typed, which has no limit here. */
const TYPED = /, at its longest$/;

/** The bytes sent, compressed. */
const onTheWire = ({ headers }: Show) => Number(headers.get('content-length'));
const size = (name: string) => statSync(`${built.get(name)}.br`).size;
const fonts = (kind: string) =>
  [...built].filter(([name]) => name.startsWith(kind) && name.endsWith('.woff2'));
const together = (files: readonly (readonly [string, string])[]) =>
  files.reduce((sum, [, file]) => sum + statSync(file).size, 0);

describe('what is sent', () => {
  it('fits the first page and its styles into one round trip', () => {
    const [, start] = shows.find(([name]) => name === '/')!;
    expect(onTheWire(start) + size('main.css')).toBeLessThanOrEqual(FIRST_PAGE);
  });

  it('is the smallest encoding that the browser accepts, in whatever order it lists them', async () => {
    for (const [accepted, sent] of [
      ['gzip, deflate, br, zstd', 'br'],
      ['br;q=0, gzip', 'gzip'],
      ['identity', null],
    ] as const) {
      const file = `/assets/${built.get('main.css')!.split('/').at(-1)}`;
      const { headers } = await fetch(app.origin + file, { headers: { 'Accept-Encoding': accepted } });
      expect(headers.get('content-encoding')).toBe(sent);
    }
  });

  it('is at most 8 KB for every later page', () => {
    const heavy = shows.filter(([name, show]) => !TYPED.test(name) && onTheWire(show) > LATER_PAGE);
    expect(heavy.map(([name, show]) => `${name}: ${onTheWire(show)}`)).toEqual([]);
  });

  it('includes one small script, which no page waits for', () => {
    expect(size('main.js')).toBeLessThanOrEqual(SCRIPT);
    for (const [, { page }] of shows)
      expect(page.all('script').map((script) => attribute(script, 'type'))).toEqual(['module']);
  });
});

describe('the fonts', () => {
  it('come from us, without further compression, and can be cached for good', async () => {
    expect(fonts('')).toHaveLength(6);
    for (const [, file] of fonts('')) {
      const { status, headers } = await fetch(`${app.origin}/assets/${file.split('/').at(-1)!}`, {
        headers: { 'Accept-Encoding': 'gzip, br' },
      });
      expect(status).toBe(200);
      expect(headers.get('content-type')).toBe('font/woff2');
      expect(headers.get('content-encoding')).toBeNull();
      expect(headers.get('cache-control')).toContain('immutable');
    }
  });

  it('are at most 60 KB for pages and 32 KB for letters', () => {
    expect(together(fonts('text'))).toBeLessThanOrEqual(TEXT_FONTS);
    expect(together(fonts('letter'))).toBeLessThanOrEqual(LETTER_FONTS);
  });

  it('are never waited for, and never replace a font that is already in use', () => {
    const faces = readFileSync(built.get('main.css')!, 'utf8').match(/@font-face\{[^}]*\}/g) ?? [];
    expect(faces).toHaveLength(6);
    expect(faces.filter((face) => !face.includes('font-display:optional'))).toEqual([]);
    const preloaded = shows.flatMap(([name, { page }]) =>
      page
        .all('link')
        .filter((link) => attribute(link, 'rel') === 'preload')
        .map(() => name),
    );
    expect(preloaded).toEqual([]);
  });
});

describe('no page', () => {
  it('loads anything from another host', () => {
    const asked = shows.flatMap(([name, { page }]) =>
      LOADS.flatMap((tag) => page.all(tag))
        .flatMap((element) =>
          ['src', 'href', 'srcset', 'data'].flatMap((one) => attribute(element, one) ?? []),
        )
        .filter((address) => !address.startsWith('/assets/'))
        .map((address) => `${name}: ${address}`),
    );
    expect(asked).toEqual([]);
  });

  it('has anything inline', () => {
    const inline = shows.flatMap(([name, { page }]) =>
      page.elements
        .filter(
          ({ tagName, attrs }) => tagName === 'style' || attrs.some((one) => /^on|^style$/.test(one.name)),
        )
        .map(({ tagName }) => `${name}: ${tagName}`),
    );
    expect(inline).toEqual([]);
    const scripts = shows.flatMap(([, { page }]) => page.all('script'));
    expect(scripts.filter(({ childNodes }) => childNodes.length > 0)).toEqual([]);
  });

  it("has anybody else's brand, nor do the built files", () => {
    const texts = [...shows.map(([name, { text }]) => [name, text] as const)];
    for (const name of ['main.css', 'main.js', 'icon.svg'])
      texts.push([name, readFileSync(built.get(name)!, 'utf8')]);
    expect(texts.filter(([, text]) => FOREIGN.test(text)).map(([name]) => name)).toEqual([]);
  });
});
