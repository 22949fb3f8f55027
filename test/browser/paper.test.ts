import type { Browser, Page } from 'playwright-core';
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { runApp, type RunningApp } from '../support/app.ts';
import { answersOf } from '../support/answers.ts';
import type { Fields } from '../support/driver.ts';
import { openBrowser } from '../support/browser.ts';

let app: RunningApp;
let browser: Browser;
beforeAll(async () => {
  [app, browser] = await Promise.all([runApp(), openBrowser()]);
});
afterAll(() => Promise.all([browser.close(), app.close()]));

/** What the browser prints of a page of this person's journey, after they have done `act` on it. */
async function printed(
  path: string,
  act?: (page: Page) => Promise<void>,
  chosen: Fields = {},
): Promise<{ pages: number; text: string }> {
  const { base, cookie } = await app.journey(
    answersOf({ 'who-for': 'me', concern: 'both', ...chosen }, 'letter'),
  );
  const context = await browser.newContext();
  await context.addCookies([{ name: 'journeys', value: cookie.replace('journeys=', ''), url: app.origin }]);
  const page = await context.newPage();
  await page.goto(app.origin + base + path);
  await act?.(page);
  const pdf = await getDocument({ data: new Uint8Array(await page.pdf({ format: 'A4' })) }).promise;
  await context.close();
  let text = '';
  for (let number = 1; number <= pdf.numPages; number++) {
    const { items } = await (await pdf.getPage(number)).getTextContent();
    text += items.map((item) => ('str' in item ? item.str + (item.hasEOL ? ' ' : '') : '')).join('');
  }
  return { pages: pdf.numPages, text };
}

it('the plan is printed without what was left folded, and without what only a screen can use', async () => {
  const { text } = await printed('/plan');
  expect(text).toContain('Your next step');
  expect(text).not.toMatch(/Change|Leave and clear|Make a card|To read when you have the time|Good to know/);
});

it('the plan is printed with what the person unfolded', async () => {
  const { text } = await printed('/plan', (page) => page.getByText('To read when you have the time').click());
  expect(text).toMatch(/To read when you have the time[\s\S]*Good to know[\s\S]*Four things people mix up/);
});

const ALL_PRIVATE = ['drugs-or-alcohol', 'not-told-everything', 'hard-to-accept', 'does-not-fit'];

it('the plan after a refusal fits two sheets, and mentions nothing private', async () => {
  const refused = { 'so-far': ['asked-for-second-opinion'], 'answer-so-far': 'refused' };
  const { pages, text } = await printed('/plan', undefined, { ...refused, 'diagnosis-reasons': ALL_PRIVATE });
  expect(pages).toBeLessThanOrEqual(2);
  expect(text).toContain('Ask why');
  expect(text).not.toMatch(/drug|alcohol|told the doctor everything|hard to accept/i);
});

it('the card’s page prints only the card, on one sheet', async () => {
  const { pages, text } = await printed('/card');
  expect(pages).toBe(1);
  expect(text).toMatch(/^\s*What to say at the appointment/);
  expect(text).not.toMatch(/Download|Checked on/);
});
