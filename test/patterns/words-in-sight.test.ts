import { afterAll, beforeAll, expect, it } from 'vitest';
import { runApp, type RunningApp } from '../support/app.ts';
import { Driver, type Persona } from '../support/driver.ts';
import { personaFor } from '../support/personas.ts';
import { wordsInSight } from '../support/words-in-sight.ts';

/** How much there is to read on the way to a letter, or to the one step that is left without the right to act. */
let app: RunningApp;
beforeAll(async () => void (app = await runApp()));
afterAll(() => app.close());

const LETTER = 'second-opinion-treatment';
const patient = personaFor(LETTER, 'patient');

/** Every page of a walk, in order. */
async function pagesOf(persona: Persona): Promise<readonly string[]> {
  const tab = new Driver(app.origin);
  await tab.open('/');
  const pages = [tab.html];
  await tab.start();
  for (;;) {
    pages.push(tab.html);
    const name = tab.path.split('/').at(-1)!;
    if (name === 'check-answers') {
      await tab.open(`${tab.base}/letter`);
      return [...pages, tab.html];
    }
    if (name !== 'plan') await tab.answer(persona[name] ?? {});
    else {
      await tab.open(`${tab.base}/questions/letter`);
      if (tab.path === `${tab.base}/plan`) return pages;
    }
  }
}

it('is at most 330 words on the start page', async () => {
  const { text } = await app.get('/');
  expect(wordsInSight(text)).toBeGreaterThan(150);
  expect(wordsInSight(text)).toBeLessThanOrEqual(330);
});

it.each<[string, Persona, number, number]>([
  ['a patient, in full', patient, 31, 4720],
  ['a patient, a short letter', { ...patient, 'help-with': { 'help-with': 'quick-letter' } }, 10, 1630],
  ['a carer without agreement', personaFor(LETTER, 'carer-without-agreement'), 7, 930],
])('for %s is a third less than it was', async (_, persona, pages, most) => {
  const shown = await pagesOf(persona);
  expect(shown).toHaveLength(pages);
  const words = shown.reduce((sum, html) => sum + wordsInSight(html), 0);
  expect(words).toBeGreaterThan(most / 2);
  expect(words).toBeLessThanOrEqual(most);
});

it('leaves out what is folded, hidden or only for screen readers, and nothing else', () => {
  const html = `<title>No</title><p>One <b>two</b></p><p hidden>no</p><span class="govuk-visually-hidden">no</span>
    <details><summary>three</summary><p>no</p></details><details open><summary>four</summary><p>five</p></details>`;
  expect(wordsInSight(html)).toBe(5);
});
