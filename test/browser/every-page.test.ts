import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openStage, showState, type Stage } from '../patterns/stage.ts';
import { openBrowser } from '../support/browser.ts';
import { STATES, type State } from '../support/states.ts';
import { faultsOfHtml, faultsOfPage } from './faults.ts';
import { lookAt, LOOKS, openWindow, put, tooWide } from './looks.ts';

/**
 * Every page, checked by every engine at the width of a narrow phone. A page with many states is checked in one of
 * them, a different one from page to page, so that `npm test` stays short. `npm run check:pages`, which .ci/run also
 * runs, checks every state.
 */
let stage: Stage;
let browser: Browser;
let window: BrowserContext;
let page: Page;

beforeAll(async () => {
  [stage, browser] = await Promise.all([openStage(), openBrowser()]);
  window = await openWindow(browser, { javaScript: true });
  page = await window.newPage();
});
afterAll(async () => {
  await browser.close();
  await stage.close();
});

const pages = new Map<string, State[]>();
for (const state of STATES) pages.set(state.page, [...(pages.get(state.page) ?? []), state]);

const chosen = [...pages.values()].map((states, turn) => states[turn % states.length]!);

describe('every page', () => {
  it('is checked in one of its states', () => {
    expect(new Set(chosen.map((state) => state.page))).toEqual(new Set(pages.keys()));
  });

  it.each(chosen)('$name has no fault that the engines can find, and fits a phone', async (state: State) => {
    const show = await showState(stage, state);
    await put(page, stage, show);
    await lookAt(page, LOOKS[0]!);
    const faults = [
      ...(await faultsOfHtml(show.text)),
      ...(await faultsOfPage(page)),
      ...(await tooWide(page)),
    ];
    expect(faults).toEqual([]);
  });
});
