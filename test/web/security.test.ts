import { Writable } from 'node:stream';
import { pino } from 'pino';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { configWith, runApp, type RunningApp } from '../support/app.ts';
import { answersOf } from '../support/answers.ts';
import type { Fields } from '../support/driver.ts';

/** What every response carries, how leaving works, and what is never in the log. */
const PUBLIC = 'https://letters.example.org';
let app: RunningApp;
let secure: RunningApp;
let logged = '';
beforeAll(async () => {
  const stream = new Writable({
    write: (line: Buffer, _encoding, done) => {
      logged += line.toString();
      done();
    },
  });
  app = await runApp({ log: pino({ level: 'trace' }, stream) });
  secure = await runApp({ config: configWith({ PUBLIC_ORIGIN: PUBLIC, TRUST_PROXY: '1' }) });
});
afterAll(() => Promise.all([app.close(), secure.close()]));

describe('every response', () => {
  const CSP =
    "default-src 'none';script-src 'self';style-src 'self';connect-src 'self';img-src 'self';font-src 'self';form-action 'self';frame-ancestors 'none';base-uri 'none'";
  const EVERY: Readonly<Record<string, string | null>> = {
    'content-security-policy': CSP,
    'cross-origin-opener-policy': 'same-origin',
    'cross-origin-resource-policy': 'same-origin',
    'x-content-type-options': 'nosniff',
    'x-frame-options': 'DENY',
    'referrer-policy': 'same-origin',
    'cache-control': 'no-store',
    'permissions-policy': 'camera=(), microphone=(), geolocation=(), browsing-topics=()',
    'x-powered-by': null,
    etag: null,
    'strict-transport-security': null,
  };
  const GET = [
    '/',
    '/guide',
    '/healthz',
    '/readyz',
    '/metrics',
    '/leave',
    '/no-such',
    '/guide/%ff',
    'BASE/plan',
  ];
  const IN_JOURNEY = [
    'BASE/questions/nation',
    'BASE/letter',
    'BASE/letter.txt',
    'BASE/letter.pdf',
    'BASE/nothing',
  ];
  const ANSWERS: readonly { method: string; path: string; body?: Fields | string }[] = [
    ...[...GET, ...IN_JOURNEY].map((path) => ({ method: 'GET', path })),
    { method: 'GET', path: '/journey/AAAAAAAAAAAA/plan' },
    { method: 'POST', path: '/start' },
    { method: 'POST', path: '/resume', body: { code: 'x' } },
    { method: 'POST', path: 'BASE/questions/nation', body: {} },
    { method: 'POST', path: 'BASE/questions/nation', body: { nation: 'atlantis' } },
    { method: 'POST', path: 'BASE/questions/background', body: 'x'.repeat(300_000) },
    { method: 'POST', path: 'BASE/save' },
    { method: 'POST', path: 'BASE/next-person' },
  ];

  it.each(ANSWERS)('$method $path has every header', async ({ method, path, body }) => {
    const { base, cookie } = await app.journey(answersOf());
    const at = path.replace('BASE', base);
    const { headers } = await (method === 'GET' ? app.get(at, cookie) : app.post(at, body, cookie));
    const got = Object.fromEntries(Object.keys(EVERY).map((name) => [name, headers.get(name)]));
    expect(got).toEqual(EVERY);
  });

  it('only the assets are cached by browsers, under names that change with their content', async () => {
    const { page } = await app.get('/');
    const assets = page.elements.flatMap(({ attrs }) =>
      attrs.flatMap(({ name, value }) =>
        /^(src|href)$/.test(name) && value.startsWith('/assets/') ? value : [],
      ),
    );
    expect(assets.length).toBeGreaterThanOrEqual(3);
    for (const path of assets) {
      const { status, headers } = await app.get(path);
      expect([status, headers.get('cache-control')]).toEqual([200, 'public, max-age=31536000, immutable']);
      expect(headers.get('x-content-type-options')).toBe('nosniff');
    }
  });

  it('over https the cookie is bound to the host, and the browser is told to stay on https', async () => {
    const { headers } = await secure.post('/start', {}, undefined, { Origin: PUBLIC });
    expect(headers.getSetCookie()).toEqual([
      expect.stringMatching(/^__Host-journeys=[\w-]{43}; Path=\/; HttpOnly; Secure; SameSite=Lax$/),
    ]);
    expect(headers.get('strict-transport-security')).toBe('max-age=31536000; includeSubDomains');
    expect(headers.get('content-security-policy')).toBe(`${CSP};upgrade-insecure-requests`);
  });

  it('a cookie without the prefix opens nothing over https', async () => {
    const { base, cookie } = await secure.journey(answersOf());
    expect((await secure.get(`${base}/letter`, cookie)).status).toBe(410);
    expect((await secure.get(`${base}/letter`, `__Host-${cookie}`)).status).toBe(200);
  });
});

describe('leaving quickly', () => {
  it.each<[string, Record<string, string>, boolean]>([
    ['a click on our page', { 'Sec-Fetch-Site': 'same-origin' }, true],
    ['a typed address', { 'Sec-Fetch-Site': 'none' }, true],
    ['an older browser', {}, true],
    ['a link on another site', { 'Sec-Fetch-Site': 'cross-site' }, false],
    ['a link on a sister site', { 'Sec-Fetch-Site': 'same-site' }, false],
    ['a prefetch', { 'Sec-Fetch-Site': 'same-origin', 'Sec-Purpose': 'prefetch' }, false],
    ['a prerender', { 'Sec-Fetch-Site': 'none', 'Sec-Purpose': 'prefetch;prerender' }, false],
    ['an older kind of prefetch', { Purpose: 'prefetch' }, false],
  ])('%s: %o', async (_, headers, leaves) => {
    const { cookie } = await app.journey();
    const { status, to, headers: got } = await app.get('/leave', cookie, headers);
    expect(status).toBe(303);
    expect(new URL(to!).origin).not.toBe(app.origin);
    expect(got.get('referrer-policy')).toBe('same-origin');
    expect(got.get('clear-site-data')).toBe(leaves ? '"cookies", "storage"' : null);
    expect(got.getSetCookie()).toEqual(
      leaves ? [expect.stringMatching(/^journeys=; Path=\/; Expires=Thu, 01 Jan 1970 .*HttpOnly/)] : [],
    );
  });

  it('works only for GET: not for HEAD, which may be a check ahead, and not for POST', async () => {
    const head = await fetch(`${app.origin}/leave`, { method: 'HEAD', redirect: 'manual' });
    expect(head.headers.getSetCookie()).toEqual([]);
    const post = await app.post('/leave');
    expect([post.status, post.headers.getSetCookie()]).toEqual([404, []]);
  });
});

it('nothing that a person typed is in an address, a file name or the log, which has no address or cookie either', async () => {
  const word = 'Unmistakable';
  const answers = answersOf({ 'who-for': 'client', nickname: word, 'patient-name': word, background: word });
  const { base, cookie, secret } = await app.journey(answers);
  const addresses: string[] = [];
  const note = ({ to, headers }: { to: string | undefined; headers: Headers }) =>
    addresses.push(to ?? '', headers.get('content-disposition') ?? '');
  for (const page of [
    'plan',
    'check-answers',
    'letter',
    'letter.txt',
    'letter.pdf',
    'letter.docx',
    'card.pdf',
    'x',
  ])
    note(
      await app.get(`${base}/${page}?q=${word}`, cookie, { Referer: `http://x/${word}`, 'User-Agent': word }),
    );
  for (const [slug, fields] of Object.entries(answers))
    note(await app.post(`${base}/questions/${slug}`, fields, cookie));
  note(await app.post(`${base}/questions/patient`, { 'patient-name': word.repeat(50) }, cookie));
  note(await app.post('/start', { background: word }, cookie));
  note(await app.post('/resume', { code: word }, cookie));
  note(await app.post(`${base}/questions/background`, `__proto__[x]=${word}&%=${word}`, cookie));
  await new Promise((done) => setTimeout(done, 50));

  expect(addresses.join()).not.toContain(word);
  expect(logged).toContain('/journey/:id/letter.:format');
  for (const secretWord of [word, base.slice('/journey/'.length), secret, '127.0.0.1'])
    expect(logged).not.toContain(secretWord);
  for (const line of logged.trim().split('\n'))
    expect(
      Object.keys(JSON.parse(line) as object).filter(
        (key) => !['level', 'time', 'pid', 'hostname'].includes(key),
      ),
    ).toEqual(['route', 'method', 'status', 'ms']);
});
