import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { allQuestions } from '../../src/questionnaire/all-questions.ts';
import { walkThrough } from '../../src/questionnaire/ordered-questions.ts';
import { LETTER_IDS } from '../../src/questionnaire/questions/people.ts';
import { runApp, type RunningApp } from '../support/app.ts';
import { attribute, elementsIn, Page, textOf } from '../support/page.ts';
import { Driver, type Persona } from '../support/driver.ts';
import { asKept } from '../support/kept.ts';
import { personaFor, ROLES_WITH_LETTER } from '../support/personas.ts';
import { TODAY } from '../support/services.ts';

let app: RunningApp;
beforeAll(async () => void (app = await runApp()));
afterAll(() => app.close());

const QUICK = { 'help-with': { 'help-with': 'quick-letter' } };

/** A tab that has reached check answers. */
async function checking(persona: Persona): Promise<Driver> {
  const tab = new Driver(app.origin);
  await tab.start();
  await tab.walk(persona);
  expect(tab.path).toBe(`${tab.base}/check-answers`);
  return tab;
}

/** What somebody of these answers is asked, as far as check answers. */
function askedOf(persona: Persona): Persona {
  let kept: Persona = {};
  for (;;) {
    const slug = walkThrough(allQuestions, asKept(kept), TODAY).gap?.placed.question.slug;
    if (slug === undefined) return kept;
    kept = { ...kept, [slug]: persona[slug] ?? {} };
  }
}

const rowsOf = (page: Page) => page.having('data-answer');
const slugsOf = (page: Page) => rowsOf(page).map((row) => attribute(row, 'data-answer'));
const addressesIn = (page: Page) =>
  page
    .having('data-not-added')
    .flatMap((line) => elementsIn(line).flatMap((one) => attribute(one, 'href') ?? []));

describe('check answers', () => {
  it.each(ROLES_WITH_LETTER.flatMap((role) => LETTER_IDS.map((letter) => [role, letter] as const)))(
    'shows %s at most 14 rows for a short %s, each with an answer',
    async (role, letter) => {
      const { base, cookie } = await app.journey(askedOf({ ...personaFor(letter, role), ...QUICK }));
      const { status, page } = await app.get(`${base}/check-answers`, cookie);
      expect(status).toBe(200);
      const rows = rowsOf(page);
      expect(rows.length).toBeGreaterThan(6);
      expect(rows.length).toBeLessThanOrEqual(14);
      for (const row of rows) expect(textOf(row)).toMatch(/\S+ .*\S+ Change /);
    },
  );

  it('has a row for each question that was answered, with a link to it', async () => {
    const persona = personaFor('review-treatment', 'patient');
    const tab = await checking(persona);
    const page = new Page(tab.html);
    expect(slugsOf(page)).toEqual(expect.arrayContaining(['letter', 'medicine', 'nation', 'so-far']));
    for (const row of rowsOf(page)) {
      const slug = attribute(row, 'data-answer');
      const links = elementsIn(row).flatMap((one) => attribute(one, 'href') ?? []);
      expect(links).toEqual([`${tab.base}/questions/${slug}?from=check-answers`]);
    }
  });

  it('has one line with links to what was skipped or never asked, which leads back once it is added', async () => {
    const tab = await checking({ ...personaFor('review-treatment', 'patient'), ...QUICK });
    const page = new Page(tab.html);
    expect(page.having('data-not-added')).toHaveLength(1);
    const [background] = addressesIn(page).filter((address) => address.includes('/background'));
    await tab.open(background!);
    await tab.answer({ background: 'I had been a teacher.' });
    expect(tab.path).toBe(`${tab.base}/check-answers`);
    const after = new Page(tab.html);
    expect(slugsOf(after)).toContain('background');
    expect(addressesIn(after).join()).not.toContain('/background');
  });

  it('has a link to a box that was left empty on an answered page', async () => {
    const persona = personaFor('review-treatment', 'patient');
    const tab = await checking({ ...persona, patient: { 'patient-name': 'Amina Khan' } });
    expect(textOf(new Page(tab.html).having('data-not-added')[0])).toMatch(/date of birth, NHS number/);
  });

  it('has an empty line when nothing was left out', async () => {
    const tab = await checking(personaFor('review-diagnosis', 'patient'));
    expect(textOf(new Page(tab.html).having('data-not-added')[0])).toBe('');
  });
});
