import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Day } from '../../src/questionnaire/calendar.ts';
import { DIAGNOSIS_REASONS, TREATMENT_REASONS } from '../../src/questionnaire/questions/doubts.ts';
import { type Journey, runApp, type RunningApp } from '../support/app.ts';
import { answersOf } from '../support/answers.ts';
import { attribute, textOf } from '../support/page.ts';
import type { Fields } from '../support/driver.ts';

let app: RunningApp;
beforeAll(async () => {
  app = await runApp();
});
afterAll(() => app.close());

const ADVICE = { 'help-with': 'advice-and-letter', 'so-far': ['nothing-yet'] };
const EVERYTHING = {
  concern: 'both',
  'diagnosis-reasons': [...DIAGNOSIS_REASONS],
  'treatment-reasons': [...TREATMENT_REASONS],
  'so-far': ['talked', 'gave-information', 'asked-for-review', 'asked-for-second-opinion'],
  'answer-so-far': 'agreed',
  'agreed-where': 'out-of-area',
  funding: 'waiting',
  history: ['usual-treatments-tried', 'slow-recovery', 'long-or-repeated-hospital', 'serious-side-effects'],
};
const CARER = { 'who-for': 'family-or-friend', 'their-agreement': 'yes', 'whose-letter': 'mine' };

/** Answers to part 1 alone, as given by somebody who has reached the plan. */
const partOne = (choices: Fields) => answersOf({ ...ADVICE, 'who-for': 'me', ...choices }, 'letter');
const get = ({ base, cookie }: Journey, path: string) => app.get(base + path, cookie);

const cardTextOf = async (journey: Journey) => {
  const { page } = await get(journey, '/card');
  return textOf(page.having('data-card')[0]);
};

async function pdfOf({ base, cookie }: Journey) {
  const response = await fetch(`${app.origin}${base}/card.pdf`, { headers: { Cookie: cookie } });
  const pdf = await getDocument({ data: new Uint8Array(await response.arrayBuffer()) }).promise;
  const page = await pdf.getPage(1);
  const { items } = await page.getTextContent();
  const text = items.map((item) => ('str' in item ? item.str + (item.hasEOL ? ' ' : '') : '')).join('');
  const { info } = (await pdf.getMetadata()) as { info: { Title?: string } };
  return { response, pages: pdf.numPages, view: page.view, text, title: info.Title };
}

describe('the appointment card', () => {
  it('has its own page, which leads back to the plan and marks only the card as the card', async () => {
    const journey = await app.journey(partOne({ 'diagnosis-reasons': ['symptoms-changed'] }));
    const { status, page } = await get(journey, '/card');
    expect(status).toBe(200);
    expect(page.title).toMatch(/^Your card for the appointment – /);
    expect(page.all('h1').map(textOf)).toEqual(['Your card for the appointment']);
    expect(page.having('data-letter-text')).toEqual([]);
    const card = await cardTextOf(journey);
    expect(card).toMatch(/^What to say at the appointment .* given: _+$/);
    expect(card).not.toContain('symptoms');
    expect(page.having('data-card')).toHaveLength(1);
    const links = page.all('a').map((link) => attribute(link, 'href'));
    expect(links).toEqual(expect.arrayContaining([`${journey.base}/plan`, `${journey.base}/card.pdf`]));
    const source = page.having('data-facts').find((one) => attribute(one, 'data-facts')?.includes('3.5'));
    expect(textOf(source)).toContain('From the factsheet');
    expect(textOf(page.all('main')[0])).toMatch(/is from the 2016 factsheet, and we found nothing newer\./);
  });

  const mention = ({ base, cookie }: Journey, values: string[]) =>
    app.post(`${base}/card`, { mention: values }, cookie);

  it('says what was chosen, at most three things, and keeps the choice', async () => {
    const journey = await app.journey(partOne({ 'diagnosis-reasons': EVERYTHING['diagnosis-reasons'] }));
    const keys = EVERYTHING['diagnosis-reasons'].map((reason) => `diagnosis-reasons.${reason}`);
    const { status, to } = await mention(journey, keys.slice(0, 3));
    expect([status, to]).toEqual([303, `${journey.base}/card`]);
    const card = await cardTextOf(journey);
    expect(card).toContain('Drugs or alcohol may play a part.');
    const tooMany = await mention(journey, keys.slice(0, 4));
    expect(tooMany.status).toBe(422);
    expect(textOf(tooMany.page.main[0])).toContain('Choose three things or fewer');
    expect(await cardTextOf(journey)).toBe(card);
    expect((await mention(journey, [])).status).toBe(303);
    expect(await cardTextOf(journey)).not.toContain('Drugs');
  });

  it('can be downloaded as one A4 page with the same words, under a title that gives nothing away', async () => {
    const journey = await app.journey(partOne({ 'diagnosis-reasons': ['symptoms-changed'] }));
    const { response, pages, view, text, title } = await pdfOf(journey);
    expect(response.headers.get('content-type')).toBe('application/pdf');
    expect(response.headers.get('content-disposition')).toBe('attachment; filename=card.pdf');
    expect([pages, title]).toEqual([1, 'Appointment card']);
    expect(view.map(Math.round)).toEqual([0, 0, 595, 842]);
    const words = (some: string) => some.replace(/[•_]/g, '').replace(/\s+/g, ' ').trim();
    expect(words(text)).toBe(words(await cardTextOf(journey)));
  });

  it.each([
    ['a patient', {}],
    ['a carer', CARER],
  ])('fits one page even when %s has ticked everything', async (_, actor) => {
    const { pages, text } = await pdfOf(await app.journey(partOne({ ...EVERYTHING, ...actor })));
    expect(pages).toBe(1);
    expect(text).toContain('What I want to say');
  });

  it('has no name on it, not even the nickname that an advocate uses on screen', async () => {
    const answers = partOne({ ...CARER, 'who-for': 'client', nickname: 'Thursday' });
    const journey = await app.journey(answers);
    expect(await cardTextOf(journey)).not.toContain('Thursday');
    expect((await pdfOf(journey)).text).not.toContain('Thursday');
  });

  it('speaks for the person when they sign, and the page says so to the one who fills it in', async () => {
    const journey = await app.journey(partOne({ ...CARER, 'whose-letter': 'theirs' }));
    const { page } = await get(journey, '/card');
    expect(await cardTextOf(journey)).not.toContain('the person I support');
    expect(page.main.map(textOf).join()).toContain('It says "I" for the person you support');
  });

  it.each(['/card', '/card.pdf'])(
    '%s leads to the first unanswered question while part 1 is not finished',
    async (path) => {
      const journey = await app.journey(answersOf({ ...ADVICE, 'who-for': 'me' }, 'so-far'));
      const { status, to } = await get(journey, path);
      expect([status, to]).toEqual([303, `${journey.base}/questions/so-far`]);
    },
  );

  it.each([
    ['not-asked', {}],
    ['no', {}],
    ['cannot-decide', { 'legal-authority': 'no' }],
  ])('leads to the plan without the right to act (%s)', async (agreement, authority) => {
    const actor = { 'who-for': 'family-or-friend', 'their-agreement': agreement, ...authority };
    for (const wanted of ['advice-and-letter', 'letter-only']) {
      const journey = await app.journey(partOne({ ...actor, 'help-with': wanted }));
      for (const path of ['/card', '/card.pdf']) {
        const { status, to } = await get(journey, path);
        expect([status, to]).toEqual([303, `${journey.base}/plan`]);
      }
    }
  });

  it('leads on to the letter when a letter is all that was wanted', async () => {
    const journey = await app.journey(partOne({ 'help-with': 'letter-only' }));
    const { status, to } = await get(journey, '/card');
    expect([status, to]).toEqual([303, `${journey.base}/questions/letter`]);
  });

  it('is shown only to a browser that holds the journey', async () => {
    const journey = await app.journey(partOne({}));
    const other = await app.journey(partOne({}));
    expect((await app.get(`${journey.base}/card`, other.cookie)).status).toBeGreaterThanOrEqual(404);
  });

  it('says so when its facts are due to be checked again', async () => {
    const later = await runApp({ today: () => '2030-01-01' as Day });
    const { base, cookie } = await later.journey(partOne({}));
    expect((await later.get(`${base}/card`, cookie)).text).toContain('due to be checked again');
    await later.close();
  });
});
