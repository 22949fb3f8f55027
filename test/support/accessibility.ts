import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { HtmlValidate } from 'html-validate';
import type { Page } from 'playwright-core';
import { axeFaults, ibmAndSnifferFaults, replaceDeadTimers } from './accessibility-page.ts';

const { resolve } = createRequire(import.meta.url);

const sourceOf = (path: string) => readFileSync(resolve(path), 'utf8');
const axe = sourceOf('axe-core/axe.min.js');
const ibm = sourceOf('accessibility-checker-engine/ace.js');
const sniffer = sourceOf('html_codesniffer/build/HTMLCS.js');

const axeTags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

/**
 * What axe-core, IBM's engine and HTML_CodeSniffer find wrong with the page as it is now, each as "engine rule
 * selector". Works under a strict Content-Security-Policy and with JavaScript off.
 */
export async function violations(page: Page): Promise<string[]> {
  await load(page, [
    ['ace', ibm],
    ['HTMLCS', sniffer],
  ]);
  return [
    ...(await axeViolations(page)),
    ...(await page.evaluate(ibmAndSnifferFaults, { ibm: 'WCAG_2_2', sniffer: 'WCAG2AA' })),
  ];
}

/** What axe-core alone finds wrong with a page, in a fifth of the time that all three take. */
export async function axeViolations(page: Page): Promise<string[]> {
  await load(page, [['axe', axe]]);
  return page.evaluate(axeFaults, axeTags);
}

/** The rules of axe-core whose result depends on size, theme or spacing: colours and targets. */
const axeRulesOfLook = ['color-contrast', 'link-in-text-block', 'target-size'];

/** What axe-core finds wrong with how the page now looks, each as "axe rule selector". */
export async function violationsOfLook(page: Page): Promise<string[]> {
  await load(page, [['axe', axe]]);
  return page.evaluate(axeFaults, axeRulesOfLook);
}

/** Loads engines into the page, unless an earlier look in the same window has: loading takes a third of a check's time. */
async function load(
  page: Page,
  engines: readonly (readonly [name: string, source: string])[],
): Promise<void> {
  await page.evaluate(replaceDeadTimers);
  for (const [name, source] of engines)
    if (!(await page.evaluate(`"${name}" in globalThis`))) await page.evaluate(source);
}

const validator = new HtmlValidate({
  root: true,
  extends: ['html-validate:recommended'],
  rules: {
    // Matters of templates and of taste, not faults that a person would notice.
    'no-trailing-whitespace': 'off',
    'prefer-native-element': 'off',
    'valid-id': 'off',
    'no-redundant-role': 'off',
    'require-sri': 'off',
    // Checkboxes of one answer share a field name: that is the contract.
    'form-dup-name': 'off',
  },
});

/** What html-validate finds wrong with a page's HTML, each as "html-validate rule line:column message". */
export async function htmlFaults(html: string): Promise<string[]> {
  const { results } = await validator.validateString(html);
  return results.flatMap(({ messages }) =>
    messages.map(
      ({ ruleId, line, column, message }) => `html-validate ${ruleId} ${line}:${column} ${message}`,
    ),
  );
}
