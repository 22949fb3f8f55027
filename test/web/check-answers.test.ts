import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { LETTER_IDS } from '../../src/questionnaire/questions/people.ts';
import { attribute, elementsIn, Page, runApp, type RunningApp, textOf } from '../support/app.ts';
import { Driver, type Persona } from '../support/driver.ts';
import { personaFor, ROLES_WITH_LETTER } from '../support/personas.ts';

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
      const { html } = await checking({ ...personaFor(letter, role), ...QUICK });
      const rows = rowsOf(new Page(html));
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
