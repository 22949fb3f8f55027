import type { Page } from 'playwright-core';
import type { Persona } from './driver.ts';

/** What a walk does on each page that it shows, by the last part of its address. */
export type OnPage = (name: string) => Promise<void>;

const lastPart = (page: Page) => new URL(page.url()).pathname.split('/').at(-1)!;

/**
 * Answers what is asked in a real browser, by mouse and keyboard, from `POST /start` to check answers, and gives the
 * names of the pages on the way.
 */
export async function walkInBrowser(
  page: Page,
  origin: string,
  persona: Persona,
  onPage?: OnPage,
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
      await page.locator('main a[href$="/questions/letter"].govuk-button').click();
      continue;
    }
    await fillIn(page, persona[name] ?? {});
    await page.getByRole('button', { name: 'Continue' }).click();
  }
  return names;
}

/** Fills in the page's form; the page must have each field. */
export async function fillIn(page: Page, fields: Persona[string]): Promise<void> {
  for (const [name, value] of Object.entries(fields)) {
    const field = page.locator(`main form [name="${name}"]`);
    const type = await field.first().getAttribute('type');
    if (type === 'radio' || type === 'checkbox') {
      for (const choice of [value].flat())
        await page.locator(`main form [name="${name}"][value="${choice}"]`).check();
    } else {
      await field.fill([value].flat().join('\n'));
    }
  }
}
