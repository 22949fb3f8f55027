import { request as rawRequest } from 'node:http';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Answer, runApp, type RunningApp } from '../support/app.ts';
import { answersOf } from '../support/answers.ts';
import { attribute, Page } from '../support/page.ts';

/** A request that none of our forms would send gets a clear 4xx page, never a 5xx. */
let app: RunningApp;
beforeAll(async () => void (app = await runApp()));
afterAll(() => app.close());

const FORM = 'application/x-www-form-urlencoded';
const OURS = { 'Sec-Fetch-Site': 'same-origin' };
const TRACE = /\n\s+at |node_modules|\.[jt]s:\d|undefined|\[object/;

/** One of our own pages, which says what happened and shows nothing of the server's insides. */
function expectPage({ text, headers, page }: Pick<Answer, 'text' | 'headers' | 'page'>): void {
  expect(headers.get('content-type')).toBe('text/html; charset=utf-8');
  expect(page.all('h1')).toHaveLength(1);
  expect(page.all('a').map((link) => attribute(link, 'href'))).toContain('/urgent-help');
  expect(text).not.toMatch(TRACE);
}

const send = async (path: string, init: RequestInit): Promise<Answer> => {
  const response = await fetch(app.origin + path, { method: 'POST', redirect: 'manual', ...init });
  const text = await response.text();
  const { status, headers } = response;
  return { status, headers, text, to: headers.get('Location') ?? undefined, page: new Page(text) };
};

describe('a form that is not ours', () => {
  const many = Array.from({ length: 101 }, (_, at) => `nation${at}=x`).join('&');
  const bodies: readonly [what: string, status: number, body: string, type?: string, encoding?: string][] = [
    ['only an unknown field', 422, 'admin=true'],
    ['a single field twice', 422, 'nation=england&nation=wales'],
    ['a value that is not a choice', 422, 'nation=atlantis'],
    ['a choice in capitals', 422, 'nation=England'],
    ['a list for a single field', 422, 'nation[]=england'],
    // Unknown fields are ignored, so what is left is an empty answer.
    ['a key __proto__', 422, '__proto__=england'],
    ['an empty key', 422, '=england'],
    ['a key constructor', 422, 'constructor=england'],
    ['a key constructor.prototype', 422, 'constructor[prototype][x]=1'],

    ['a token of 10,000 characters', 422, `nation=${'a'.repeat(10_000)}`],
    ['a key of 10,000 characters', 422, `${'a'.repeat(10_000)}=1`],
    ['too many fields', 413, many],
    ['a body too large', 413, `nation=${'a'.repeat(300_000)}`],
    ['JSON', 415, '{"nation":"england"}', 'application/json'],
    ['plain text', 415, 'nation=england', 'text/plain'],
    ['a multipart form', 415, '--x\r\n\r\n--x--', 'multipart/form-data; boundary=x'],
    ['XML', 415, '<nation>england</nation>', 'text/xml'],
    ['no type at all', 415, 'nation=england', ''],
    ['a foreign charset', 415, 'nation=england', `${FORM}; charset=utf-16`],
    ['a compressed body', 415, 'nation=england', FORM, 'gzip'],
  ];

  it.each(bodies)('%s is refused with %i, and not kept', async (_, status, body, type = FORM, encoding) => {
    const { base, cookie } = await app.journey(answersOf({}, 'nation'));
    const headers = {
      ...OURS,
      Cookie: cookie,
      'Content-Type': type,
      ...(encoding && { 'Content-Encoding': encoding }),
    };
    // As bytes, so that fetch adds no content type of its own.
    const answer = await send(`${base}/questions/nation`, {
      headers,
      body: new TextEncoder().encode(body),
    });
    expect(answer.status).toBe(status);
    expectPage(answer);
    expect((await app.get(`${base}/letter`, cookie)).to).toBe(`${base}/questions/nation`);
  });

  it.each([
    ['an unknown field', 'nation=england&admin=true'],
    ['a key in __proto__', '__proto__[nation]=england&nation=wales'],
    ['a key toString', 'nation=scotland&toString=1'],
    ['the same answer twice', 'nation=england&nation=england'],
    ['an empty value of the same field', 'nation=england&nation='],
  ])('%s is ignored beside an answer', async (_, body) => {
    const { base, cookie } = await app.journey(answersOf({}, 'nation'));
    const headers = { ...OURS, Cookie: cookie, 'Content-Type': FORM };
    const answer = await send(`${base}/questions/nation`, { headers, body });
    expect([answer.status, answer.to]).toEqual([303, `${base}/questions/detained`]);
  });

  it.each([
    ['a choice and an empty one', 'doctor-said=carry-on&doctor-said=', 303],
    ['a choice that is not offered, and an empty one', 'doctor-said=x&doctor-said=', 422],
    ['a choice that is not offered', 'doctor-said=carry-on&doctor-said=x', 422],
    ['an optional box with another value', 'not-improving=no', 422],
  ])('checkboxes with %s', async (_, body, status) => {
    const { base, cookie } = await app.journey(
      answersOf({ letter: 'second-opinion-treatment' }, 'doctor-said'),
    );
    const headers = { ...OURS, Cookie: cookie, 'Content-Type': FORM };
    const answer = await send(`${base}/questions/doctor-said`, { headers, body });
    expect(answer.status).toBe(status);
    if (status === 422) expectPage(answer);
  });

  it('a new journey takes over the answer to one question, cleaned, and nothing else', async () => {
    const body = 'background=\u200Bwell until\nthen&admin=true';
    const { status, to, headers } = await app.post('/start', body);
    expect(status).toBe(303);
    const cookie = headers.getSetCookie()[0]!.split(';')[0]!;
    const id = to!.split('/')[2]!;
    const kept = await app.services.journeys.open(cookie.split('=')[1], id);
    expect(kept?.drafts).toEqual({ background: { background: 'well until then' } });
  });

  it.each([
    ['a field that no page knows', 'admin=true', 303],
    ['two answers to one question', 'nation=england&nation=wales', 303],
    ['a choice that is not offered', 'nation=atlantis', 303],
    ['the fields of two questions', 'nation=england&concern=both', 400],
    ['a nickname that is too long', `nickname=${'x'.repeat(200_000)}`, 413],
    ['an NHS number that is too long', `nhs-number=${'9'.repeat(200_000)}`, 413],
    ['a text that is too long', `background=${'x'.repeat(5001)}`, 413],
    ['too many lines', `problems=${'x%0A'.repeat(50_000)}`, 413],
  ])('a new journey from %s', async (_, body, status) => {
    const answer = await app.post('/start', body);
    expect(answer.status).toBe(status);
    if (status >= 400) expect(answer.headers.getSetCookie()).toEqual([]);
  });

  it.each(['code=A&other=B', 'code=A&code=B', `code=${'\u0301'.repeat(20_000)}`, 'other=B'])(
    '%.20s has no usable code: the page asks again',
    async (body) => {
      const answer = await app.post('/resume', body);
      expect(answer.status).toBe(422);
      expectPage(answer);
    },
  );

  it.each([['/start', 'nation=england&concern=both']])('POST %s of %s is refused', async (path, body) => {
    const answer = await app.post(path, body);
    expect(answer.status).toBe(400);
    expect(answer.headers.getSetCookie()).toEqual([]);
    expectPage(answer);
  });

  it('only a line of the letter can be left out of it', async () => {
    const { base, cookie } = await app.journey(answersOf());
    for (const body of ['leave-out=everything', 'leave-out=__proto__']) {
      const answer = await app.post(`${base}/letter`, body, cookie);
      expect(answer.status).toBe(400);
      expectPage(answer);
    }
  });

  it.each([
    ['malformed percent-encoding', 'background=%&x', 303],
    ['malformed percent-encoding in the text', 'background=100%25 sure %ZZ %E0%A4', 303],
    ['NUL bytes', 'background=a%00b', 303],
    ['a lone surrogate', 'background=a%ED%A0%80b', 303],
    ['bidirectional overrides', 'background=a%E2%80%AEb', 303],
    ['a field without a value', 'background', 303],
  ])('%s do no harm', async (_, body, status) => {
    const { base, cookie } = await app.journey(answersOf({}, 'background'));
    const answer = await app.post(`${base}/questions/background`, {}, cookie, OURS);
    expect(answer.status).toBe(303);
    const headers = { ...OURS, Cookie: cookie, 'Content-Type': FORM };
    expect((await send(`${base}/questions/background`, { headers, body })).status).toBe(status);
    const shown = await app.get(`${base}/questions/background`, cookie);
    // eslint-disable-next-line no-control-regex -- looked for because it must not be there
    expect(shown.text).not.toMatch(/[\x00\uD800-\uDFFF\u202E](?![\uDC00-\uDFFF])/);
  });
});

/** Sends the request line and the headers exactly as given; fetch would tidy them up. */
const raw = (path: string, headers: Record<string, string> = {}, method = 'GET') =>
  new Promise<{ status: number; headers: Headers; text: string; page: Page }>((resolve, reject) => {
    const { hostname, port } = new URL(app.origin);
    const asked = rawRequest({ hostname, port, path, method, headers }, (response) => {
      let text = '';
      response.setEncoding('utf8').on('data', (part: string) => (text += part));
      response.on('end', () =>
        resolve({
          status: response.statusCode!,
          headers: new Headers(response.headers as Record<string, string>),
          text,
          page: new Page(text),
        }),
      );
    });
    asked.on('error', reject).end();
  });

describe('tricks with addresses and headers', () => {
  it.each([
    '//example.org/guide',
    'http://example.org/no-such-page',
    '/../../etc/passwd',
    '/guide/..%2f..%2fetc%2fpasswd',
    '/guide/%00',
    '/guide/%ff',
    '/guide/%E0%A4%A',
    '/journey/%',
    '/%2e%2e/%2e%2e',
    '/guide?__proto__[x]=1',
    `/${'a'.repeat(10_000)}`,
    '/assets/main.css%00.js',
    '/.env',
    '/*',
  ])('%.40s shows one of our own pages, or nothing', async (path) => {
    const answer = await raw(path);
    expect(answer.status === 200 || (answer.status >= 400 && answer.status < 500)).toBe(true);
    if (answer.status !== 200) expectPage(answer);
    expect(answer.text).not.toMatch(/root:/);
  });

  it('no header changes the method, the address or the host of a redirect', async () => {
    const { base, cookie } = await app.journey();
    const answer = await raw(`${base}/plan`, {
      Cookie: cookie,
      Host: 'example.org',
      'X-Forwarded-Host': 'example.org',
      'X-HTTP-Method-Override': 'POST',
      'X-Original-URL': '/letter',
    });
    expect(answer.headers.get('location')).toBe(`${base}/questions/help-with`);
  });

  it.each(['PUT', 'DELETE', 'PATCH', 'PROPFIND', 'TRACE'])('%s changes nothing', async (method) => {
    const { base, cookie } = await app.journey(answersOf());
    const answer = await raw(`${base}/questions/nation`, { ...OURS, Cookie: cookie }, method);
    expect([404, 405]).toContain(answer.status);
    expect((await app.get(`${base}/letter`, cookie)).status).toBe(200);
  });
});
