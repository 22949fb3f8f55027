/// <reference lib="dom" />
import type { Page } from 'playwright-core';
import { axeViolations, htmlFaults, violations, violationsOfLook } from '../support/accessibility.ts';

/** Rules of html-validate that do not apply here, each with the reason. */
const NO_FAULTS: readonly { readonly rule: string; readonly because: string }[] = [
  {
    rule: 'long-title',
    because:
      'advice for search results; our titles have the whole question and the service, so that tabs differ',
  },
  {
    rule: 'tel-non-breaking',
    because:
      'the style sheet keeps a telephone number on one line; no-break spaces would be copied into a dialler',
  },
];

/** What html-validate finds wrong with one of our responses. */
export const faultsOfHtml = async (html: string): Promise<string[]> =>
  (await htmlFaults(html)).filter(
    (fault) => !NO_FAULTS.some(({ rule }) => fault.startsWith(`html-validate ${rule} `)),
  );

/** What the engines in the browser find wrong with a page, with all its details elements open. */
export async function faultsOfPage(page: Page): Promise<string[]> {
  await unfold(page);
  return violations(page);
}

/** What axe-core alone finds wrong with a page, with nothing of it folded away. */
export async function faultsByAxe(page: Page): Promise<string[]> {
  await unfold(page);
  return axeViolations(page);
}

/** What can be wrong with a page in one look and right in another: colours, and the size of targets. */
export async function faultsOfLook(page: Page): Promise<string[]> {
  await unfold(page);
  return violationsOfLook(page);
}

/** Chromium does not render closed details, and the engines would then miss the labels of fields they still count. */
const unfold = (page: Page): Promise<void> =>
  page.evaluate(() => document.querySelectorAll('details').forEach((details) => (details.open = true)));
