import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { answersOf, attribute, type Journey, runApp, type RunningApp, textOf } from '../support/app.ts';

/** Clearing the computer, the next person, and a code to carry on with. */
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

describe('I have finished: clear this computer', () => {
  it('says first that it ends every journey of this browser', async () => {
    const { base, cookie } = await whole();
    const { page } = await app.get(`${base}/finish`, cookie);
    expect(textOf(page.all('main')[0])).toMatch(/every|all/i);
    expect(page.forms.map((form) => attribute(form, 'action'))).toEqual([`${base}/finish`]);
    expect(await opens({ base, cookie, secret: '' })).toBe(200);
  });

  it('ends them all, their codes too, and leaves other browsers alone', async () => {
    const [first, other] = [await whole(), await whole()];
    const second = await whole(first.secret);
    const code = await codeOf(second);
    const { status, headers, text } = await app.post(`${first.base}/finish`, {}, first.cookie);
    expect(status).toBe(200);
    expect(headers.get('clear-site-data')).toBe('"cookies", "storage"');
    expect(headers.getSetCookie()).toEqual([
      expect.stringMatching(/^journeys=; Path=\/; Expires=Thu, 01 Jan 1970/),
    ]);
    expect(text).not.toMatch(/Amina|\/journey\//);
    expect([await opens(first), await opens(second), await opens(other)]).toEqual([410, 410, 200]);
    expect(await resumed(code)).toBeUndefined();
  });

  it.each([
    ['a journey that is gone', (mine: Journey) => ['/journey/AAAAAAAAAAAA/finish', mine.cookie]],
    ['an address that names none', (mine: Journey) => ['/journey/%00/finish', mine.cookie]],
  ])('works from %s', async (_, ask) => {
    const mine = await whole();
    const [path, cookie] = ask(mine);
    expect((await app.post(path!, {}, cookie)).status).toBe(200);
    expect(await opens(mine)).toBe(410);
  });

  it('twice, or by who holds nothing, is no fault, and ends nobody else’s', async () => {
    const mine = await whole();
    for (const cookie of [undefined, `journeys=${'A'.repeat(43)}`, 'journeys=x'])
      expect((await app.post(`${mine.base}/finish`, {}, cookie)).status).toBe(200);
    expect(await opens(mine)).toBe(200);
    for (let times = 0; times < 2; times += 1)
      expect((await app.post(`${mine.base}/finish`, {}, mine.cookie)).status).toBe(200);
  });

  it('an old cookie begins under a new secret', async () => {
    const mine = await whole();
    await app.post(`${mine.base}/finish`, {}, mine.cookie);
    const { headers } = await app.post('/start', {}, mine.cookie);
    expect(headers.getSetCookie()[0]).not.toContain(mine.secret);
  });
});

describe('the next person', () => {
  it('ends this journey alone, its codes too, and the other tabs go on', async () => {
    const first = await whole();
    const second = await whole(first.secret);
    const [code, otherCode] = [await codeOf(first), await codeOf(second)];
    const { status, headers, page, text } = await app.post(`${first.base}/next-person`, {}, first.cookie);
    expect(status).toBe(200);
    expect(headers.getSetCookie()).toEqual([]);
    expect(headers.get('clear-site-data')).toBeNull();
    expect(page.forms.map((form) => attribute(form, 'action'))).toEqual(['/start']);
    expect(text).not.toContain('Amina');
    expect([await opens(first), await opens(second)]).toEqual([410, 200]);
    expect([await resumed(code), await resumed(otherCode)]).toEqual([undefined, expect.anything()]);
  });

  it('cannot be asked for by another browser', async () => {
    const [mine, theirs] = [await whole(), await whole()];
    await app.post(`${mine.base}/next-person`, {}, theirs.cookie);
    expect([await opens(mine), await opens(theirs)]).toEqual([200, 200]);
  });
});

describe('carrying on later', () => {
  it('shows a code once, that opens the same journey elsewhere, where the person was', async () => {
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
    ['one that cannot be', 'hello'],
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
});
