import type { Browser } from 'playwright-core';
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { answersOf, runApp, type RunningApp } from '../support/app.ts';
import { openBrowser } from '../support/browser.ts';

let app: RunningApp;
let browser: Browser;
beforeAll(async () => {
  [app, browser] = await Promise.all([runApp(), openBrowser()]);
});
afterAll(() => Promise.all([browser.close(), app.close()]));

/** What the browser prints of a page of this person's journey. */
async function printed(path: string): Promise<{ pages: number; text: string }> {
  const { base, cookie } = await app.journey(answersOf({ 'who-for': 'me', concern: 'both' }, 'letter'));
  const context = await browser.newContext();
  await context.addCookies([{ name: 'journeys', value: cookie.replace('journeys=', ''), url: app.origin }]);
  const page = await context.newPage();
  await page.goto(app.origin + base + path);
  const pdf = await getDocument({ data: new Uint8Array(await page.pdf({ format: 'A4' })) }).promise;
  await context.close();
  let text = '';
  for (let number = 1; number <= pdf.numPages; number++) {
    const { items } = await (await pdf.getPage(number)).getTextContent();
    text += items.map((item) => ('str' in item ? item.str + (item.hasEOL ? ' ' : '') : '')).join('');
  }
  return { pages: pdf.numPages, text };
}

it('the plan unfolds on paper, and has nothing that only a screen can use', async () => {
  const { text } = await printed('/plan');
  expect(text).toContain('Good to know');
  expect(text).toContain('Four things people mix up');
  expect(text).not.toMatch(/Change|Leave and clear|Make a card/);
});

it('of the card’s page only the card is printed, on one sheet', async () => {
  const { pages, text } = await printed('/card');
  expect(pages).toBe(1);
  expect(text).toMatch(/^\s*What to say at the appointment/);
  expect(text).not.toMatch(/Download|Checked on/);
});
