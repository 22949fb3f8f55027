import type { BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from 'vitest';
import { type Journey, runApp, type RunningApp } from '../support/app.ts';
import { answersOf } from '../support/answers.ts';
import { goBack } from '../support/go-back.ts';
import { canOpenWindow, ownBrowser, type OwnBrowser } from '../support/own-browser.ts';

/**
 * Back, Forward and other tabs, in a Chromium window with Chromium's own defaults. Its back/forward cache is on, which
 * brings a page back as it was, without asking the server.
 */
let app: RunningApp;
let own: OwnBrowser;
let window: BrowserContext;

const WHO = { 'patient-name': 'Amina Khan', 'who-for': 'client', letter: 'review-treatment' };
const TYPED = 'I was well until my daughter was born';

describe.runIf(canOpenWindow())('in a browser with its own defaults', () => {
  beforeAll(async () => {
    [app, own] = await Promise.all([runApp(), ownBrowser()]);
    window = await own.open();
  });
  afterAll(async () => {
    await own.remove();
    await app.close();
  });

  describe('what was typed', () => {
    it('is still there after two looks at urgent help', async () => {
      const page = await showing(await app.journey(answersOf(WHO, 'background')), 'questions/background');
      await page.locator('#background').pressSequentially(TYPED);
      for (let turn = 0; turn < 2; turn += 1) {
        await lookAtUrgentHelp(page);
        await page.locator('#background').waitFor();
        expect(await page.locator('#background').inputValue()).toBe(TYPED);
      }
      // Anything else means that the page did not come from the cache, and the test would prove nothing.
      expect(await page.evaluate("performance.getEntriesByType('navigation')[0].type")).toBe('navigate');
    });

    it('is still there after an error and a look at urgent help', async () => {
      const page = await showing(await app.journey(answersOf(WHO, 'contact')), 'questions/contact');
      await typeEmail(page, 'na..me@example.org');
      expect(await page.title()).toMatch(/^Error: /);
      await lookAtUrgentHelp(page);
      await page.locator('#email').waitFor();
      expect(await page.locator('#email').inputValue()).toBe('na..me@example.org');
    });

    it('is still there, with the focus where it was, after a look at another tab', async () => {
      const page = await showing(await app.journey(answersOf(WHO, 'background')), 'questions/background');
      await page.locator('#background').pressSequentially(TYPED);
      const other = await window.newPage();
      await hidden(page);
      await other.close();
      await page.bringToFront();
      await page.locator('#background').waitFor();
      expect(await page.locator(':focus').inputValue()).toBe(TYPED);
    });

    it('is kept, out of sight, while the server cannot be reached', async () => {
      const page = await showing(await app.journey(answersOf(WHO, 'background')), 'questions/background');
      await page.locator('#background').pressSequentially(TYPED);
      await page.route('**/held', (route) => route.abort());
      const other = await window.newPage();
      await hidden(page);
      await other.close();
      await page.bringToFront();
      const again = page.getByRole('button', { name: 'Try again' });
      await again.waitFor();
      expect(await page.locator('main').isVisible()).toBe(false);
      expect(await page.locator('#not-checked').innerText()).toMatch(/999[\s\S]*116 123/);
      await page.unroute('**/held');
      await again.click();
      await page.locator('#background').waitFor();
      expect(await again.isVisible()).toBe(false);
      expect(await page.locator('#background').inputValue()).toBe(TYPED);
    });
  });

  it('Back, after an error was put right, shows the question with its answer', async () => {
    const page = await showing(await app.journey(answersOf(WHO, 'contact')), 'questions/contact');
    const title = await page.title();
    await typeEmail(page, 'na..me@example.org');
    expect(await page.title()).toBe(`Error: ${title}`);
    await page.locator('#email').clear();
    await typeEmail(page, 'name@example.org');
    expect(page.url()).toContain('/questions/doctor');
    await goBack(page);
    expect(await page.title()).toBe(title);
    expect(await page.locator('#email').inputValue()).toBe('name@example.org');
  });

  describe.each(['finish', 'next-person'])('after %s nobody can see anything about the person', (ending) => {
    it.each([
      ['on', false],
      ['off', true],
    ])('by Back and Forward, with scripts %s', async (_, isOff) => {
      const journey = await ofTwo();
      const page = await showing(journey, 'letter');
      if (isOff) await switchScriptsOff(page);
      await page.goto(`${app.origin}${journey.base}/letter`);
      expect(await seen(page)).toContain('Amina');
      await end(page, journey, ending);
      expect(await seen(page)).not.toContain('Amina');
      for (let turn = 0; turn < 3; turn += 1) {
        await goBack(page);
        expect(await seen(page), `Back ${turn}`).not.toContain('Amina');
      }
      for (let turn = 0; turn < 3; turn += 1) {
        // Without scripts the browser asks whether to send the form again, which Playwright reports as an error.
        await page.goForward({ waitUntil: 'commit' }).catch((error: Error) => {
          expect([isOff, error.message]).toEqual([true, expect.stringContaining('ERR_CACHE_MISS')]);
        });
        await page.waitForLoadState();
        expect(await seen(page), `Forward ${turn}`).not.toContain('Amina');
      }
    });

    it('in another tab', async () => {
      const journey = await ofTwo();
      const tab = await showing(journey, 'letter');
      expect(await seen(tab)).toContain('Amina');
      const page = await showing(journey, 'plan');
      await hidden(tab);
      await end(page, journey, ending);
      await tab.bringToFront();
      await tab.getByRole('heading', { name: 'These answers are not open here' }).waitFor();
      expect(await seen(tab)).not.toContain('Amina');
    });
  });

  it('leaving hides the page and its title at once, however long the server takes', async () => {
    const page = await showing(await ofTwo(), 'letter');
    expect(await seen(page)).toContain('Amina');
    // The page stays, as if the server never answered. With a real request, Playwright would wait for the next page.
    const link = page.locator('.leave-link');
    await link.evaluate((it) => it.addEventListener('click', (event) => event.preventDefault()));
    await link.click();
    expect((await seen(page)).trim()).toBe('');
  });
});

/** A new tab with a page of a journey that this browser holds. */
async function showing({ base, secret }: Journey, path: string): Promise<Page> {
  await window.addCookies([
    { name: 'journeys', value: secret, url: app.origin, httpOnly: true, sameSite: 'Lax' },
  ]);
  const page = await window.newPage();
  onTestFinished(async () => void (await page.close().catch(() => undefined)));
  await page.goto(`${app.origin}${base}/${path}`);
  return page;
}

/** An answered journey, in a browser that also holds another one. */
async function ofTwo(): Promise<Journey> {
  const journey = await app.journey(answersOf(WHO));
  await app.journey({}, journey.secret);
  return journey;
}

/** Everything that somebody looking at the tab can read. */
const seen = async (page: Page): Promise<string> =>
  `${await page.title()}\n${await page.locator('body').innerText()}`;

async function lookAtUrgentHelp(page: Page): Promise<void> {
  await page.getByRole('link', { name: 'Urgent help' }).first().click();
  await page.waitForURL('**/urgent-help');
  await page.goBack({ waitUntil: 'commit' });
}

async function typeEmail(page: Page, email: string): Promise<void> {
  const here = page.url();
  await page.locator('#email').pressSequentially(email);
  const answered = page.waitForResponse((response) => response.request().method() === 'POST');
  await page.getByRole('button', { name: 'Continue' }).click();
  if ((await answered).status() === 303) await page.waitForURL((url) => url.href !== here);
  await page.waitForLoadState();
}

/** Waits until a tab is in the background. */
const hidden = (page: Page) =>
  page.waitForFunction("document.visibilityState === 'hidden'", null, { polling: 50 });

async function end(page: Page, { base }: Journey, ending: string): Promise<void> {
  await page.goto(`${app.origin}${base}/${ending}`);
  await page.locator(`main form[action="${base}/${ending}"] button`).last().click();
  await page.getByRole('heading', { name: /cleared|Ready for the next person/ }).waitFor();
  await page.waitForLoadState();
}

async function switchScriptsOff(page: Page): Promise<void> {
  const session = await window.newCDPSession(page);
  await session.send('Emulation.setScriptExecutionDisabled', { value: true });
}
