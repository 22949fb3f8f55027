import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { everyField } from '../../src/questionnaire/every-field.ts';
import { allQuestions } from '../../src/questionnaire/all-questions.ts';
import { LETTER_IDS } from '../../src/questionnaire/questions/people.ts';
import { StoreUnavailable } from '../../src/store/errors.ts';
import { createJourneys } from '../../src/store/journeys.ts';
import { memoryRows } from '../../src/store/memory-rows.ts';
import { type Answer, configWith, runApp, type RunningApp } from '../support/app.ts';
import { answersOf } from '../support/answers.ts';
import { attribute, controlsOf } from '../support/page.ts';
import type { Fields } from '../support/driver.ts';
import { JOURNEY_PAGES } from '../support/journey-pages.ts';

/** What was typed is shown as text, wherever it is shown, and never as markup. */
let app: RunningApp;
let limited: RunningApp;
let away: RunningApp;
beforeAll(async () => {
  app = await runApp();
  limited = await runApp({ config: configWith({ RATE_LIMIT: '1' }) });
  const rows = { ...memoryRows(), get: () => Promise.reject(new StoreUnavailable('away')) };
  away = await runApp({ journeys: createJourneys({ rows, pepper: Buffer.alloc(32), hours: 1 }) });
});
afterAll(() => Promise.all([app.close(), limited.close(), away.close()]));

const HOSTILE = '"><script>alert(1)</script>\' onfocus=x <!-- &lt; ';
const TEXT_FIELDS = allQuestions.inOrder.flatMap((step) =>
  everyField(step).flatMap(({ name, inputNames, values }) =>
    values.length > 0 ? [] : inputNames.map((input) => ({ slug: step.question.slug, field: name, input })),
  ),
);
/** What is typed into every text field; telephone and email need what makes them valid. */
const TYPED: Fields = {
  ...Object.fromEntries(TEXT_FIELDS.map(({ field }) => [field, HOSTILE + field])),
  telephone: `${HOSTILE}01632 960 001`,
  email: "o'hara+&@example.org",
  'nhs-number': '',
};

/** The page has only our own script, and no event handler. */
function expectHarmless({ text, page }: Answer): void {
  expect(text).not.toContain('<script>');
  expect(page.all('script').map((script) => attribute(script, 'type'))).toEqual(['module']);
  expect(page.elements.flatMap(({ attrs }) => attrs.filter(({ name }) => name.startsWith('on')))).toEqual([]);
}

const writers = [{}, { 'who-for': 'client', 'their-agreement': 'yes', 'whose-letter': 'mine' }];

describe.each(LETTER_IDS)('%s', (letter) => {
  it.each(writers)('every page of a journey shows what was typed as text (%o)', async (who) => {
    const answers = answersOf({ ...who, ...TYPED, letter });
    const { base, cookie } = await app.journey(answers);
    for (const page of [...JOURNEY_PAGES, ...Object.keys(answers).map((slug) => `questions/${slug}`)]) {
      const answer = await app.get(`${base}/${page}`, cookie);
      expect([page, answer.status]).toEqual([page, 200]);
      expectHarmless(answer);
    }
    const shown = await app.get(`${base}/letter`, cookie);
    expect(shown.text).toContain('&quot;&gt;&lt;script&gt;alert(1)&lt;/script&gt;');
  });
});

describe.each(TEXT_FIELDS)('$input', ({ slug, input }) => {
  const body = { [input]: HOSTILE + input };
  const carried = ({ page }: Answer) =>
    page.forms.flatMap((form) => controlsOf(form)).filter(({ name }) => name === input);

  it('comes back as text when the journey is gone, a limit is reached or the store is away', async () => {
    const address = `/journey/AAAAAAAAAAAA/questions/${slug}`;
    await limited.get('/');
    const answers = [
      [410, await app.post(address, body, `journeys=${'A'.repeat(43)}`)],
      [429, await limited.post(address, body)],
      [503, await away.post(address, body, `journeys=${'A'.repeat(43)}`)],
    ] as const;
    for (const [status, answer] of answers) {
      expect(answer.status).toBe(status);
      expectHarmless(answer);
      expect(carried(answer).map(({ value }) => value)).toEqual([HOSTILE + input]);
    }
  });
});

it.each(['nhs-number', 'date-of-birth-day', 'date-of-birth-year', 'email'])(
  '%s refuses such an answer, and shows it again as text',
  async (input) => {
    const slug = input === 'email' ? 'contact' : 'patient';
    const { base, cookie } = await app.journey(answersOf({}, slug));
    const answer = await app.post(`${base}/questions/${slug}`, { [input]: HOSTILE }, cookie);
    expect(answer.status).toBe(422);
    expectHarmless(answer);
    expect(controlsOf(answer.page.forms[0]!).find(({ name }) => name === input)?.value).toBe(HOSTILE);
  },
);

it('a wrong code is shown again as text', async () => {
  const answer = await app.post('/resume', { code: HOSTILE });
  expect(answer.status).toBe(422);
  expectHarmless(answer);
});
