import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Journey, runApp, type RunningApp } from '../support/app.ts';
import { answersOf } from '../support/answers.ts';
import { attribute, elementsIn, textOf } from '../support/page.ts';
import { CONTRACT_FIELDS } from '../support/contract.ts';

const CONTRACT_LETTERS = CONTRACT_FIELDS.get('letter')!.values;

/** Every address responds as docs/contract.md says. */
let app: RunningApp;
let whole: Journey;
beforeAll(async () => {
  app = await runApp();
  whole = await app.journey(answersOf({ 'who-for': 'client', 'patient-name': 'Amina Khan' }));
});
afterAll(() => app.close());

const PROSE = ['/', '/guide', '/urgent-help', '/privacy', '/cookies', '/accessibility', '/about', '/resume'];
/** Addresses of a journey that a browser may get; POSTED are those that it may send a form to. */
const SHOWN = ['plan', 'check-answers', 'letter', 'finish', 'next-person', 'save', 'questions/help-with'];
const FILES = ['letter.txt', 'letter.pdf', 'letter.pdf?print=large', 'letter.docx'];
const POSTED = ['questions/help-with', 'letter', 'save'];

describe('addresses without a journey', () => {
  it.each(PROSE)('%s is a page, and sets no cookie', async (path) => {
    const { status, headers, page } = await app.get(path);
    expect(status).toBe(200);
    expect(headers.get('content-type')).toBe('text/html; charset=utf-8');
    expect(headers.getSetCookie()).toEqual([]);
    expect(page.title).toMatch(/^\S.+ – Second Opinion Letters$/);
    expect(page.all('h1')).toHaveLength(1);
    expect(page.all('a').map((link) => attribute(link, 'href'))).toContain('/urgent-help');
  });

  it('/guide leads to sections that between them cite every fact of the ledger', async () => {
    const { page } = await app.get('/guide');
    const sections = page
      .all('a')
      .flatMap((link) => /^\/guide\/.+/.exec(attribute(link, 'href') ?? '') ?? []);
    expect(sections.length).toBeGreaterThan(5);
    const told = new Set<string>();
    for (const path of sections) {
      const section = await app.get(path);
      expect(section.status).toBe(200);
      for (const element of section.page.having('data-facts'))
        attribute(element, 'data-facts')!
          .split(' ')
          .forEach((id) => told.add(id));
    }
    expect([...app.services.content.ledger.byId.keys()].filter((id) => !told.has(id))).toEqual([]);
  });

  it.each(CONTRACT_LETTERS.flatMap((letter) => [`${letter}.pdf`, `${letter}.pdf?print=large`]))(
    '/paper/%s is a file that needs no journey, and sets no cookie',
    async (file) => {
      const { status, headers } = await app.get(`/paper/${file}`);
      expect(status).toBe(200);
      expect(headers.get('content-type')).toBe('application/pdf');
      expect(headers.getSetCookie()).toEqual([]);
    },
  );

  it.each([
    ['/healthz', 'alive'],
    ['/readyz', 'ready'],
  ])('%s says %s', async (path, word) => {
    const { status, text } = await app.get(path);
    expect([status, text]).toEqual([200, word]);
  });

  it('/metrics counts by route, and names no journey', async () => {
    // Small counts are left out, as they could point to one person.
    for (let times = 0; times < 10; times += 1) await app.get(`${whole.base}/plan`, whole.cookie);
    const { status, text } = await app.get('/metrics');
    expect(status).toBe(200);
    expect(text).toContain('route="/journey/:id/plan"');
    expect(text).not.toContain(whole.base);
  });

  it('POST /start leads to the first question, with a cookie that ends with the browser', async () => {
    const { status, to, headers } = await app.post('/start');
    expect(status).toBe(303);
    expect(to).toMatch(/^\/journey\/[\w-]+\/questions\/help-with$/);
    const [cookie, ...others] = headers.getSetCookie();
    expect(others).toEqual([]);
    expect(cookie).toMatch(/^journeys=[\w-]{43}; Path=\/; HttpOnly; SameSite=Lax$/);
  });

  it.each([
    ['POST', '/guide'],
    ['POST', '/leave'],
    ['GET', '/no-such-page'],
    ['GET', '/guide/no-such-section'],
    ['GET', '/guide/__proto__'],
    ['GET', '/paper/no-such-letter.pdf'],
    ['GET', '/journey'],
    ['GET', '/assets/..%2f..%2fpackage.json'],
    ['GET', '//example.org'],
  ])('%s %s is not found', async (method, path) => {
    const { status, page } = await (method === 'GET' ? app.get(path) : app.post(path));
    expect([404, 405]).toContain(status);
    expect(page.title).toMatch(/^Page not found/);
  });

  it.each([
    ['/start', '/'],
    ['save/longer', 'save'],
    ['save/stop', 'save'],
    ['letter/sent', 'letter'],
    ['large-print', 'plan'],
  ])('GET of %s, which only takes a form, leads to %s', async (address, page) => {
    const inJourney = (path: string) => (path.startsWith('/') ? path : `${whole.base}/${path}`);
    const { status, to } = await app.get(inJourney(address), whole.cookie);
    expect([status, to]).toEqual([303, inJourney(page)]);
  });

  it('HEAD gives the same status and length as GET, without a body', async () => {
    for (const path of ['/', '/no-such-page', '/healthz', `${whole.base}/letter`]) {
      const headers = { Cookie: whole.cookie };
      const [get, head] = [
        await fetch(app.origin + path, { headers }),
        await fetch(app.origin + path, { method: 'HEAD', headers }),
      ];
      expect([head.status, head.headers.get('content-length')]).toEqual([
        get.status,
        get.headers.get('content-length'),
      ]);
      expect(await head.text()).toBe('');
      await get.text();
    }
  });
});

describe('addresses of a whole journey', () => {
  it.each(SHOWN)('%s is a page, kept out of search, with a way to end', async (path) => {
    const { status, headers, page } = await app.get(`${whole.base}/${path}`, whole.cookie);
    expect(status).toBe(200);
    expect(headers.get('x-robots-tag')).toBe('noindex');
    expect(headers.get('cache-control')).toBe('no-store');
    const links = page.all('a').map((link) => attribute(link, 'href'));
    expect(links).toEqual(expect.arrayContaining([`${whole.base}/finish`, '/leave', '/urgent-help']));
  });

  it.each([
    ['letter.txt', 'text/plain; charset=utf-8'],
    ['letter.pdf', 'application/pdf'],
    ['letter.pdf?print=large', 'application/pdf'],
  ])('%s is a file', async (path, type) => {
    const { status, headers } = await app.get(`${whole.base}/${path}`, whole.cookie);
    expect(status).toBe(200);
    expect(headers.get('content-type')).toBe(type);
    expect(headers.get('content-disposition')).toBe(
      `attachment; filename=review-letter-22-november-2026.${path.slice(7, 10)}`,
    );
  });

  it('data-letter-text holds the letter and nothing else, in the words of the text file', async () => {
    const { page } = await app.get(`${whole.base}/letter`, whole.cookie);
    const { text } = await app.get(`${whole.base}/letter.txt`, whole.cookie);
    const [letter, ...others] = page.having('data-letter-text');
    expect(others).toEqual([]);
    const words = (from: string) => from.replace(/^[-•*] /gm, '').replace(/\s+/g, '');
    const shown = elementsIn(letter!).filter(({ tagName }) => /^(h\d|p|li|div|dt|dd)$/.test(tagName));
    expect(shown.length).toBeGreaterThan(5);
    expect(words(text)).toBe(words(textOf(letter)));
    expect(textOf(letter)).toContain('Dear');
    expect(elementsIn(letter!).filter(({ tagName }) => ['form', 'button', 'a'].includes(tagName))).toEqual(
      [],
    );
  });

  it('each item of the plan has its facts, its reason, its section and its day, and one item is the next step', async () => {
    const { page } = await app.get(`${whole.base}/plan`, whole.cookie);
    const items = page.having('data-advice');
    expect(items.length).toBeGreaterThan(3);
    for (const item of items) {
      expect(attribute(item, 'data-facts')).toMatch(/^(\w\.\d+)( \w\.\d+)*$/);
      expect(textOf(item)).toMatch(
        /Because .*Where this comes from From .*(?:Checked on \d+ \w+ \d{4}|we found nothing newer)\./,
      );
    }
    expect(page.having('data-next-step')).toHaveLength(1);
    expect(attribute(page.having('data-next-step')[0], 'data-letter')).toBe('second-opinion-diagnosis');
  });

  it('check answers shows every answer, each with a link to its question, which leads back again', async () => {
    const { page } = await app.get(`${whole.base}/check-answers`, whole.cookie);
    const changes = page.main
      .map((element) => attribute(element, 'href') ?? '')
      .filter((to) => to.includes('from='));
    const asked = Object.keys(answersOf({ 'who-for': 'client' }));
    const linked = new Set(changes.map((to) => /questions\/([\w-]+)\?from=check-answers$/.exec(to)?.[1]));
    expect([...linked].toSorted()).toEqual(asked.toSorted());
  });
});

describe('a journey that this browser does not hold', () => {
  const browsers = {
    'no cookie': () => undefined,
    'another cookie': async () => (await app.journey()).cookie,
    'a made-up cookie': () => `journeys=${'A'.repeat(43)}`,
    'a malformed cookie': () => 'journeys=%00"><script>; journeys=',
  };
  const expectNothingOf = (page: { status: number; text: string; page: RunningAppPage }) => {
    expect(page.status).toBe(410);
    expect(page.text).not.toContain('Amina');
    expect(page.page.forms.map((form) => attribute(form, 'action'))).toContain('/start');
    expect(page.page.having('data-letter-text')).toEqual([]);
  };
  type RunningAppPage = Awaited<ReturnType<RunningApp['get']>>['page'];

  describe.each(Object.entries(browsers))('%s', (_, cookieOf) => {
    it.each([...SHOWN, ...FILES])('GET %s shows nothing of it, and offers to start', async (path) => {
      expectNothingOf(await app.get(`${whole.base}/${path}`, await cookieOf()));
    });

    it.each(POSTED)('POST %s shows nothing of it either', async (path) => {
      expectNothingOf(await app.post(`${whole.base}/${path}`, {}, await cookieOf()));
    });
  });

  it.each(['..%2f..%2fstart', '%00', 'constructor', '__proto__', 'a%2Fb', 'x'.repeat(5000), '%F0%9F%92%A5'])(
    'the id %.20s belongs to nobody',
    async (id) => {
      expectNothingOf(await app.get(`/journey/${id}/letter`, whole.cookie));
    },
  );
});
