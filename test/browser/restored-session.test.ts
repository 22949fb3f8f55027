import { join } from 'node:path';
import type { BrowserContext, CDPSession, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from 'vitest';
import { type Journey, runApp, type RunningApp } from '../support/app.ts';
import { answersOf } from '../support/answers.ts';
import { filesIn, holding } from '../support/on-disk.ts';
import { canOpenWindow, ownBrowser, type OwnBrowser } from '../support/own-browser.ts';

/**
 * A Chromium that opens its last tabs again for the next person, after a crash or because its owner has set it so: what
 * it shows in each tab and on each Back, and what its files contain of what was typed.
 */
let app: RunningApp;
beforeAll(async () => void (app = await runApp()));
afterAll(() => app.close());

/** How each person ends, one after another, each in their own tab. Bilal writes for himself; the others are clients. */
const ENDINGS = [
  ['leave', 'Amina'],
  ['next-person', 'Carys'],
  ['finish', 'Bilal'],
] as const;

const answered = (name: string) => `${name} was well until the spring`;
const nickname = (name: string) => `${name} on Tuesday`;
const halfName = (name: string) => `${name} Typed-By-Half`;
const halfProblem = (name: string) => `${name} wakes at four`;
const refused = (name: string) => `${name}..wrong@example.org`;

const ALL_TYPED = ENDINGS.flatMap(([, name]) =>
  [answered, halfName, halfProblem, refused].map((text) => text(name)),
);

/** The settings "Continue where you left off" and "No site may use JavaScript". */
const GOES_ON = { session: { restore_on_startup: 1 } };
const NO_SCRIPTS = { profile: { default_content_setting_values: { javascript: 2 } } };

describe.runIf(canOpenWindow())('a browser that opens its last tabs again', () => {
  it.each([
    ['killed', {}],
    ['closed', { ...GOES_ON, ...NO_SCRIPTS }],
  ] as const)('after it was %s shows nobody anything that was typed', async (end, settings) => {
    const own = await ownBrowser(settings);
    onTestFinished(own.remove);
    await endEach(await own.open());
    await (end === 'killed' ? written(own, 'cleared').then(own.kill) : own.close());

    const found = holding(ALL_TYPED, filesIn(own.profile)).map((one) => one.replace(/_\d+/, ''));
    // The most that may be found, as Chromium writes its files now and then: a refused form, until a script has replaced
    // it in the history, and what somebody sent as their own contact, to offer it again.
    const mayBeFound = [
      ...ENDINGS.map(([, name]) => `Session: ${refused(name)}`),
      `Web Data: ${refused('Bilal')}`,
    ];
    expect(mayBeFound).toEqual(expect.arrayContaining(found));
    // A nickname is in the titles of pages, and its question says so: these are the files that are restored from.
    const sessions = filesIn(join(own.profile, 'Default', 'Sessions'));
    expect(holding([nickname('Amina')], sessions)).toHaveLength(1);

    const window = await own.reopen(ENDINGS.length + 1);
    expect(await window.cookies()).toEqual([]);
    const looked = await Promise.all(
      window.pages().map(async (page) => ((await page.title()) === '' ? [] : await goingBack(page))),
    );
    const seen = looked.flat();
    expect(seen.filter((text) => text.includes('These answers are not open here')).length).toBeGreaterThan(9);
    for (const text of seen) for (const typed of ALL_TYPED) expect(text).not.toContain(typed);
  });
});

async function endEach(window: BrowserContext): Promise<void> {
  let secret: string | undefined;
  const journeys: Journey[] = [];
  for (const [ending, name] of ENDINGS) {
    const about = {
      'who-for': name === 'Bilal' ? 'me' : 'client',
      nickname: nickname(name),
      background: answered(name),
      letter: 'review-treatment',
    };
    // Leaving ends everything in the browser, so it comes first and the other two share a session after it.
    const journey: Journey = await app.journey(answersOf(about), ending === 'finish' ? secret : undefined);
    journeys.push(journey);
    secret = journey.secret;
  }
  for (const [index, [ending, name]] of ENDINGS.entries()) {
    const { base, secret: held } = journeys[index]!;
    await window.addCookies([
      { name: 'journeys', value: held, url: app.origin, httpOnly: true, sameSite: 'Lax' },
    ]);
    await typeAndEnd(await window.newPage(), `${app.origin}${base}`, ending, name);
  }
}

/** Types, gets one form refused, leaves two pages without sending, opens the letter and ends. */
async function typeAndEnd(page: Page, base: string, ending: string, name: string): Promise<void> {
  await page.goto(`${base}/questions/contact`);
  await page.locator('#email').fill(refused(name));
  await page.getByRole('button', { name: 'Continue' }).click();
  await page.locator('.govuk-error-summary').waitFor();
  await page.goto(`${base}/questions/patient`);
  await page.locator('#patient-name').fill(halfName(name));
  await page.goto(`${base}/questions/problems`);
  await page.locator('#problems').fill(halfProblem(name));
  await page.locator('main input[type=checkbox]').nth(1).check();
  await page.goto(`${base}/letter`);
  expect(await page.locator('body').innerText()).toContain(answered(name));
  if (ending === 'leave') {
    await page.locator('.leave-link').click();
    await page.waitForURL((url) => url.origin !== app.origin);
    return;
  }
  await page.goto(`${base}/${ending}`);
  await page.locator(`main form[action$="/${ending}"] button`).last().click();
  await page.getByRole('heading', { name: /cleared|Ready for the next person/ }).waitFor();
}

/** Waits until the file that Chromium restores its tabs from has the title of the last page. */
const written = (own: OwnBrowser, title: string) =>
  expect.poll(() => holding([title], filesIn(join(own.profile, 'Default', 'Sessions')))).not.toEqual([]);

/** What can be read in a tab: in its list of pages, and in each of ours that Back leads to. */
async function goingBack(page: Page): Promise<string[]> {
  const tools = await page.context().newCDPSession(page);
  const { entries, currentIndex } = await tools.send('Page.getNavigationHistory');
  const texts = entries.map(({ title }) => title);
  for (let index = currentIndex; index > 0; index -= 1) {
    const { id, url } = entries[index]!;
    if (!url.startsWith(app.origin)) continue;
    if (index < currentIndex) await tools.send('Page.navigateToHistoryEntry', { entryId: id });
    texts.push(await readAt(page, tools, index));
  }
  return texts;
}

/** The HTML of a tab once it shows our page at this place in its history: all that can be read or sent there. */
async function readAt(page: Page, tools: CDPSession, place: number): Promise<string> {
  let isSentAgain = false;
  const isShown = async () => {
    const { currentIndex } = await tools.send('Page.getNavigationHistory');
    if (currentIndex !== place) return false;
    const title = await page.title();
    // Chromium only sends a form again once somebody confirms it.
    if (title === new URL(app.origin).hostname && !isSentAgain) {
      isSentAgain = true;
      await tools.send('Page.reload');
    }
    return title.endsWith(' – Second Opinion Letters');
  };
  await expect.poll(isShown).toBe(true);
  return page.content();
}
