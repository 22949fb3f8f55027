import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Answer, type Journey, runApp, type RunningApp } from '../support/app.ts';
import { answersOf } from '../support/answers.ts';
import { attribute, elementsIn, textOf } from '../support/page.ts';

/** Clearing the computer, and handing it to the next person. */
let app: RunningApp;
beforeAll(async () => void (app = await runApp()));
afterAll(() => app.close());

const ENDINGS = ['finish', 'next-person'] as const;
const EXPIRED = /^journeys=; Path=\/; Expires=Thu, 01 Jan 1970/;

const whole = (inBrowser?: string) =>
  app.journey(
    answersOf({ 'who-for': 'client', nickname: 'Blue folder', 'patient-name': 'Amina' }),
    inBrowser,
  );
const opens = async ({ base, cookie }: Journey) => (await app.get(`${base}/letter`, cookie)).status;
const mainOf = ({ page }: Answer) => textOf(page.all('main')[0]);
const doneOf = ({ page }: Answer) => textOf(page.having('data-done')[0]);

async function codeOf({ base, cookie }: Journey): Promise<string> {
  const { status, page } = await app.post(`${base}/save`, { 'keep-for': '3-months' }, cookie);
  expect(status).toBe(200);
  return textOf(page.having('data-code')[0]);
}
const works = async (code: string) => (await app.post('/resume', { code })).status === 303;

/** What an ending's page offers: the value of each button, the links of main, and where the forms go. */
function waysOf({ page }: Answer) {
  const buttons = page.forms.flatMap((form) =>
    elementsIn(form)
      .filter(({ tagName }) => tagName === 'button')
      .map((button) => attribute(button, 'value') ?? 'none'),
  );
  const links = page.main.flatMap((one) => (one.tagName === 'a' ? (attribute(one, 'href') ?? []) : []));
  return { buttons, links, actions: page.forms.map((form) => attribute(form, 'action')) };
}

describe.each(ENDINGS)('after %s a page that is sent again', (ending) => {
  const typed = { background: 'Amina is tired all day' };

  it.each(['nobody', 'another person'])('gives nothing back where %s goes on', async (who) => {
    const other = await whole();
    const { base, cookie } = await whole(who === 'nobody' ? undefined : other.secret);
    expect((await app.post(`${base}/${ending}`, { keep: 'nothing' }, cookie)).status).toBe(200);
    const now = who === 'nobody' ? undefined : (await whole(other.secret)).cookie;
    const again = await app.post(`${base}/questions/background`, typed, now);
    expect(again.status).toBe(410);
    expect(again.text).not.toContain(typed.background);
  });
});

describe.each(ENDINGS)('the page of %s', (ending) => {
  it('offers to get a code first when there is none', async () => {
    const { base, cookie } = await whole();
    const { buttons, links, actions } = waysOf(await app.get(`${base}/${ending}`, cookie));
    expect([buttons, actions]).toEqual([['none'], [`${base}/${ending}`]]);
    const reached = links.map((link) => new URL(link, `${app.origin}${base}/${ending}`).pathname);
    expect(reached).toContain(`${base}/save`);
    expect(await opens({ base, cookie, secret: '' })).toBe(200);
  });

  it('offers two choices when there is a code, names its last day, and makes the person choose', async () => {
    const mine = await whole();
    await codeOf(mine);
    const asked = await app.get(`${mine.base}/${ending}`, mine.cookie);
    expect(waysOf(asked).buttons).toEqual(['code', 'nothing']);
    expect(mainOf(asked)).toMatch(/It works until \d+ \w+ 20\d\d/);
    for (const fields of [{}, { keep: '' }, { keep: 'x' }, { keep: ['code', 'nothing'] }]) {
      const refused = await app.post(`${mine.base}/${ending}`, fields, mine.cookie);
      expect([refused.status, waysOf(refused).buttons]).toEqual([422, ['code', 'nothing']]);
      expect(refused.page.title).toMatch(/^Error: /);
      expect(refused.headers.getSetCookie()).toEqual([]);
    }
    expect(await opens(mine)).toBe(200);
  });

  it.each([
    ['letter.pdf', /The letter was downloaded: PDF/],
    ['letter.docx', /The letter was downloaded: Word/],
    ['letter.txt', /The letter was downloaded: text/],
    ['card.pdf', /^(?!.*card for the appointment has not)/],
  ])('knows that %s was downloaded', async (file, told) => {
    const { base, cookie } = await whole();
    const ask = async () => mainOf(await app.get(`${base}/${ending}`, cookie));
    expect(await ask()).toMatch(/letter has not been downloaded.*card for the appointment has not/);
    expect((await app.get(`${base}/${file}`, cookie)).status).toBe(200);
    expect(await ask()).toMatch(told);
    expect(await ask()).toContain('cannot know whether you printed');
  });

  it('says what a browser may still hold', async () => {
    const { base, cookie } = await whole();
    const asks = mainOf(await app.get(`${base}/${ending}`, cookie));
    const says = mainOf(await app.post(`${base}/${ending}`, {}, cookie));
    for (const text of [asks, says])
      for (const held of [
        /downloaded\. Delete them/,
        /copied\./,
        /list of the pages/,
        /offers when somebody types/,
        /above all if JavaScript is off/,
        /opens these tabs again/,
      ])
        expect(text).toMatch(held);
  });

  it('is linked from every page of a journey, and no other page has its form', async () => {
    const { base, cookie } = await whole();
    for (const path of ['plan', 'letter', 'check-answers', 'card', 'save', 'questions/nation', 'reminder']) {
      const { page } = await app.get(`${base}/${path}`, cookie);
      const links = page.all('a').map((link) => attribute(link, 'href'));
      expect(links, path).toContain(`${base}/${ending}`);
      expect(page.all('form').map((form) => attribute(form, 'action'))).not.toContain(`${base}/${ending}`);
    }
  });
});

describe('finish ends every journey of the browser, and leaves other browsers alone', () => {
  it.each([
    ['code', [410, 410, 200], true, /goes on working until \d+ \w+ 20\d\d/],
    ['nothing', [410, 410, 200], false, /The answers of 2 people are deleted/],
  ] as const)('keep=%s', async (keep, opened, stillWorks, told) => {
    const [first, other] = [await whole(), await whole()];
    const second = await whole(first.secret);
    const code = await codeOf(second);
    const answer = await app.post(`${first.base}/finish`, { keep }, first.cookie);
    expect(answer.status).toBe(200);
    expect(answer.headers.get('clear-site-data')).toBe('"cache", "cookies", "storage"');
    expect(answer.headers.getSetCookie()).toEqual([expect.stringMatching(EXPIRED)]);
    expect(answer.text).not.toMatch(/Amina|Blue folder|\/journey\//);
    expect(doneOf(answer)).toMatch(told);
    expect([await opens(first), await opens(second), await opens(other)]).toEqual(opened);
    expect(await works(code)).toBe(stillWorks);
  });

  it('says what was done with each journey when one of two has a code', async () => {
    const first = await whole();
    await codeOf(await whole(first.secret));
    const answer = await app.post(`${first.base}/finish`, { keep: 'code' }, first.cookie);
    expect(doneOf(answer)).toMatch(/that had no code are deleted.*The code goes on working/);
  });

  it.each([
    ['a journey that is gone', '/journey/AAAAAAAAAAAA/finish'],
    ['an address that names none', '/journey/%00/finish'],
  ])('works from %s', async (_, path) => {
    const mine = await whole();
    expect((await app.post(path, {}, mine.cookie)).status).toBe(200);
    expect(await opens(mine)).toBe(410);
  });

  it('a new journey after an old cookie gets a new secret', async () => {
    const mine = await whole();
    await app.post(`${mine.base}/finish`, {}, mine.cookie);
    const { headers } = await app.post('/start', {}, mine.cookie);
    expect(headers.getSetCookie()[0]).not.toContain(mine.secret);
  });
});

describe('the next person', () => {
  it.each([
    ['code', true, /goes on working until/],
    ['nothing', false, /The answers are deleted/],
  ] as const)('keep=%s ends only this journey; the other tabs go on', async (keep, stillWorks, told) => {
    const first = await whole();
    const second = await whole(first.secret);
    const [code, otherCode] = [await codeOf(first), await codeOf(second)];
    const answer = await app.post(`${first.base}/next-person`, { keep }, first.cookie);
    expect([answer.status, answer.headers.get('clear-site-data')]).toEqual([200, '"cache"']);
    // The cookie is expired and set again, so that a browser drops the pages that it keeps for Back.
    expect(answer.headers.getSetCookie()).toEqual([
      expect.stringMatching(EXPIRED),
      expect.stringContaining(first.cookie),
    ]);
    expect(waysOf(answer).actions).toEqual(['/start']);
    expect(answer.text).not.toContain('Amina');
    expect(doneOf(answer)).toMatch(told);
    expect([await opens(first), await opens(second)]).toEqual([410, 200]);
    expect([await works(code), await works(otherCode)]).toEqual([stillWorks, true]);
  });

  it('clears the browser when it was the last journey', async () => {
    const mine = await whole();
    const { headers } = await app.post(`${mine.base}/next-person`, {}, mine.cookie);
    expect(headers.get('clear-site-data')).toBe('"cache", "cookies", "storage"');
    expect(headers.getSetCookie()).toEqual([expect.stringMatching(EXPIRED)]);
  });

  it('cannot be requested by another browser', async () => {
    const [mine, theirs] = [await whole(), await whole()];
    await app.post(`${mine.base}/next-person`, {}, theirs.cookie);
    expect([await opens(mine), await opens(theirs)]).toEqual([200, 200]);
  });

  it('takes an advocate three clicks: get a code, next person, keep the code', async () => {
    const { base, cookie } = await whole();
    const saved = await app.post(`${base}/save`, {}, cookie);
    expect(waysOf(saved).links).toContain(`${base}/next-person`);
    const asked = await app.get(`${base}/next-person`, cookie);
    expect(waysOf(asked).buttons[0]).toBe('code');
    expect(waysOf(await app.post(`${base}/next-person`, { keep: 'code' }, cookie)).actions).toEqual([
      '/start',
    ]);
  });
});

describe.each(ENDINGS)('%s says so when there was nothing left to do, because', (ending) => {
  const NOTHING = /nothing left to delete.*code, it may still work/;

  it.each<[string, (mine: Journey) => Promise<string | undefined>]>([
    [
      'another tab was first',
      async (mine) => (await app.post(`${mine.base}/finish`, {}, mine.cookie), mine.cookie),
    ],
    ['somebody left', async (mine) => (await app.get('/leave', mine.cookie), mine.cookie)],
    ['the cookie did not come', () => Promise.resolve(undefined)],
    ['the cookie is not one of ours', () => Promise.resolve(`journeys=${'A'.repeat(43)}`)],
    ['the cookie is broken', () => Promise.resolve('journeys=x')],
  ])('%s', async (_, before) => {
    const mine = await whole();
    const cookie = await before(mine);
    const answer = await app.post(`${mine.base}/${ending}`, {}, cookie);
    expect([answer.status, doneOf(answer)]).toEqual([200, expect.stringMatching(NOTHING)]);
    expect(answer.headers.getSetCookie()).toEqual([expect.stringMatching(EXPIRED)]);
  });
});

describe('leaving', () => {
  it('clears this browser, and a code goes on working', async () => {
    const first = await whole();
    const code = await codeOf(await whole(first.secret));
    await app.get('/leave', first.cookie);
    expect([await opens(first), await works(code)]).toEqual([410, true]);
    expect(await app.services.journeys.openAll(first.secret)).toEqual([]);
  });
});
