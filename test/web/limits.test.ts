import { afterEach, expect, it } from 'vitest';
import {
  type Answer,
  answersOf,
  attribute,
  configWith,
  controlsOf,
  runApp,
  type RunningApp,
} from '../support/app.ts';

/** How often one address may ask: wide in general, narrow for codes and PDFs. */
let app: RunningApp;
afterEach(() => app.close());

const TYPED = { background: 'First line\r\n\r\n“Second” & last' };

it('RATE_LIMIT is for one address, counts pages, and keeps what was typed', async () => {
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

it('codes and PDFs have narrow ones of their own', async () => {
  const pdfs = {
    pdf: () => Promise.resolve(Buffer.from('%PDF-')),
    pages: () => Promise.resolve(1),
    unprintableIn: () => [],
  };
  app = await runApp({ config: configWith({ RATE_LIMIT: '600' }), pdfs });
  const { base, cookie } = await app.journey(answersOf());
  const statuses = async (times: number, ask: () => Promise<Answer>) => {
    const all: number[] = [];
    for (let at = 0; at < times; at += 1) all.push((await ask()).status);
    return [all.at(-2), all.at(-1)];
  };
  expect(await statuses(11, () => app.post('/resume', { code: 'x' }))).toEqual([422, 429]);
  expect(await statuses(31, () => app.get(`${base}/letter.pdf`, cookie))).toEqual([200, 429]);
  expect((await app.get(`${base}/letter.txt`, cookie)).status).toBe(200);
});

it('RATE_LIMIT=0 has none', async () => {
  app = await runApp({ config: configWith({ RATE_LIMIT: '0' }) });
  for (let times = 0; times < 40; times += 1)
    expect((await app.post('/resume', { code: 'x' })).status).toBe(422);
});
