import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type RunningApp, runApp } from '../support/app.ts';
import { openBrowser } from '../support/browser.ts';
import { goBack } from '../support/go-back.ts';
import { personaFor } from '../support/personas.ts';
import { walkInBrowser } from '../support/walk-in-browser.ts';

let app: RunningApp;
let browser: Browser;

beforeAll(async () => {
  [app, browser] = await Promise.all([runApp(), openBrowser()]);
});
afterAll(async () => {
  await browser.close();
  await app.close();
});

/** A browser context of its own, which collects every script error and console error in `faults`. */
async function visit(how: {
  javaScriptEnabled: boolean;
}): Promise<{ context: BrowserContext; page: Page; faults: string[] }> {
  const context = await browser.newContext({ ...how, viewport: { width: 320, height: 640 } });
  // A busy machine is slow, so only the test's own time limit ends a wait.
  context.setDefaultTimeout(0);
  const page = await context.newPage();
  const faults: string[] = [];
  page.on('pageerror', (error) => faults.push(error.message));
  page.on('console', (message) => message.type() === 'error' && faults.push(message.text()));
  return { context, page, faults };
}

const baseOf = (page: Page) => new URL(page.url()).pathname.replace(/\/[^/]+$/, '');

/** How far the page can be scrolled sideways, in CSS pixels. */
const sideways = (page: Page) =>
  page.evaluate<number>('document.documentElement.scrollWidth - document.documentElement.clientWidth');

describe('with JavaScript off', () => {
  it('a patient gets from the start page to a finished letter on a narrow phone', async () => {
    const { context, page, faults } = await visit({ javaScriptEnabled: false });
    const tooWide: string[] = [];
    await walkInBrowser(page, app.origin, personaFor('review-treatment', 'patient'), async (name) => {
      // Scripts are off in the page; this asks the browser itself.
      if ((await sideways(page)) > 0) tooWide.push(name);
    });
    await page.getByRole('button', { name: 'See your letter' }).click();

    const letter = page.locator('[data-letter-text]');
    expect(await letter.innerText()).toMatch(/review my treatment/);
    expect(await sideways(page)).toBe(0);
    expect(tooWide).toEqual([]);

    for (const [link, start] of [
      ['PDF', '%PDF-'],
      ['Text', 'Private and confidential'],
      ['Word', 'PK'],
    ] as const) {
      const href = await page.getByRole('link', { name: link, exact: true }).getAttribute('href');
      const answer = await context.request.get(app.origin + href!);
      expect((await answer.body()).subarray(0, 30).toString('utf8'), link).toContain(start);
    }
    expect(faults).toEqual([]);
    await context.close();
  });
});

describe('with JavaScript on', () => {
  it('a carer gets from the start page to a letter, and the computer is clear afterwards', async () => {
    const { context, page, faults } = await visit({ javaScriptEnabled: true });
    await walkInBrowser(page, app.origin, personaFor('second-opinion-diagnosis', 'carer'));
    await page.getByRole('button', { name: 'See the letter' }).click();
    expect(await page.locator('[data-letter-text]').innerText()).toMatch(/Idris Khan[\s\S]*Amina Khan/);
    const letterAddress = page.url();

    await page.getByRole('main').getByRole('link', { name: 'I have finished: clear this computer' }).click();
    await page.getByRole('button', { name: 'I have finished: clear this computer' }).click();
    await page.getByRole('heading', { name: /cleared/ }).waitFor();
    expect(await context.cookies()).toEqual([]);
    await goBack(page);
    expect(await page.locator('body').innerText()).not.toContain('Amina');
    await page.goto(letterAddress);
    expect(await page.locator('body').innerText()).not.toContain('Amina');
    // The cleared page answers 410, which the browser reports in its console.
    expect(faults.filter((fault) => !fault.includes('410'))).toEqual([]);
    await context.close();
  });

  it('the error summary takes the focus, and links to the field', async () => {
    const { context, page } = await visit({ javaScriptEnabled: true });
    await page.goto(app.origin);
    await page.getByRole('button', { name: 'Start' }).click();
    await page.getByRole('button', { name: 'Continue' }).click();
    expect(await page.title()).toMatch(/^Error: /);
    expect(await page.locator(':focus').getAttribute('class')).toContain('govuk-error-summary');
    await page.locator('.govuk-error-summary a').click();
    expect(await page.locator(':focus').getAttribute('name')).toBe('help-with');
    await context.close();
  });

  it('ticking "Nothing yet" clears the other boxes', async () => {
    const { context, page } = await visit({ javaScriptEnabled: true });
    const { base, cookie } = await app.journey(upToSoFar());
    await context.addCookies([{ name: 'journeys', value: cookie.replace('journeys=', ''), url: app.origin }]);
    await page.goto(`${app.origin}${base}/questions/so-far`);
    await page.getByLabel('Talked it through with the doctor').check();
    await page.getByLabel('Nothing yet').check();
    expect(await page.getByLabel('Talked it through with the doctor').isChecked()).toBe(false);
    expect(baseOf(page)).toContain(base);
    await context.close();
  });
});

/** The answers of somebody who has reached the question about what they have done so far. */
function upToSoFar() {
  const persona = personaFor('review-treatment', 'patient');
  return Object.fromEntries(
    [
      'help-with',
      'who-for',
      'nation',
      'detained',
      'concern',
      'decided-by',
      'diagnosis-reasons',
      'treatment-reasons',
    ]
      .filter((slug) => persona[slug])
      .map((slug) => [slug, persona[slug]!]),
  );
}
