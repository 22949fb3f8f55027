import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { runApp, type RunningApp } from '../support/app.ts';
import { answersOf } from '../support/answers.ts';
import { attribute, textOf } from '../support/page.ts';
import { root } from '../support/services.ts';

/** Pages outside a journey lead back to it, and every error page has the numbers to ring. */
let app: RunningApp;
beforeAll(async () => void (app = await runApp()));
afterAll(() => app.close());

const OUTSIDE = [
  '/guide',
  '/guide/how-to-ask',
  '/urgent-help',
  '/privacy',
  '/about',
  '/cookies',
  '/accessibility',
  '/resume',
  '/nowhere',
  '/journey/AAAAAAAAAAAA/plan',
];

async function backFrom(path: string, cookie?: string): Promise<string | undefined> {
  const { page, headers } = await app.get(path, cookie);
  expect(headers.getSetCookie()).toEqual([]);
  const link = page.all('a').find((one) => textOf(one) === 'Carry on where you were');
  return attribute(link, 'href');
}

describe.each(OUTSIDE)('%s', (path) => {
  it('leads back to the one journey of this browser, where the person was', async () => {
    const { base, cookie } = await app.journey(answersOf({}, 'background'));
    expect(await backFrom(path, cookie)).toBe(`${base}/questions/background`);
  });

  it('leads to the list when there are several journeys, and has no link when there is none', async () => {
    const first = await app.journey(answersOf());
    await app.journey(answersOf(), first.secret);
    expect(await backFrom(path, first.cookie)).toBe('/');
    expect(await backFrom(path)).toBeUndefined();
    expect(await backFrom(path, `journeys=${'A'.repeat(43)}`)).toBeUndefined();
  });
});

describe('the start page', () => {
  it('lists the journeys of this browser first, each by its nickname or its kind', async () => {
    const first = await app.journey(answersOf({ 'who-for': 'client', nickname: 'Blue folder' }));
    const second = await app.journey(answersOf({}, 'letter'), first.secret);
    const { page, text } = await app.get('/', first.cookie);
    const links = page.main.filter(({ tagName }) => tagName === 'a').slice(0, 2);
    expect(new Map(links.map((one) => [attribute(one, 'href'), textOf(one)]))).toEqual(
      new Map([
        [`${first.base}/record`, 'Blue folder, last used today'],
        [`${second.base}/plan`, 'Your letter, last used today'],
      ]),
    );
    expect(text.indexOf('Carry on where you were')).toBeLessThan(text.indexOf('action="/start"'));
    expect((await app.get('/')).text).not.toContain('Carry on where you were');
  });

  it('extends none of them', async () => {
    const { secret, cookie } = await app.journey(answersOf());
    const used = async () => (await app.services.journeys.openAll(secret))[0]!.lastUsed;
    const before = await used();
    await app.get('/', cookie);
    expect(await used()).toBe(before);
  });
});

describe('every error page', () => {
  it.each([
    ['GET', '/nowhere', 404],
    ['GET', '/journey/AAAAAAAAAAAA/plan', 410],
    ['POST', '/journey/AAAAAAAAAAAA/questions/background', 410],
    ['POST', '/start?elsewhere', 403],
  ])('%s %s has the numbers to ring in its text', async (method, path, status) => {
    const headers = { 'Sec-Fetch-Site': path.endsWith('elsewhere') ? 'cross-site' : 'same-origin' };
    const answer = await (method === 'GET' ? app.get(path) : app.post(path, {}, undefined, headers));
    expect(answer.status).toBe(status);
    const links = answer.page.main.flatMap((one) => attribute(one, 'href') ?? []);
    expect(links).toEqual(
      expect.arrayContaining(['tel:999', 'tel:111', 'tel:116123', 'sms:85258?body=SHOUT', '/urgent-help']),
    );
    expect(textOf(answer.page.all('main')[0])).toMatch(/999.*111.*116 123.*SHOUT to 85258/);
  });
});

describe('how long answers are kept', () => {
  const folder = join(root, 'content/pages');

  it.each(readdirSync(folder))('%s gives the hours together with "while this browser stays open"', (file) => {
    const sentences = readFileSync(join(folder, file), 'utf8').split(/(?<=\.)\s|\n/);
    const told = sentences.filter((sentence) => sentence.includes('{journeyHours}'));
    expect(told.filter((sentence) => !/while this browser stay(s|ed) open/.test(sentence))).toEqual([]);
  });
});

describe('/.well-known/security.txt', () => {
  it('names the contact and an expiry date, as RFC 9116 requires', async () => {
    const { status, text, headers } = await app.get('/.well-known/security.txt');
    expect([status, headers.get('content-type')]).toEqual([200, 'text/plain; charset=utf-8']);
    expect(text).toBe(
      'Contact: mailto:team@second-opinion-letters.example\n' +
        'Expires: 2027-11-22T00:00:00.000Z\nPreferred-Languages: en\n',
    );
  });
});
