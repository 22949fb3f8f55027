import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { configWith, runApp, type RunningApp } from '../support/app.ts';
import { answersOf } from '../support/answers.ts';

/** Who may send a form, judged by headers that only a browser can set, not a page. */
const PUBLIC = 'https://letters.example.org';
let app: RunningApp;
let secure: RunningApp;
beforeAll(async () => {
  app = await runApp();
  secure = await runApp({ config: configWith({ PUBLIC_ORIGIN: PUBLIC, TRUST_PROXY: '1' }) });
});
afterAll(() => Promise.all([app.close(), secure.close()]));

describe('a form sent by', () => {
  const SELF = 'SELF';
  const CASES: readonly [what: string, headers: Record<string, string>, status: number][] = [
    ['our own page', { 'Sec-Fetch-Site': 'same-origin' }, 303],
    ['the person, from no page', { 'Sec-Fetch-Site': 'none' }, 303],
    ['another site', { 'Sec-Fetch-Site': 'cross-site' }, 403],
    ['a sister site', { 'Sec-Fetch-Site': 'same-site' }, 403],
    ['something made up', { 'Sec-Fetch-Site': 'Same-Origin' }, 403],
    ['another site with our origin', { 'Sec-Fetch-Site': 'cross-site', Origin: SELF }, 403],
    ['an older browser, our origin', { Origin: SELF }, 303],
    ['an older browser, another origin', { Origin: 'https://evil.example' }, 403],
    ['an older browser, our host with another port', { Origin: 'http://127.0.0.1:1' }, 403],
    ['an older browser, our host over https', { Origin: 'https://127.0.0.1' }, 403],
    ['an origin that begins like ours', { Origin: `${SELF}.evil.example` }, 403],
    ['an opaque origin', { Origin: 'null' }, 403],
    ['an opaque origin, with our page as referrer', { Origin: 'null', Referer: `${SELF}/` }, 403],
    ['a browser that sends our page as referrer alone', { Referer: `${SELF}/journey/x` }, 303],
    ['a browser that sends another page as referrer', { Referer: 'https://evil.example/' }, 403],
    ['a browser whose referrer is no web page', { Referer: 'about:blank' }, 403],
    ['a client that sends none of these headers', {}, 403],
  ];

  it.each(CASES)('%s: %o gets %i', async (_, headers, status) => {
    const own = Object.fromEntries(
      Object.entries(headers).map(([name, value]) => [name, value.replace(SELF, app.origin)]),
    );
    const { base, cookie } = await app.journey(answersOf({}, 'nation'));
    const answer = await app.post(`${base}/questions/nation`, { nation: 'wales' }, cookie, own);
    expect(answer.status).toBe(status);
    expect((await app.get(`${base}/letter`, cookie)).to).toBe(
      `${base}/questions/${status === 303 ? 'detained' : 'nation'}`,
    );
    const start = await app.post('/start', {}, undefined, own);
    expect([start.status, start.headers.getSetCookie().length]).toEqual([status, status === 303 ? 1 : 0]);
  });

  it.each([
    'letter',
    'save',
    'finish',
    'next-person',
    'reminder',
    'letter/sent',
    'record/add/pals',
    'record/delete',
  ])('another site is refused at %s, and the journey stays as it was', async (page) => {
    const { base, cookie } = await app.journey(answersOf());
    const answer = await app.post(`${base}/${page}`, {}, cookie, { 'Sec-Fetch-Site': 'cross-site' });
    expect(answer.status).toBe(403);
    expect(answer.headers.getSetCookie()).toEqual([]);
    expect((await app.get(`${base}/letter`, cookie)).status).toBe(200);
  });

  it('another site is refused before it is read, and is never shown in a page', async () => {
    const huge = { background: `evil ${'x'.repeat(300_000)}` };
    const answer = await app.post('/journey/AAAAAAAAAAAA/questions/background', huge, undefined, {
      Origin: 'null',
    });
    expect(answer.status).toBe(403);
    expect(answer.text).not.toContain('evil');
    expect(answer.page.forms).toEqual([]);
  });

  it('a page is judged by the public origin when one is set', async () => {
    const from = async (Origin: string) => (await secure.post('/start', {}, undefined, { Origin })).status;
    expect(await from(PUBLIC)).toBe(303);
    expect(await from(secure.origin)).toBe(403);
    expect(await from(PUBLIC.replace('https', 'http'))).toBe(403);
  });
});
