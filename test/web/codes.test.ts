import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Journey, runApp, type RunningApp } from '../support/app.ts';
import { answersOf } from '../support/answers.ts';
import { attribute, textOf } from '../support/page.ts';

/** A code to carry on with: asking for it, using it, keeping it longer, stopping it. */
let app: RunningApp;
beforeAll(async () => void (app = await runApp()));
afterAll(() => app.close());

const whole = (inBrowser?: string) =>
  app.journey(answersOf({ 'who-for': 'client', 'patient-name': 'Amina' }), inBrowser);
const opens = async ({ base, cookie }: Journey) => (await app.get(`${base}/letter`, cookie)).status;

async function codeOf({ base, cookie }: Journey): Promise<string> {
  const { status, page } = await app.post(`${base}/save`, {}, cookie);
  expect(status).toBe(200);
  return textOf(page.having('data-code')[0]);
}

async function resumed(code: string, cookie?: string): Promise<Journey | undefined> {
  const { status, to, headers } = await app.post('/resume', { code }, cookie);
  if (status !== 303) return undefined;
  const held = headers.getSetCookie()[0]!.split(';')[0]!;
  return { base: /^\/journey\/[\w-]+/.exec(to!)![0], cookie: held, secret: held.split('=')[1]! };
}

describe('carrying on later', () => {
  it('shows a code once, which opens the same journey elsewhere, at the question where the person was', async () => {
    const { base, cookie } = await app.journey(answersOf({ 'patient-name': 'Amina' }, 'background'));
    const code = await codeOf({ base, cookie, secret: '' });
    expect(code).toMatch(/^([0-9A-HJKMNP-TV-Z]{4}-){3}[0-9A-HJKMNP-TV-Z]{4}$/);
    expect((await app.get(`${base}/save`, cookie)).text).not.toContain(code);
    const elsewhere = (await resumed(code))!;
    expect(elsewhere).toMatchObject({ base });
    expect(elsewhere.cookie).not.toBe(cookie);
    expect((await app.get(`${elsewhere.base}/check-answers`, elsewhere.cookie)).to).toBe(
      `${elsewhere.base}/questions/background`,
    );
    expect((await app.get(`${elsewhere.base}/questions/patient`, elsewhere.cookie)).text).toContain('Amina');
  });

  it.each<[string, (code: string) => string]>([
    ['small letters', (code) => code.toLowerCase()],
    ['no dashes', (code) => code.replaceAll('-', '')],
    ['spaces', (code) => `  ${code.replaceAll('-', ' ')} `],
    ['O for 0, l and I for 1', (code) => code.replaceAll('0', 'O').replace('1', 'l').replaceAll('1', 'I')],
    ['long dashes', (code) => code.replaceAll('-', ' – ')],
    ['a full stop', (code) => `${code}.`],
    ['underscores', (code) => code.replaceAll('-', '_')],
    ['slashes', (code) => code.replaceAll('-', ' / ')],
    ['quotes', (code) => `“${code}”,`],
    ['brackets', (code) => `(${code})`],
    ['"code:" before it', (code) => `code: ${code}`],
    ['"my code is" before it', (code) => `My code is ${code.replaceAll('-', ' ')}!`],
  ])('forgives %s', async (_, typed) => {
    expect(await resumed(typed(await codeOf(await whole())))).toBeDefined();
  });

  it('works again and again, on any device', async () => {
    const code = await codeOf(await whole());
    for (let times = 0; times < 3; times++) expect(await opens((await resumed(code))!)).toBe(200);
  });

  it('joins the journeys that this browser has open', async () => {
    const [mine, other] = [await whole(), await whole()];
    const taken = (await resumed(await codeOf(other), mine.cookie))!;
    expect(taken.cookie).toBe(mine.cookie);
    expect([await opens(mine), await opens(taken), await opens(other)]).toEqual([200, 200, 200]);
  });

  it.each([
    ['a wrong one', '0000-0000-0000-0000'],
    ['one that cannot be a code', 'hello'],
    ['none', '   '],
    ['10,000 characters', '0'.repeat(10_000)],
  ])('answers %s with the same page, what was typed, and no cookie', async (_, code) => {
    const { status, page, headers } = await app.post('/resume', { code });
    expect(status).toBe(422);
    expect(page.title).toMatch(/^Error: /);
    expect(attribute(page.main[0], 'class')).toContain('govuk-error-summary');
    const message = textOf(page.byId('code-error')).replace('Error: ', '');
    expect(textOf(page.main[0])).toContain(message);
    expect(attribute(page.byId('code'), 'aria-describedby')).toContain('code-error');
    expect(attribute(page.byId('code'), 'value') ?? '').toBe(code.trim());
    expect(headers.getSetCookie()).toEqual([]);
  });

  it('leads to the plan when no question of the letter is answered yet, and says when it was last opened', async () => {
    const { base, cookie } = await app.journey(
      answersOf({ 'who-for': 'client', nickname: 'Blue' }, 'letter'),
    );
    const code = await codeOf({ base, cookie, secret: '' });
    const { to, headers } = await app.post('/resume', { code });
    expect(to!.split('?')[0]).toBe(`${base}/plan`);
    const { page } = await app.get(to!, headers.getSetCookie()[0]!.split(';')[0]);
    const header = textOf(page.all('header')[0]);
    expect(header).toMatch(/This is for: Blue.*last opened on \d+ \w+ 20\d\d/);
    expect(textOf((await app.get(`${base}/plan`, cookie)).page.all('header')[0])).not.toContain(
      'last opened',
    );
  });

  it.each([
    ['28-days', 28],
    ['3-months', 92],
    ['6-months', 184],
    ['12-months', 366],
  ])('works for %s', async (keepFor, most) => {
    const { base, cookie } = await whole();
    const { page } = await app.post(`${base}/save`, { 'keep-for': keepFor }, cookie);
    const [, until] = /until (\d+ \w+ 20\d\d)/.exec(textOf(page.all('main')[0]))!;
    const days = (Date.parse(`${until} UTC`) - Date.now()) / 86_400_000;
    expect(days).toBeGreaterThan(most - 6);
    expect(days).toBeLessThanOrEqual(most);
  });

  it('is for 28 days unless something else is chosen, and refuses a length that is not offered', async () => {
    const { base, cookie } = await whole();
    const { page } = await app.get(`${base}/save`, cookie);
    const chosen = page.main.filter((one) => attribute(one, 'checked') !== undefined);
    expect(chosen.map((one) => attribute(one, 'value'))).toEqual(['28-days']);
    for (const address of ['save', 'save/longer']) {
      const refused = await app.post(`${base}/${address}`, { 'keep-for': 'for-ever' }, cookie);
      expect([refused.status, refused.page.title]).toEqual([422, expect.stringMatching(/^Error: /)]);
    }
  });

  it('can be kept longer or stopped on the page that says until when it works', async () => {
    const mine = await whole();
    const page = async () => textOf((await app.get(`${mine.base}/save`, mine.cookie)).page.all('main')[0]);
    expect(await page()).not.toMatch(/There is a code|Stop this/);
    const code = await codeOf(mine);
    const [, before] = /There is a code. It works until (\d+ \w+ \d+)/.exec(await page())!;
    const longer = await app.post(`${mine.base}/save/longer`, { 'keep-for': '12-months' }, mine.cookie);
    expect([longer.status, longer.to]).toEqual([303, `${mine.base}/save`]);
    const [, after] = /There is a code. It works until (\d+ \w+ \d+)/.exec(await page())!;
    expect(Date.parse(after!)).toBeGreaterThan(Date.parse(before!));
    expect(await resumed(code)).toBeDefined();
    const stopped = await app.post(`${mine.base}/save/stop`, {}, mine.cookie);
    expect([stopped.status, stopped.to]).toEqual([303, `${mine.base}/save`]);
    expect([await resumed(code), await opens(mine)]).toEqual([undefined, 200]);
  });

  it.each(['longer', 'stop'])('GET save/%s leads to the page about the code', async (address) => {
    const { base, cookie } = await whole();
    const { status, to } = await app.get(`${base}/save/${address}`, cookie);
    expect([status, to]).toEqual([303, `${base}/save`]);
  });

  it('the 21st code is refused, and the page says why', async () => {
    const mine = await whole();
    for (let times = 0; times < 20; times++) await codeOf(mine);
    const refused = await app.post(`${mine.base}/save`, {}, mine.cookie);
    expect([refused.status, textOf(refused.page.main[0])]).toEqual([
      422,
      expect.stringContaining('20 codes'),
    ]);
  });

  it('has a slip with the code and its last day, and nobody’s name', async () => {
    const { base, cookie } = await app.journey(
      answersOf({ 'who-for': 'client', nickname: 'Blue folder', 'patient-name': 'Amina' }),
    );
    const { page } = await app.post(`${base}/save`, {}, cookie);
    const slip = page.main.find((one) => attribute(one, 'class') === 'slip');
    const words = textOf(slip);
    expect(words).toMatch(/^([0-9A-Z]{4}-){3}[0-9A-Z]{4} It works until \d+ \w+ 20\d\d\. Type it at /);
    expect(words).not.toMatch(/Amina|Blue|opinion|letter|health/i);
    // The style sheet shows the address to type it at only when this box is ticked.
    expect(attribute(page.byId('with-address'), 'checked')).toBeUndefined();
  });
});
