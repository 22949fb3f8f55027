import { afterEach, describe, expect, it, onTestFinished, vi } from 'vitest';
import { configWith, runApp, type RunningApp } from '../support/app.ts';
import { answersOf } from '../support/answers.ts';
import { attribute, controlsOf, textOf } from '../support/page.ts';

/** How many requests one address may send: many in general, few for codes and PDFs. */
let app: RunningApp;
afterEach(() => app.close());

const TYPED = { background: 'First line\r\n\r\n“Second” & last' };

it('RATE_LIMIT limits the pages of one address, and the refusal keeps what was typed', async () => {
  app = await runApp({ config: configWith({ RATE_LIMIT: '3' }) });
  const { base, cookie } = await app.journey(answersOf({}, 'background'));
  for (let times = 0; times < 3; times += 1) expect((await app.get('/guide')).status).toBe(200);
  const answer = await app.post(`${base}/questions/background`, TYPED, cookie);
  expect(answer.status).toBe(429);
  expect(Number(answer.headers.get('retry-after'))).toBeGreaterThan(200);
  const [form] = answer.page.forms;
  expect(attribute(form, 'action')).toBe(`${base}/questions/background`);
  const value = 'First line\n\n“Second” & last';
  expect(controlsOf(form!)).toEqual([{ name: 'background', type: 'hidden', value }]);
  expect((await app.get('/healthz')).status).toBe(200);
  expect((await app.post('/start', {}, undefined, {})).status).toBe(403);
});

it.each([
  ['GET', '/urgent-help', 200],
  ['GET', '/Urgent-Help/', 200],
  ['GET', '/leave', 303],
  ['GET', 'BASE/finish', 200],
  ['GET', 'BASE/next-person', 200],
  ['POST', 'BASE/next-person', 200],
  ['POST', 'BASE/finish', 200],
  ['GET', '/healthz', 200],
  ['GET', '/readyz', 200],
  ['GET', '/metrics', 200],
  ['GET', 'CSS', 200],
  ['GET', '/resume', 200],
])('%s %s is never refused, and never counted', async (method, path, status) => {
  app = await runApp({ config: configWith({ RATE_LIMIT: '2' }) });
  const { base, cookie } = await app.journey(answersOf());
  const css = attribute((await app.get('/')).page.all('link')[1], 'href')!;
  const at = path.replace('BASE', base).replace('CSS', css);
  const ask = () =>
    method === 'GET' ? app.get(at, at === '/leave' ? undefined : cookie) : app.post(at, {}, cookie);
  for (let times = 0; times < 3; times += 1) if (method === 'GET') await ask();
  expect((await app.get('/guide')).status).toBe(200);
  expect((await app.get('/guide')).status).toBe(429);
  expect((await ask()).status).toBe(status);
});

it('wrong codes of every kind count towards one limit, and right ones are never refused', async () => {
  app = await runApp({ config: configWith({ RATE_LIMIT: '3' }) });
  const { base, cookie } = await app.journey(answersOf());
  const saved = await app.post(`${base}/save`, {}, cookie);
  const code = textOf(saved.page.having('data-code')[0]);
  const wrong = ['x', '0000-0000-0000-0000', '0'.repeat(10_000)];
  const statuses: number[] = [];
  for (let at = 0; at < 11; at += 1)
    statuses.push((await app.post('/resume', { code: wrong[at % 3]! })).status);
  expect(statuses).toEqual([...Array<number>(10).fill(422), 429]);
  for (let times = 0; times < 12; times += 1) expect((await app.post('/resume', { code })).status).toBe(303);
  expect((await app.post('/resume', { code: 'x' })).status).toBe(429);
});

it('PDFs have a limit of their own, high enough for a whole ward behind one address', async () => {
  const pdfs = {
    pdf: () => Promise.resolve(Buffer.from('%PDF-')),
    pages: () => Promise.resolve(1),
    unprintableIn: () => [],
  };
  app = await runApp({ config: configWith({ RATE_LIMIT: '600' }), pdfs });
  const { base, cookie } = await app.journey(answersOf());
  const statuses: number[] = [];
  for (let at = 0; at < 101; at += 1) statuses.push((await app.get(`${base}/letter.pdf`, cookie)).status);
  expect(statuses.slice(-2)).toEqual([200, 429]);
  expect((await app.get(`${base}/letter.txt`, cookie)).status).toBe(200);
});

describe('the address that a proxy reports', () => {
  const limited = { TRUST_PROXY: '1', RATE_LIMIT: '2' };
  const errors: unknown[][] = [];

  it.each([
    ['an address with a port', (at: number) => `192.0.2.1:${1000 + at}`],
    ['an IPv6 address with a port', (at: number) => `[2001:db8::1]:${1000 + at}`],
    ['other addresses of one IPv6 network', (at: number) => `2001:db8::${at + 1}`],
    ['rubbish', (at: number) => `rubbish-${at}`],
    ['nothing', () => ''],
  ])('%s counts as one address, and stderr stays empty', async (_, addressAt) => {
    const spy = vi.spyOn(console, 'error').mockImplementation((...told) => void errors.push(told));
    onTestFinished(() => spy.mockRestore());
    app = await runApp({ config: configWith(limited) });
    const statuses: number[] = [];
    for (let at = 0; at < 3; at += 1)
      statuses.push((await app.get('/guide', undefined, { 'X-Forwarded-For': addressAt(at) })).status);
    expect(statuses).toEqual([200, 200, 429]);
    expect(errors).toEqual([]);
  });

  it('two addresses are counted apart', async () => {
    app = await runApp({ config: configWith(limited) });
    for (const address of ['192.0.2.1', '192.0.2.1:5', '192.0.2.2', '192.0.2.2:6'])
      expect((await app.get('/guide', undefined, { 'X-Forwarded-For': address })).status).toBe(200);
  });
});

it('RATE_LIMIT=0 switches the limits off', async () => {
  app = await runApp({ config: configWith({ RATE_LIMIT: '0' }) });
  for (let times = 0; times < 40; times += 1)
    expect((await app.post('/resume', { code: 'x' })).status).toBe(422);
});
