import { connect } from 'node:net';
import { Writable } from 'node:stream';
import { pino } from 'pino';
import { afterEach, describe, expect, it } from 'vitest';
import { LetterTooLong, PdfAborted, PdfBusy, PdfFailed } from '../../src/formats/pdf/errors.ts';
import { StoreUnavailable } from '../../src/store/errors.ts';
import { createJourneys } from '../../src/store/journeys.ts';
import { memoryRows } from '../../src/store/memory-rows.ts';
import type { Rows } from '../../src/store/rows.ts';
import { type Answer, runApp, type RunningApp } from '../support/app.ts';
import { answersOf } from '../support/answers.ts';
import { attribute, controlsOf, textOf } from '../support/page.ts';
import type { Fields } from '../support/driver.ts';

/** Nothing typed is lost when a journey expires, the store is away or a PDF fails. */
let app: RunningApp;
afterEach(() => app.close());

const TYPED = { background: 'First line\r\n\r\n“Second” & last' };
const pepper = Buffer.alloc(32, 7);

/** The form that an error page offers: where it goes, what it carries, and its text. */
function offered({ page }: Answer): { action: string; fields: Fields; says: string } | undefined {
  const [form] = page.forms;
  if (!form) return undefined;
  const fields: Fields = {};
  for (const { name, type, value } of controlsOf(form)) {
    expect(type).toBe('hidden');
    fields[name] = fields[name] === undefined ? value : [fields[name], value].flat();
  }
  return { action: attribute(form, 'action')!, fields, says: textOf(form) };
}

const cookieOf = ({ headers }: Answer) => headers.getSetCookie()[0]!.split(';')[0]!;

describe('a journey that has expired', () => {
  async function expired(upTo: string) {
    let time = Date.UTC(2026, 10, 22);
    const now = () => time;
    app = await runApp({ journeys: createJourneys({ rows: memoryRows({ now }), pepper, hours: 24, now }) });
    const journey = await app.journey(answersOf({}, upTo));
    time += 25 * 3_600_000;
    return journey;
  }

  it('keeps what was typed in a form that starts a new journey, which shows it again at its question', async () => {
    const { base, cookie } = await expired('background');
    const gone = await app.post(`${base}/questions/background`, TYPED, cookie);
    expect(gone.status).toBe(410);
    const { action, fields } = offered(gone)!;
    expect(action).toBe('/start');
    const begun = await app.post(action, fields, cookie);
    expect(begun.status).toBe(303);
    const fresh = { cookie: cookieOf(begun), base: /^\/journey\/[\w-]+/.exec(begun.to!)![0] };
    expect(begun.to).toBe(`${fresh.base}/questions/help-with`);
    for (const [slug, given] of Object.entries(answersOf({}, 'background')))
      await app.post(`${fresh.base}/questions/${slug}`, given, fresh.cookie);
    const question = await app.get(`${fresh.base}/questions/background`, fresh.cookie);
    const [shown] = controlsOf(question.page.forms[0]!);
    expect(shown!.value.trim()).toBe('First line\n\n“Second” & last');
    expect((await app.get(`${fresh.base}/letter`, fresh.cookie)).to).toBe(
      `${fresh.base}/questions/background`,
    );
  });

  it('keeps what was ticked', async () => {
    const { base, cookie } = await expired('problems');
    const ticked = { 'problem-areas': ['sleep', 'concentrating'], problems: 'one\r\ntwo' };
    const { action, fields } = offered(await app.post(`${base}/questions/problems`, ticked, cookie))!;
    expect(fields).toEqual({ ...ticked, problems: 'one\ntwo' });
    expect((await app.post(action, fields)).status).toBe(303);
  });

  it('offers an empty start when nothing was typed', async () => {
    const { base, cookie } = await expired('background');
    for (const answer of [
      await app.get(`${base}/plan`, cookie),
      await app.post(`${base}/letter`, { 'leave-out': 'x' }, cookie),
    ]) {
      expect(answer.status).toBe(410);
      expect(offered(answer)).toMatchObject({ action: '/start', fields: {} });
    }
  });
});

describe('a store that is away', () => {
  const METHODS = ['get', 'insert', 'replace', 'delete'] as const;

  /** Rows that can be made to fail, as Redis does when it is frozen. */
  function shaky() {
    const rows = memoryRows();
    const state = { away: new Set<string>() };
    const failing = Object.fromEntries(
      METHODS.map((name) => [
        name,
        (...given: unknown[]) =>
          state.away.has(name)
            ? Promise.reject(new StoreUnavailable('away'))
            : (rows[name] as (...given: unknown[]) => unknown)(...given),
      ]),
    ) as unknown as Pick<Rows, (typeof METHODS)[number]>;
    const all: Rows = {
      ...rows,
      ...failing,
      ready: () => Promise.resolve(state.away.size === 0 ? undefined : 'AWAY'),
    };
    return { state, journeys: createJourneys({ rows: all, pepper, hours: 24 }) };
  }

  it.each([['everything', METHODS] as const, ['writing', ['replace'] as const] as const])(
    '%s: keeps what was typed, and Try again works when it is back',
    async (_, away) => {
      const { state, journeys } = shaky();
      app = await runApp({ journeys });
      const { base, cookie } = await app.journey(answersOf({}, 'background'));
      const at = `${base}/questions/background?from=check-answers`;
      away.forEach((name) => state.away.add(name));
      const answer = await app.post(at, TYPED, cookie);
      expect([answer.status, answer.headers.get('retry-after')]).toEqual([503, '30']);
      expect(answer.headers.getSetCookie()).toEqual([]);
      const again = offered(answer)!;
      expect(again.action).toBe(at);
      expect(again.says).toMatch(/Try again/);
      expect((await app.post(again.action, again.fields, cookie)).status).toBe(503);
      state.away.clear();
      const taken = await app.post(again.action, again.fields, cookie);
      expect([taken.status, taken.to]).toEqual([303, `${base}/questions/problems?from=check-answers`]);
      const [kept] = controlsOf((await app.get(at, cookie)).page.forms[0]!);
      expect(kept!.value.trim()).toBe('First line\n\n“Second” & last');
    },
  );

  it('is reported on /readyz; pages that need no store still work, and nothing is lost', async () => {
    const { state, journeys } = shaky();
    app = await runApp({ journeys });
    const { base, cookie } = await app.journey(answersOf());
    METHODS.forEach((name) => state.away.add(name));
    const statuses = async (paths: readonly string[]) =>
      Promise.all(paths.map(async (path) => (await app.get(path, cookie)).status));
    expect(await statuses(['/readyz', `${base}/letter`, `${base}/plan`])).toEqual([503, 503, 503]);
    expect(await statuses(['/', '/guide', '/urgent-help', '/privacy', '/resume', '/healthz'])).toEqual(
      Array(6).fill(200),
    );
    for (const path of ['/start', '/resume', `${base}/save`]) {
      const answer = await app.post(path, path === '/resume' ? { code: '0000' } : {}, cookie);
      expect([path, answer.status, offered(answer)!.action]).toEqual([path, 503, path]);
      expect(answer.headers.getSetCookie()).toEqual([]);
    }
    state.away.clear();
    expect(await statuses(['/readyz', `${base}/letter`])).toEqual([200, 200]);
  });

  it.each([
    ['finish', 'code'],
    ['finish', 'nothing'],
    ['finish', undefined],
    ['next-person', 'code'],
    ['next-person', 'nothing'],
    ['next-person', undefined],
  ])('%s (keep=%s): the browser is cleared, and the page says what is still kept', async (ending, keep) => {
    const { state, journeys } = shaky();
    app = await runApp({ journeys });
    const mine = await app.journey(answersOf());
    await app.post(`${mine.base}/save`, {}, mine.cookie);
    METHODS.forEach((name) => state.away.add(name));
    const asked = await app.get(`${mine.base}/${ending}`, mine.cookie);
    expect([asked.status, offered(asked)?.action]).toEqual([200, `${mine.base}/${ending}`]);
    const answer = await app.post(`${mine.base}/${ending}`, keep ? { keep } : {}, mine.cookie);
    expect(answer.status).toBe(200);
    expect(answer.headers.get('clear-site-data')).toBe('"cache", "cookies", "storage"');
    expect(answer.headers.getSetCookie()).toEqual([expect.stringMatching(/^journeys=;.*1970/)]);
    expect(textOf(answer.page.having('data-done')[0])).toMatch(
      /could not reach.*on 2\d November 2026 at the latest.*code that you have works until its day/,
    );
  });

  it.each(['finish', 'next-person'])(
    '%s: when only the deleting fails, the browser is still cleared',
    async (ending) => {
      const { state, journeys } = shaky();
      app = await runApp({ journeys });
      const { base, cookie } = await app.journey(answersOf());
      state.away.add('delete');
      const answer = await app.post(`${base}/${ending}`, {}, cookie);
      expect([answer.status, answer.headers.getSetCookie()]).toEqual([
        200,
        [expect.stringMatching(/^journeys=;.*1970/)],
      ]);
      expect(textOf(answer.page.having('data-done')[0])).toContain('could not delete');
    },
  );

  it('leaving clears the browser, and waits only a moment for a store that hangs', async () => {
    const { journeys } = shaky();
    app = await runApp({ journeys: { ...journeys, clear: () => new Promise(() => undefined) } });
    const { cookie } = await app.journey(answersOf());
    const { status, headers } = await app.get('/leave', cookie);
    expect([status, headers.getSetCookie()]).toEqual([303, [expect.stringMatching(/^journeys=;.*1970/)]]);
  });

  it('pages outside a journey wait only a moment for a store that hangs, and then show no way back', async () => {
    const { journeys } = shaky();
    app = await runApp({ journeys: { ...journeys, openAll: () => new Promise(() => undefined) } });
    const { cookie } = await app.journey(answersOf());
    for (const path of ['/', '/urgent-help', '/guide'])
      expect((await app.get(path, cookie)).status).toBe(200);
  });

  it('every error page in a journey links to clearing the computer', async () => {
    const { state, journeys } = shaky();
    app = await runApp({ journeys });
    const { base, cookie } = await app.journey(answersOf());
    METHODS.forEach((name) => state.away.add(name));
    const { page } = await app.get(`${base}/plan`, cookie);
    expect(page.all('a').map((link) => attribute(link, 'href'))).toEqual(
      expect.arrayContaining([`${base}/finish`, '/leave']),
    );
  });

  it('gets one line in the log, with the cause and nothing that was typed', async () => {
    const lines: string[] = [];
    const stream = new Writable({ write: (line: Buffer, _, done) => (lines.push(line.toString()), done()) });
    const { state, journeys } = shaky();
    app = await runApp({ journeys, log: pino(stream) });
    const { base, cookie } = await app.journey(answersOf({}, 'background'));
    METHODS.forEach((name) => state.away.add(name));
    await app.post(`${base}/questions/background`, { background: 'Unmistakable' }, cookie);
    await app.get('/readyz');
    await expect.poll(() => lines).toHaveLength(2);
    const [page, ready] = lines.map((line) => JSON.parse(line) as Record<string, unknown>);
    expect(page).toMatchObject({ level: 50, status: 503, error: 'StoreUnavailable', cause: 'away' });
    expect(ready).toMatchObject({ level: 50, status: 503, cause: 'AWAY' });
    expect(lines.join()).not.toMatch(/Unmistakable|journeys=/);
  });

  it('a server that is stopping is not ready', async () => {
    app = await runApp({ isAccepting: () => false });
    expect([(await app.get('/readyz')).status, (await app.get('/healthz')).status]).toEqual([503, 200]);
  });
});

describe('a failure', () => {
  it.each([
    [new LetterTooLong(), 413],
    [new PdfBusy(), 503],
    [new PdfFailed(), 503],
  ])('of a PDF (%o): the page says that the letter can be had as text', async (error, status) => {
    app = await runApp({
      pdfs: { pdf: () => Promise.reject(error), pages: () => Promise.resolve(1), unprintableIn: () => [] },
    });
    const { base, cookie } = await app.journey(answersOf());
    const answer = await app.get(`${base}/letter.pdf`, cookie);
    expect(answer.status).toBe(status);
    expect(answer.headers.get('content-disposition')).toBeNull();
    expect(textOf(answer.page.all('main')[0])).toContain('Download the letter as text');
    expect(answer.page.all('a').map((link) => attribute(link, 'href'))).toContain(`${base}/letter`);
    expect((await app.get(`${base}/letter.txt`, cookie)).status).toBe(200);
  });

  it('that nobody foresaw: a page without a trace, and a log line without the words of the error', async () => {
    let logged = '';
    const stream = new Writable({ write: (line: Buffer, _, done) => ((logged += line.toString()), done()) });
    const failing = () => Promise.reject(new Error('Unmistakable\n    at Unmistakable'));
    app = await runApp({
      log: pino(stream),
      pdfs: { pdf: failing, pages: () => Promise.resolve(1), unprintableIn: () => [] },
    });
    const { base, cookie } = await app.journey(answersOf());
    const answer = await app.get(`${base}/letter.pdf`, cookie);
    expect(answer.status).toBe(500);
    expect(answer.page.title).toMatch(/^Sorry, there is a problem/);
    expect(answer.text).not.toMatch(/Unmistakable|\.ts/);
    await new Promise((done) => setTimeout(done, 20));
    expect(logged).toMatch(/failures\.test\.ts/);
    expect(logged).not.toContain('Unmistakable');
  });

  it('of the connection: a PDF is abandoned when its reader has gone, and no error is logged', async () => {
    let signal: AbortSignal | undefined;
    const pdf = (_letter: unknown, _print: unknown, waiting?: { signal?: AbortSignal; key?: string }) =>
      new Promise<Buffer>((_, reject) => {
        signal = waiting?.signal;
        signal?.addEventListener('abort', () => reject(new PdfAborted()));
      });
    const lines: string[] = [];
    const stream = new Writable({ write: (line: Buffer, _, done) => (lines.push(line.toString()), done()) });
    app = await runApp({
      log: pino(stream),
      pdfs: { pdf, pages: () => Promise.resolve(1), unprintableIn: () => [] },
    });
    const { base, cookie } = await app.journey(answersOf());
    const leaving = new AbortController();
    const asked = fetch(`${app.origin}${base}/letter.pdf`, {
      headers: { Cookie: cookie },
      signal: leaving.signal,
    }).catch(() => 'gone');
    await expect.poll(() => signal).toBeDefined();
    leaving.abort();
    expect(await asked).toBe('gone');
    await expect.poll(() => signal?.aborted).toBe(true);
    expect(lines.join()).not.toMatch(/error/);
  });

  it('of the connection in the middle of a request: the server goes on for everybody else', async () => {
    app = await runApp();
    const { base, cookie } = await app.journey(answersOf());
    const { hostname, port } = new URL(app.origin);
    const socket = connect(Number(port), hostname);
    socket.write(
      `POST ${base}/questions/nation HTTP/1.1\r\nHost: x\r\nSec-Fetch-Site: same-origin\r\nCookie: ${cookie}\r\n` +
        'Content-Type: application/x-www-form-urlencoded\r\nContent-Length: 1000\r\n\r\nnation=wa',
    );
    await new Promise((done) => setTimeout(done, 50));
    socket.destroy();
    const leaving = AbortSignal.timeout(5);
    await fetch(`${app.origin}${base}/letter.pdf`, { headers: { Cookie: cookie }, signal: leaving }).catch(
      () => {},
    );
    await new Promise((done) => setTimeout(done, 100));
    expect((await app.get(`${base}/letter`, cookie)).status).toBe(200);
    expect((await app.get(`${base}/check-answers`, cookie)).text).toContain('England');
  });
});
