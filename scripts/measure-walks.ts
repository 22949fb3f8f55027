/// <reference lib="dom" />
import type { Browser, Page } from 'playwright-core';
import { runApp } from '../test/support/app.ts';
import { openBrowser } from '../test/support/browser.ts';
import type { Persona } from '../test/support/driver.ts';
import { personaFor } from '../test/support/personas.ts';
import { walkInBrowser } from '../test/support/walk-in-browser.ts';

/**
 * `npm run measure:walks`: measures three ways through the service on a phone, from the start page to the
 * letter, or to the plan without the right to act. Prints the number of pages, visible words and screens of
 * each. With `-- pages`, of every page too.
 */

const PHONE = { width: 390, height: 844 };

const LETTER = 'second-opinion-treatment';
const WALKS: Readonly<Record<string, Persona>> = {
  'patient, in full': personaFor(LETTER, 'patient'),
  'patient, a short letter': {
    ...personaFor(LETTER, 'patient'),
    'help-with': { 'help-with': 'quick-letter' },
  },
  'carer without agreement': personaFor(LETTER, 'carer-without-agreement'),
};

interface Measurement {
  readonly name: string;
  readonly words: number;
  readonly screens: number;
}

/** The number of visible words, without folded text and text only for screen readers. */
function wordsInSight(): number {
  const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  let words = 0;
  while (texts.nextNode()) {
    const parent = texts.currentNode.parentElement;
    if (!parent?.checkVisibility() || parent.closest('.govuk-visually-hidden, .govuk-skip-link')) continue;
    words += texts.currentNode.nodeValue?.match(/[\p{L}\p{N}][\p{L}\p{N}’'.,/-]*/gu)?.length ?? 0;
  }
  return words;
}

async function measure(page: Page, name: string): Promise<Measurement> {
  const words = await page.evaluate(wordsInSight);
  const height = await page.evaluate(() => document.documentElement.scrollHeight);
  return { name, words, screens: height / PHONE.height };
}

async function measureWalk(
  browser: Browser,
  origin: string,
  answers: Persona,
): Promise<readonly Measurement[]> {
  const window = await browser.newContext({ viewport: PHONE });
  // tsx compiles functions to call its helper __name, which does not exist in the page.
  await window.addInitScript('globalThis.__name = (named) => named');
  const page = await window.newPage();
  const measurements: Measurement[] = [];
  await walkInBrowser(
    page,
    origin,
    answers,
    async (name) => void measurements.push(await measure(page, name)),
  );
  const toLetter = page.getByRole('button', { name: /^See (your|the) letter$/ });
  if (await toLetter.count()) {
    measurements.push(await measure(page, 'check-answers'));
    await toLetter.click();
    measurements.push(await measure(page, 'letter'));
  }
  await window.close();
  return measurements;
}

const sum = (numbers: readonly number[]) => numbers.reduce((all, one) => all + one, 0);

const app = await runApp();
const browser = await openBrowser();
console.log('| way | pages | words in sight | screens of 390 by 844 |\n|---|---|---|---|');
for (const [name, answers] of Object.entries(WALKS)) {
  const measurements = await measureWalk(browser, app.origin, answers);
  const words = sum(measurements.map((one) => one.words));
  const screens = sum(measurements.map((one) => one.screens));
  console.log(`| ${name} | ${measurements.length} | ${words} | ${screens.toFixed(1)} |`);
  if (process.argv.includes('pages'))
    for (const one of measurements)
      console.log(`| — ${one.name} | | ${one.words} | ${one.screens.toFixed(1)} |`);
}
await browser.close();
await app.close();
