import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Day } from '../../src/questionnaire/calendar.ts';
import { type Journey, runApp, type RunningApp } from '../support/app.ts';
import { answersOf } from '../support/answers.ts';
import { attribute, elementsIn, textOf } from '../support/page.ts';
import type { Fields, Persona } from '../support/driver.ts';
import { hiddenIn, on } from '../support/record.ts';
import { personaFor } from '../support/personas.ts';

/** What to have at hand for the Ombudsman, from the record. */
let app: RunningApp;
let today = '2026-11-22' as Day;
beforeAll(async () => {
  app = await runApp({ today: () => today });
});
afterAll(() => app.close());

async function add({ base, cookie }: Journey, what: string, day: string, fields: Fields = {}): Promise<void> {
  today = day as Day;
  const path = what === 'letter/sent' ? `${base}/letter` : `${base}/record/add/${what}`;
  const { page } = await app.get(path, cookie);
  const { status } = await app.post(
    what === 'letter/sent' ? `${base}/letter/sent` : path,
    { ...hiddenIn(page), ...on(day), ...fields },
    cookie,
  );
  expect([what, status]).toEqual([what, 303]);
}

const NO = { 'answer-was': 'no', 'reasons-given': 'no', who: 'Dr Anil Patel', notes: 'a private note' };
const start = (changes: Persona = {}) => {
  today = '2026-01-10' as Day;
  return app.journey({ ...answersOf({ 'help-with': 'advice-and-letter' }), ...changes });
};
const listOf = async ({ base, cookie }: Journey) =>
  (await app.get(`${base}/record`, cookie)).page.having('data-ombudsman')[0];

describe('the list for the Ombudsman', () => {
  it('appears once a complaint was answered and nothing put right, with links to the copies that were kept', async () => {
    const journey = await app.journey(personaFor('complaint', 'patient'));
    await add(journey, 'answer', '2026-06-01', NO);
    await add(journey, 'letter/sent', '2026-06-20', { how: 'email' });
    await add(journey, 'sent-letter', '2026-05-01', { letter: 'second-opinion-treatment' });
    await add(journey, 'acknowledged', '2026-06-22', { reference: 'C-7' });
    expect(await listOf(journey)).toBeUndefined();
    await add(journey, 'complaint-answer', '2026-08-03', { 'complaint-was': 'not-put-right' });
    const list = await listOf(journey);
    const text = textOf(list);
    expect(text).toContain('Because the record says that the complaint was answered, and not put right.');
    expect(text).toContain('The usual last day is 1 June 2027.');
    expect(text).not.toMatch(/Anil|private note|Care Quality/);
    const items = elementsIn(list!)
      .filter(({ tagName }) => tagName === 'li')
      .map(textOf);
    expect(items).toEqual([
      expect.stringMatching(/second opinion.*, 1 May 2026: find your own copy$/),
      expect.stringMatching(/complaint.*, 20 June 2026$/i),
      expect.stringMatching(/no.*, 1 June 2026$/i),
      expect.stringMatching(/, 22 June 2026; .*C-7$/),
      expect.stringMatching(/, 3 August 2026$/),
      ...['1 May', '1 June', '20 June', '22 June', '3 August'].map(
        (day) => expect.stringMatching(new RegExp(`^${day} 2026 - `)) as unknown,
      ),
    ]);
    const links = elementsIn(list!)
      .filter(({ tagName }) => tagName === 'a')
      .map((link) => attribute(link, 'href')!);
    expect(links).toHaveLength(1);
    expect((await app.get(links[0]!, journey.cookie)).text).toContain('This is a complaint under the NHS');
    const { text: sheet } = await app.get(`${journey.base}/record.txt`, journey.cookie);
    expect(sheet).toContain('The usual last day is 1 June 2027.');
    expect(sheet).toContain('Letters to have at hand');
  });

  it('appears while a complaint is open, once ten months have passed', async () => {
    const journey = await start();
    await add(journey, 'answer', '2026-01-10', NO);
    await add(journey, 'sent-letter', '2026-09-01', { letter: 'complaint' });
    today = '2026-11-09' as Day;
    expect(await listOf(journey)).toBeUndefined();
    today = '2026-11-10' as Day;
    expect(textOf(await listOf(journey))).toMatch(/known for 10 months.*Ring the Ombudsman/);
    today = '2027-01-11' as Day;
    expect(textOf(await listOf(journey))).toContain('The usual day was 10 January 2027.');
  });

  it.each<[string, Persona, RegExp | undefined]>([
    ['under a section', { detained: { detained: 'section' } }, /Care Quality Commission instead/],
    ['in Scotland', { nation: { nation: 'scotland' } }, undefined],
  ])('%s', async (_, changes, words) => {
    const journey = await start(changes);
    await add(journey, 'answer', '2026-01-10', NO);
    await add(journey, 'complaint-answer', '2026-05-01', { 'complaint-was': 'not-put-right' });
    const list = await listOf(journey);
    if (words) expect(textOf(list)).toMatch(words);
    else expect(list).toBeUndefined();
  });

  it('disappears once the matter is settled or was put right', async () => {
    for (const [what, fields] of [
      ['settled', {}],
      ['complaint-answer', { 'complaint-was': 'put-right' }],
    ] as const) {
      const journey = await start();
      await add(journey, 'complaint-answer', '2026-05-01', { 'complaint-was': 'not-put-right' });
      expect(await listOf(journey)).toBeDefined();
      await add(journey, what, '2026-05-02', fields);
      expect(await listOf(journey)).toBeUndefined();
    }
  });
});
