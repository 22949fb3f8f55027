import type { Locator, Page } from 'playwright-core';
import type { Persona } from './driver.ts';

/** Called on each page of a walk with the last part of its address, before the page is answered. */
export type OnPage = (name: string) => Promise<void>;

/** How a text is typed into its field. */
export type Typing = (field: Locator, text: string) => Promise<void>;

/** All at once, as a script would. */
const atOnce: Typing = (field, text) => field.fill(text);

/**
 * The whole text at once, and its last letter by a key: a browser remembers only a text that ended with a key.
 */
export const byKeys: Typing = async (field, text) => {
  await field.focus();
  await field.page().keyboard.insertText(text.slice(0, -1));
  await field.pressSequentially(text.slice(-1));
};

const lastPart = (page: Page) => new URL(page.url()).pathname.split('/').at(-1)!;

/**
 * Answers what is asked in a real browser, from the start page to check answers, or to a plan that leads no further.
 * @returns the names of the pages on the way
 */
export async function walkInBrowser(
  page: Page,
  origin: string,
  persona: Persona,
  onPage?: OnPage,
  typing?: Typing,
): Promise<string[]> {
  await page.goto(origin);
  await onPage?.('start');
  await page.getByRole('button', { name: 'Start' }).click();
  const names: string[] = [];
  for (let name = lastPart(page); name !== 'check-answers'; name = lastPart(page)) {
    if (names.includes(name)) throw new Error(`${name} came twice, after ${names.join(', ')}`);
    names.push(name);
    await onPage?.(name);
    if (name === 'plan') {
      const onward = page.getByRole('link', { name: /^Go on to (your|the) letter$/ });
      if (!(await onward.count())) return names;
      await onward.click();
      continue;
    }
    await fillIn(page, persona[name] ?? {}, typing);
    await page.getByRole('button', { name: 'Continue' }).click();
  }
  return names;
}

/** Fills in the page's form, which must have each field. */
async function fillIn(page: Page, fields: Persona[string], typing = atOnce): Promise<void> {
  for (const [name, value] of Object.entries(fields)) {
    const field = page.locator(`main form [name="${name}"]`);
    const type = await field.first().getAttribute('type');
    if (type === 'radio' || type === 'checkbox') {
      for (const choice of [value].flat())
        await page.locator(`main form [name="${name}"][value="${choice}"]`).check();
    } else {
      await typing(field, [value].flat().join('\n'));
    }
  }
}
