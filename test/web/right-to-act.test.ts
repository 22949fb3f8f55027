import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Journey, runApp, type RunningApp } from '../support/app.ts';
import { answersOf } from '../support/answers.ts';
import { textOf } from '../support/page.ts';
import type { Fields, Persona } from '../support/driver.ts';
import { personaFor } from '../support/personas.ts';

/** Without the right to act, no address, edited form, stored answer or code gives anybody a letter. */
let app: RunningApp;
beforeAll(async () => void (app = await runApp()));
afterAll(() => app.close());

const WHO = ['family-or-friend', 'client'];
const WAYS = ['advice-and-letter', 'letter-only', 'quick-letter'];
const WITHOUT: readonly Fields[] = [
  { 'their-agreement': 'not-asked' },
  { 'their-agreement': 'no' },
  { 'their-agreement': 'cannot-decide', 'legal-authority': 'no' },
];
const CASES = WHO.flatMap((who) =>
  WAYS.flatMap((way) => WITHOUT.map((right) => ({ 'who-for': who, 'help-with': way, ...right }))),
);

const LETTER_PAGES = [
  'letter',
  'letter?print=large',
  'letter.txt',
  'letter.pdf',
  'letter.pdf?print=large',
  'letter.docx',
  'check-answers',
  'letter/',
  'LETTER.TXT',
  'card',
  'card.pdf',
  'reminder',
];
/** Answers to the whole letter part, as given by somebody with the right to act. */
const LETTER_PART = Object.fromEntries(
  Object.entries(answersOf({ 'who-for': 'client', 'their-agreement': 'yes', 'whose-letter': 'mine' })).filter(
    ([slug]) =>
      !(slug in answersOf({ 'their-agreement': 'no', 'who-for': 'client' })) && slug !== 'whose-letter',
  ),
);

async function expectNoLetter({ base, cookie }: Journey): Promise<void> {
  for (const page of LETTER_PAGES) {
    const { status, to } = await app.get(`${base}/${page}`, cookie);
    expect([page, status, to]).toEqual([page, 303, `${base}/plan`]);
  }
  const plan = await app.get(`${base}/plan`, cookie);
  expect(plan.status).toBe(200);
  expect(plan.page.having('data-letter')).toEqual([]);
  expect(plan.page.having('data-letter-text')).toEqual([]);
  const links = plan.page.all('a').map(({ attrs }) => attrs.find(({ name }) => name === 'href')?.value ?? '');
  expect(links.filter((to) => /questions\/letter|\/letter$|check-answers|\/card/.test(to))).toEqual([]);
}

describe.each(CASES)('%o', (choices) => {
  it('no address gives a letter', async () => {
    await expectNoLetter(await app.journey(answersOf(choices)));
  });

  it('no question of the letter takes an answer', async () => {
    const journey = await app.journey(answersOf(choices));
    for (const [slug, fields] of Object.entries(LETTER_PART)) {
      const { status, to } = await app.post(`${journey.base}/questions/${slug}`, fields, journey.cookie);
      expect([slug, status, to]).toEqual([slug, 303, `${journey.base}/plan`]);
    }
    const { status, to } = await app.post(
      `${journey.base}/letter`,
      { 'leave-out': 'background' },
      journey.cookie,
    );
    expect([status, to]).toEqual([303, `${journey.base}/plan`]);
    expect(
      await app.services.journeys.open(journey.secret, journey.base.slice('/journey/'.length)),
    ).toMatchObject({
      answers: answersOf(choices),
    });
    await expectNoLetter(journey);
  });

  it('answers to the letter part that were kept earlier give no letter, and nor does a code', async () => {
    const kept: Persona = { ...answersOf(choices), ...LETTER_PART };
    const journey = await app.journey(kept);
    await expectNoLetter(journey);
    const saved = await app.post(`${journey.base}/save`, {}, journey.cookie);
    const resumed = await app.post('/resume', { code: textOf(saved.page.having('data-code')[0]) });
    const [cookie = ''] = resumed.headers.getSetCookie();
    const base = /^\/journey\/[\w-]+/.exec(resumed.to ?? '')![0];
    await expectNoLetter({ base, cookie: cookie.split(';')[0]!, secret: '' });
  });
});

describe('a letter can no longer be had after', () => {
  const changes: readonly [string, Persona, Persona][] = [
    [
      'agreement is taken back',
      personaFor('review-treatment', 'carer'),
      { 'their-agreement': { 'their-agreement': 'no' } },
    ],
    [
      'agreement turns out not to have been asked for',
      personaFor('second-opinion-diagnosis', 'advocate'),
      { 'their-agreement': { 'their-agreement': 'not-asked' } },
    ],
    [
      'there turns out to be no authority',
      personaFor('second-opinion-treatment', 'attorney'),
      { 'legal-authority': { 'legal-authority': 'no' } },
    ],
    [
      'the letter turns out to be for somebody else, who has not agreed',
      personaFor('review-diagnosis', 'patient'),
      { 'who-for': { 'who-for': 'client' }, nickname: {}, 'their-agreement': { 'their-agreement': 'no' } },
    ],
  ];

  it.each(changes)('%s', async (_, persona, change) => {
    const journey = await app.journey(persona);
    expect((await app.get(`${journey.base}/letter.txt`, journey.cookie)).status).toBe(200);
    for (const [slug, fields] of Object.entries(change)) {
      expect((await app.post(`${journey.base}/questions/${slug}`, fields, journey.cookie)).status).toBe(303);
    }
    await expectNoLetter(journey);
  });

  it('what a new journey took over from an expired one does not count as an answer', async () => {
    const offered = await app.post('/start', { 'their-agreement': 'yes' });
    const cookie = offered.headers.getSetCookie()[0]!.split(';')[0]!;
    const base = /^\/journey\/[\w-]+/.exec(offered.to ?? '')![0];
    await app.post(`${base}/questions/help-with`, { 'help-with': 'quick-letter' }, cookie);
    const { to } = await app.post(`${base}/questions/who-for`, { 'who-for': 'family-or-friend' }, cookie);
    expect(to).toBe(`${base}/questions/their-agreement`);
    const letter = await app.get(`${base}/letter`, cookie);
    expect(letter.to).toBe(`${base}/questions/their-agreement`);
  });
});
