/// <reference lib="dom" />
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type RunningApp, runApp } from '../support/app.ts';
import { openBrowser } from '../support/browser.ts';
import type { Fields } from '../support/driver.ts';
import { personaFor } from '../support/personas.ts';
import { openWindow } from './looks.ts';

/** A whole journey with the keyboard alone: no mouse, and no field filled in by script. */
let app: RunningApp;
let browser: Browser;
beforeAll(async () => {
  [app, browser] = await Promise.all([runApp(), openBrowser()]);
});
afterAll(async () => {
  await browser.close();
  await app.close();
});

const MOST_TABS = 80;
/** Smallest sizes in CSS pixels: WCAG 2.5.8, and what a trembling finger needs to hit the main controls. */
const LEAST = 24;
const MAIN_LEAST = 44;

interface Focused {
  readonly tag: string;
  readonly type: string;
  readonly name: string;
  readonly value: string;
  readonly text: string;
  readonly isSeen: boolean;
}

/** What has the focus, and whether somebody can see the focus on it. */
const focused = (page: Page): Promise<Focused> =>
  page.evaluate(() => {
    const element = document.activeElement as HTMLInputElement;
    const box = element.getBoundingClientRect();
    // A radio's circle is drawn by its label, and the tile around both is outlined.
    const drawn = [element, element.nextElementSibling, element.parentElement].filter((one) => one !== null);
    const marks = drawn.some((one) =>
      [undefined, '::before'].some((part) => {
        const { outlineStyle, outlineWidth, boxShadow } = getComputedStyle(one, part);
        return (outlineStyle !== 'none' && parseFloat(outlineWidth) >= 2) || boxShadow !== 'none';
      }),
    );
    const inWindow = box.bottom > 0 && box.top < innerHeight && box.right > 0 && box.left < innerWidth;
    return {
      tag: element.tagName.toLowerCase(),
      type: element.type ?? '',
      name: element.name ?? '',
      value: element.value ?? '',
      text: element.textContent.replace(/\s+/g, ' ').trim(),
      isSeen: marks && inWindow,
    };
  });

/** Presses Tab until this has the focus, and notes each stop on the way where the focus could not be seen. */
async function tabTo(page: Page, is: (at: Focused) => boolean, unseen: string[]): Promise<void> {
  for (let tabs = 0; tabs < MOST_TABS; tabs += 1) {
    await page.keyboard.press('Tab');
    const at = await focused(page);
    if (!at.isSeen && at.tag !== 'body')
      unseen.push(`${new URL(page.url()).pathname}: ${at.tag} ${at.name} ${at.text}`);
    if (is(at)) return;
  }
  throw new Error(`${page.url()}: the keyboard cannot reach it`);
}

async function answer(page: Page, fields: Fields, unseen: string[]): Promise<void> {
  for (const [name, value] of Object.entries(fields)) {
    const type = await page.locator(`main [name="${name}"]`).first().getAttribute('type');
    if (type === 'radio') {
      await tabTo(page, (at) => at.name === name, unseen);
      if ((await focused(page)).value === value) await page.keyboard.press('Space');
      while ((await focused(page)).value !== value) await page.keyboard.press('ArrowDown');
    } else if (type === 'checkbox') {
      for (const choice of [value].flat()) {
        await tabTo(page, (at) => at.name === name && at.value === choice, unseen);
        await page.keyboard.press('Space');
      }
    } else {
      await tabTo(page, (at) => at.name === name, unseen);
      await page.keyboard.insertText([value].flat().join('\n'));
    }
  }
}

async function press(page: Page, name: string, unseen: string[]): Promise<void> {
  await tabTo(page, (at) => at.text === name, unseen);
  await Promise.all([page.waitForNavigation(), page.keyboard.press('Enter')]);
}

const lastPart = (page: Page) => new URL(page.url()).pathname.split('/').at(-1)!;

/** Its checkboxes are listed in the order of the page, so that Tab reaches them one after another. */
const PERSONA = personaFor('review-treatment', 'patient');

describe('with the keyboard alone', () => {
  it('a patient gets from the start page to the letter, and can always see where they are', async () => {
    const window = await openWindow(browser, { javaScript: true });
    const page = await window.newPage();
    const unseen: string[] = [];
    await page.goto(app.origin);
    await press(page, 'Start', unseen);

    await press(page, 'Continue', unseen);
    expect(await page.title()).toMatch(/^Error: /);
    expect(await page.evaluate(() => document.activeElement?.getAttribute('class'))).toContain(
      'govuk-error-summary',
    );
    await tabTo(page, (at) => at.tag === 'a', unseen);
    await page.keyboard.press('Enter');
    expect((await focused(page)).name).toBe('help-with');
    await page.goto(page.url());

    while (lastPart(page) !== 'check-answers') {
      const name = lastPart(page);
      if (name === 'plan') await press(page, 'Go on to your letter', unseen);
      else {
        await answer(page, PERSONA[name] ?? {}, unseen);
        await press(page, 'Continue', unseen);
        expect(lastPart(page), 'the answer was refused').not.toBe(name);
      }
    }
    await press(page, 'See your letter', unseen);
    expect(await page.locator('[data-letter-text]').innerText()).toContain('Amina Khan');
    expect(unseen).toEqual([]);
    await window.close();
  });
});

describe('targets', () => {
  it.each([
    'questions/help-with',
    'questions/problems',
    'questions/patient',
    'questions/contact',
    'plan',
    'check-answers',
    'letter',
    'reminder',
    'save',
    'finish',
  ])('on %s are large enough for a finger that trembles', async (name) => {
    const window = await openWindow(browser, { javaScript: true });
    const { base, cookie } = await app.journey(PERSONA);
    await window.addCookies([{ name: 'journeys', value: cookie.replace('journeys=', ''), url: app.origin }]);
    const page = await window.newPage();
    await page.goto(`${app.origin}${base}/${name}`);
    const small = await page.evaluate(
      ({ least, mainLeast }) => {
        const main =
          '.govuk-button, .govuk-radios__input, .govuk-checkboxes__input, .urgent-link, .leave-link';
        const all = [...document.querySelectorAll<HTMLElement>('a, button, input, textarea, summary')];
        return all.flatMap((element) => {
          const { width, height } = element.getBoundingClientRect();
          const isMain = element.matches(main);
          // A link within a sentence may be only as high as its line (the inline exception of WCAG 2.5.8).
          const isInline = getComputedStyle(element).display === 'inline';
          if (width === 0 || isInline || element.matches('.govuk-skip-link')) return [];
          const least44 = isMain ? mainLeast : least;
          return Math.min(width, height) < least44
            ? `${element.outerHTML.slice(0, 80)} ${width}×${height}`
            : [];
        });
      },
      { least: LEAST, mainLeast: MAIN_LEAST },
    );
    expect(small).toEqual([]);
    await window.close();
  });
});
