import { attribute, controlsOf, type Page } from './page.ts';
import type { Fields } from './driver.ts';

/** A day in the three inputs of an entry. */
export function on(day: string): Record<string, string> {
  const [year = '', month = '', date = ''] = day.split('-').map((part) => String(Number(part)));
  return { 'when-day': date, 'when-month': month, 'when-year': year };
}

/** The hidden fields of a page's forms. */
export const hiddenIn = (page: Page): Fields =>
  Object.fromEntries(
    page.forms
      .flatMap(controlsOf)
      .filter(({ type }) => type === 'hidden')
      .map(({ name, value }) => [name, value]),
  );

/** What the page of the record shows, read by the attributes of the contract. */
export function recordOf(page: Page) {
  const entries = page.having('data-entry').map((element) => ({
    what: attribute(element, 'data-entry'),
    id: attribute(element, 'data-entry-id')!,
    date: attribute(element, 'data-date'),
  }));
  const waits = page
    .having('data-waiting-for')
    .map((element) => [attribute(element, 'data-waiting-for'), attribute(element, 'data-due')] as const);
  return { entries, waits };
}
