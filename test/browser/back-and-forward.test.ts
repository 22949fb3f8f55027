import type { BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from 'vitest';
import { answersOf, type Journey, runApp, type RunningApp } from '../support/app.ts';
import { canOpenWindow, ownBrowser, type OwnBrowser } from '../support/own-browser.ts';

/**
 * Back, Forward and other tabs, in a Chromium in a window with its own defaults: its back/forward cache is on, which
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
    it('is there after a look at urgent help, twice, with the focus where it was', async () => {
      const page = await showing(await app.journey(answersOf(WHO, 'background')), 'questions/background');
      await page.locator('#background').pressSequentially(TYPED);
      for (let turn = 0; turn < 2; turn += 1) {
        await lookAtUrgentHelp(page);
        await page.locator('#background').waitFor();
        expect(await page.locator('#background').inputValue()).toBe(TYPED);
      }
      // From memory, not made anew: the test would show nothing with the cache off.
      expect(await page.evaluate("performance.getEntriesByType('navigation')[0].type")).toBe('navigate');
    });

    it('is there after an error and a look at urgent help', async () => {
      const page = await showing(await app.journey(answersOf(WHO, 'contact')), 'questions/contact');
      await typeEmail(page, 'na..me@example.org');
      expect(await page.title()).toMatch(/^Error: /);
      await lookAtUrgentHelp(page);
      await page.locator('#email').waitFor();
      expect(await page.locator('#email').inputValue()).toBe('na..me@example.org');
    });

    it('is there after another tab was looked at, with the focus where it was', async () => {
      const page = await showing(await app.journey(answersOf(WHO, 'background')), 'questions/background');
      await page.locator('#background').pressSequentially(TYPED);
      const other = await window.newPage();
      await hidden(page);
      await other.close();
      await page.bringToFront();
      await page.locator('#background').waitFor();
      expect(await page.locator(':focus').inputValue()).toBe(TYPED);
    });

    it('stays, out of sight, while the server cannot be asked', async () => {
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

  it('Back after an error that was mended shows the question with its answer', async () => {
    const page = await showing(await app.journey(answersOf(WHO, 'contact')), 'questions/contact');
    const title = await page.title();
    await typeEmail(page, 'na..me@example.org');
    expect(await page.title()).toBe(`Error: ${title}`);
    await page.locator('#email').clear();
    await typeEmail(page, 'name@example.org');
    expect(page.url()).toContain('/questions/doctor');
    await back(page);
    expect(await page.title()).toBe(title);
    expect(await page.locator('#email').inputValue()).toBe('name@example.org');
  });

  describe.each(['finish', 'next-person'])('after %s nobody sees anything of the person', (ending) => {
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
        await back(page);
        expect(await seen(page), `Back ${turn}`).not.toContain('Amina');
      }
      for (let turn = 0; turn < 3; turn += 1) {
        // Without scripts the browser asks whether to send the form again, which Playwright takes for an error.
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

  it('leaving hides the page and its name at once, however long the server takes', async () => {
    const page = await showing(await ofTwo(), 'letter');
    expect(await seen(page)).toContain('Amina');
    // As where the server never answers: the page stays. Playwright's own questions would wait for the next one.
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

/** A journey that is answered, in a browser that holds another one too. */
async function ofTwo(): Promise<Journey> {
  const journey = await app.journey(answersOf(WHO));
  await app.journey({}, journey.secret);
  return journey;
}

/** All that somebody who looks at the tab can read. */
const seen = async (page: Page): Promise<string> =>
  `${await page.title()}\n${await page.locator('body').innerText()}`;

async function back(page: Page): Promise<void> {
  // A page from the back/forward cache has loaded long ago.
  await page.goBack({ waitUntil: 'commit' });
  await page.waitForLoadState();
}

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

/** Waits until a tab is not looked at any more. */
const hidden = (page: Page) =>
  page.waitForFunction("document.visibilityState === 'hidden'", null, { polling: 50 });

async function end(page: Page, { base }: Journey, ending: string): Promise<void> {
  await page.goto(`${app.origin}${base}/${ending}`);
  const button = page.locator(`main form[action="${base}/${ending}"] button`).last();
  const answered = page.waitForResponse((response) => response.request().method() === 'POST');
  await button.click();
  expect((await answered).status()).toBe(200);
  await page.waitForLoadState();
}

async function switchScriptsOff(page: Page): Promise<void> {
  const session = await window.newCDPSession(page);
  await session.send('Emulation.setScriptExecutionDisabled', { value: true });
}
