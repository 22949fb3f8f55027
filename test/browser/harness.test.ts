import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from 'vitest';
import { htmlFaults, violations } from '../support/accessibility.ts';
import { openBrowser } from '../support/browser.ts';
import { filledIn, readPage, type Fields } from '../support/browser-form.ts';
import { tinyProduct } from '../support/browser-tiny-product.ts';
import { CookieJar, Driver } from '../support/driver.ts';

const good = `<!DOCTYPE html>
<html lang="en">
  <head>
    <title>Your name – Second opinions</title>
    <meta name="viewport" content="width=device-width, initial-scale=1">
  </head>
  <body>
    <header><a href="#main">Skip to main content</a></header>
    <main id="main">
      <h1>Your name</h1>
      <form method="post" action="/name">
        <label for="name">Your name</label>
        <input id="name" name="name" type="text" autocomplete="name">
        <button type="submit">Continue</button>
      </form>
    </main>
  </body>
</html>
`;
const bad = good
  .replace(' lang="en"', '')
  .replace('<label for="name">Your name</label>', '<img src="/face.png">')
  .replace('<h1>Your name</h1>', '<h1></h1><p id="twice"></p><p id="twice"></p>');

let server: Server;
let origin: string;
let browser: Browser;

beforeAll(async () => {
  server = createServer((request, response) => {
    response.setHeader('Content-Type', 'text/html; charset=utf-8');
    response.setHeader(
      'Content-Security-Policy',
      "default-src 'none'; script-src 'self'; base-uri 'none'; require-trusted-types-for 'script'",
    );
    response.end(request.url === '/good' ? good : bad);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  browser = await openBrowser();
});

afterAll(async () => {
  await browser.close();
  server.close();
});

async function faultsOf(path: string, javaScriptEnabled: boolean): Promise<string[]> {
  const page = await browser.newPage({ javaScriptEnabled });
  try {
    await page.goto(origin + path);
    return await violations(page);
  } finally {
    await page.close();
  }
}

describe.each([
  ['on', true],
  ['off', false],
])('the accessibility engines under a strict policy, with JavaScript %s', (_, javaScript) => {
  it('find nothing wrong with a good page', async () => {
    expect(await faultsOf('/good', javaScript)).toEqual([]);
  });

  it('each name a fault on a bad page, by rule and selector', async () => {
    const faults = await faultsOf('/bad', javaScript);
    expect(faults).toContain('axe image-alt img');
    expect(faults).toContain('ibm img_alt_valid #main > form > img');
    expect(faults).toContain('htmlcs WCAG2AA.Principle1.Guideline1_1.1_1_1.H37 #main > form > img');
    expect(faults).toContain('axe label #name');
  });
});

describe('html-validate', () => {
  it('finds nothing wrong with a good page', async () => {
    expect(await htmlFaults(good)).toEqual([]);
  });

  it('names the rule and the place of a fault', async () => {
    expect(await htmlFaults(bad)).toContainEqual(expect.stringMatching(/^html-validate no-dup-id \d+:\d+ /));
  });

  it('allows several checkboxes to share one name', async () => {
    const boxes = ['a', 'b'].map(
      (value) => `<label><input type="checkbox" name="so-far" value="${value}"> ${value}</label>`,
    );
    expect(await htmlFaults(good.replace('<button', `${boxes.join('\n')}<button`))).toEqual([]);
  });
});

describe('the form that a browser would post', () => {
  const page = readPage(`<body><form><input name="search"></form><main><h1>Your<br>answers</h1>
    <div role="alert"><h2>There is a problem</h2><a href="#so-far">Select one</a></div>
    <p>See <b>this</b>.</p><a href="/j/questions/letter?x=1">Go on</a>
    <form method="post" action="/j/questions/so-far">
      <input type="hidden" name="seen" value="7"><input name="nickname" value="A. &amp; B.">
      <input type="radio" name="who" value="me" checked><input type="radio" name="who" value="client">
      <input type="checkbox" name="so-far" value="talked" checked><input type="checkbox" name="so-far" value="asked">
      <textarea name="own-words">
one
two</textarea>
      <select name="month"><option value="1">January</option><option selected>2</option></select>
      <input name="gone" value="x" disabled><input type="image" alt=""><button name="go" value="on">Continue</button>
      <button name="go" value="back">Back</button>
    </form><form method="post" action="/other"></form></main></body>`);
  const form = page.form!;
  const posted = (fields: Fields) => [...filledIn(form, fields)].map(([name, value]) => `${name}=${value}`);

  it('is the first in main, with the words, links and messages around it', () => {
    expect(form).toMatchObject({ method: 'post', action: '/j/questions/so-far' });
    expect(page.links).toEqual(['#so-far', '/j/questions/letter?x=1']);
    expect(page.alerts).toEqual(['There is a problem Select one']);
    expect(page.text).toContain('Your answers There is a problem Select one See this. Go on');
    expect(readPage('<form method="post"></form><main></main>').form).toBeUndefined();
  });

  it('keeps what is already in the page', () => {
    expect(posted({})).toEqual([
      'seen=7',
      'nickname=A. & B.',
      'who=me',
      'so-far=talked',
      'own-words=one\r\ntwo',
      'month=2',
    ]);
  });

  it('takes what is filled in, and sends empty text too', () => {
    const fields = {
      nickname: '',
      who: 'client',
      'so-far': ['asked', 'talked'],
      'own-words': 'a\nb',
      month: '1',
    };
    expect(posted(fields)).toEqual([
      'seen=7',
      'nickname=',
      'who=client',
      'so-far=talked',
      'so-far=asked',
      'own-words=a\r\nb',
      'month=1',
    ]);
    expect(posted({ 'so-far': [] })).not.toContain('so-far=talked');
  });

  it.each<[Fields, string]>([
    [{ nick: 'A' }, 'no field "nick", only nickname, who, so-far, own-words, month'],
    [{ seen: '8' }, 'no field "seen"'],
    [{ gone: 'y' }, 'no field "gone"'],
    [{ who: 'you' }, 'field "who" has no value "you", only me, client'],
    [{ who: ['me', 'client'] }, 'field "who" takes one value, not 2'],
    [{ 'so-far': ['talked', 'nothing'] }, 'field "so-far" has no value "nothing"'],
    [{ nickname: 'a\nb' }, 'field "nickname" takes a single line'],
  ])('refuses %j', (fields, message) => {
    expect(() => filledIn(form, fields)).toThrow(message);
  });
});

describe('the driver', () => {
  it('walks a journey by its contract, and keeps each tab to its own', async () => {
    const product = await tinyProduct();
    onTestFinished(product.close);
    const jar = new CookieJar();
    const tab = new Driver(product.origin, jar);
    const other = new Driver(product.origin, jar);
    await tab.start();
    await other.start();
    expect(tab.base).not.toBe(other.base);
    const persona = { who: { who: 'me' }, letter: { letter: ['a', 'b'] } };
    expect(await tab.walk(persona)).toEqual(['who', 'nickname', 'letter']);
    expect(tab.path).toBe(`${tab.base}/check-answers`);
    expect(tab.text).toContain('who=me nickname= letter=a&letter=b');
    expect(other.path).toBe(`${other.base}/questions/who`);
    expect(await (await tab.fetch(`${tab.base}/letter.txt`)).text()).toContain('letter=a');
  });

  it('stops at a plan that leads no further', async () => {
    const product = await tinyProduct();
    onTestFinished(product.close);
    const tab = new Driver(product.origin);
    await tab.start();
    expect(await tab.walk({ who: { who: 'nobody' } })).toEqual(['who', 'nickname']);
    expect(tab.path).toBe(`${tab.base}/plan`);
  });

  it('refuses answers that do not fit the page, and shows errors that are expected', async () => {
    const product = await tinyProduct();
    onTestFinished(product.close);
    const tab = new Driver(product.origin);
    await tab.start();
    await expect(tab.answer({ whom: 'me' })).rejects.toThrow('who: no field "whom", only who');
    await expect(tab.walk({})).rejects.toThrow('who: sent nothing, refused: Select who');
    await tab.answer({}, { expectErrors: true });
    expect(tab.status).toBe(422);
    await expect(tab.answer({ who: 'me' }, { expectErrors: true })).rejects.toThrow('expected errors');
    await tab.open('/nowhere');
    expect(tab.status).toBe(404);
    await expect(tab.answer({})).rejects.toThrow('/nowhere: the page has no form to post in main');
  });
});
