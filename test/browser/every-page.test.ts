import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openStage, type Show, showState, type Stage } from '../patterns/stage.ts';
import { openBrowser } from '../support/browser.ts';
import { needsProgram } from '../support/programs.ts';
import { kindOf, STATES, type State } from '../support/states.ts';
import { faultsByAxe, faultsOfHtml } from './faults.ts';
import { lookAt, LOOKS, openWindow, putInPlace, tooWide } from './looks.ts';
import { faultsByVnu } from './vnu.ts';

/**
 * One state of every kind of page, as it is sent, at the width of a narrow phone: checked by axe, html-validate and vnu,
 * so that `npm test` stays short. `npm run check:pages`, which .ci/run also runs, checks every state with every engine,
 * and every kind of page with its scripts in every look.
 */
let stage: Stage;
let browser: Browser;
let page: Page;

beforeAll(async () => {
  [stage, browser] = await Promise.all([openStage(), openBrowser()]);
  page = await (await openWindow(browser, { javaScript: false })).newPage();
  await page.goto(`${stage.origin}/privacy`);
  await lookAt(page, LOOKS[0]!);
});
afterAll(async () => {
  await browser.close();
  await stage.close();
});

const kinds = new Map<string, State[]>();
for (const state of STATES) kinds.set(kindOf(state), [...(kinds.get(kindOf(state)) ?? []), state]);

/** A different state from kind to kind, as empty pages alone would hide faults. */
const chosen = [...kinds.values()].map((states, turn) => states[turn % states.length]!);
const shown: (readonly [State, Show])[] = [];

describe('every page', () => {
  it.each(chosen)('$name has no fault that axe finds, and fits a phone', async (state: State) => {
    const show = await showState(stage, state);
    shown.push([state, show]);
    await putInPlace(page, show);
    const faults = [
      ...(await faultsOfHtml(show.text)),
      ...(await faultsByAxe(page)),
      ...(await tooWide(page)),
    ];
    expect(faults).toEqual([]);
  });

  it.runIf(needsProgram('java'))('has no fault that the W3C’s checker finds', async () => {
    const faults = await faultsByVnu(shown.map(([, { text }]) => text));
    expect(shown.flatMap(([{ name }], at) => faults[at]!.map((fault) => `${name} | ${fault}`))).toEqual([]);
    expect(shown).toHaveLength(chosen.length);
  });
});
