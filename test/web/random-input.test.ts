import fc from 'fast-check';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { everyField } from '../../src/questionnaire/every-field.ts';
import { allQuestions } from '../../src/questionnaire/all-questions.ts';
import { LETTER_IDS } from '../../src/questionnaire/questions/people.ts';
import { runApp, type RunningApp } from '../support/app.ts';
import { answersOf } from '../support/answers.ts';
import type { Fields } from '../support/driver.ts';

/** Random forms sent to random addresses never get a 5xx or a stack trace. */
/** `npm run check:attack` sends many more. */
const RUNS = Number(process.env.RANDOM_RUNS ?? 300);

let app: RunningApp;
beforeAll(async () => void (app = await runApp()));
afterAll(() => app.close());

const FORM = 'application/x-www-form-urlencoded';
const PAGES = [
  'plan',
  'check-answers',
  'letter',
  'letter.txt',
  'letter.docx',
  'finish',
  'next-person',
  'save',
  'card',
  'reminder',
  'record',
  'record.txt',
  'record/add',
  'record/add/answer',
  'questions',
  'questions/constructor',
  'questions/%F0%9F%92%A5',
].map((page) => `BASE/${page}`);
const WHO: readonly Fields[] = [
  {},
  { 'help-with': 'quick-letter' },
  { 'who-for': 'client', 'their-agreement': 'yes', 'whose-letter': 'mine', concern: 'both' },
  { 'who-for': 'family-or-friend', 'their-agreement': 'cannot-decide' },
  { 'who-for': 'family-or-friend', 'their-agreement': 'no' },
];

const text = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 200 }),
  fc.string({ unit: 'grapheme', maxLength: 200 }),
  fc.constantFrom('', 'yes', 'england', '__proto__', '%00', '9'.repeat(10_000), '\u0000', '<b>', '\ud800'),
);
const formOf = (names: readonly string[]) =>
  fc.array(fc.tuple(fc.oneof({ weight: 6, arbitrary: fc.constantFrom(...names) }, text), text), {
    maxLength: 6,
  });

/** A question and a form for it: its own fields, some of them twice, with its choices or any other text. */
const question = fc.constantFrom(...allQuestions.inOrder).chain((step) => {
  const fields = everyField(step);
  const inputs = fields.flatMap((field) => field.inputNames);
  const value = fc.oneof(text, fc.constantFrom('', ...fields.flatMap(({ values }) => values)));
  const own = fc.array(fc.tuple(fc.constantFrom(...inputs), value), { maxLength: 6 });
  const { slug } = step.question;
  return fc.record({
    path: fc.constant(`BASE/questions/${slug}`),
    upTo: fc.constantFrom(slug, undefined),
    form: fc.oneof({ weight: 2, arbitrary: own }, formOf(inputs)),
  });
});
const anywhere = fc.record({
  path: fc.oneof(
    fc.constantFrom(...PAGES, '/start', '/resume', '/leave', '/', '/guide', '/readyz', 'BASE'),
    text.map((some) => `BASE/questions/${encodeURIComponent(some.toWellFormed())}`),
  ),
  upTo: fc.constant(undefined),
  form: formOf(['code', 'leave-out', 'nation', 'reminder-day', 'reminder-month', '__proto__', 'constructor']),
});
const asked = fc.record({
  to: fc.oneof({ weight: 2, arbitrary: question }, anywhere),
  method: fc.oneof({ weight: 4, arbitrary: fc.constant('POST') }, fc.constantFrom('GET', 'HEAD', 'PUT')),
  query: fc.oneof(
    fc.constant(''),
    text.map((some) => `?from=${encodeURIComponent(some.toWellFormed())}`),
  ),
  who: fc.constantFrom(...WHO),
  letter: fc.constantFrom(...LETTER_IDS),
  own: fc.oneof({ weight: 5, arbitrary: fc.constant(true) }, fc.constant(false)),
  raw: fc.option(text, { freq: 8 }),
  type: fc.oneof(
    { weight: 8, arbitrary: fc.constant(FORM) },
    fc.constantFrom('text/plain', `${FORM};charset=x`),
  ),
});

it('random requests to every route never get a 5xx or a stack trace', async () => {
  await fc.assert(
    fc.asyncProperty(asked, async ({ to, method, query, who, letter, own, raw, type }) => {
      const mine = await app.journey(answersOf({ ...who, letter }, to.upTo));
      const { cookie } = own ? mine : await app.journey();
      const hasBody = method === 'POST' || method === 'PUT';
      const sent = raw ?? new URLSearchParams(to.form).toString();
      const answer = await fetch(app.origin + to.path.replace('BASE', mine.base) + query, {
        method,
        redirect: 'manual',
        headers: {
          'Sec-Fetch-Site': 'same-origin',
          Cookie: cookie,
          ...(hasBody && { 'Content-Type': type }),
        },
        ...(hasBody && { body: new TextEncoder().encode(sent) }),
      });
      expect(answer.status).toBeLessThan(500);
      expect(await answer.text()).not.toMatch(/\n\s+at |node_modules|\.ts:\d/);
    }),
    { numRuns: RUNS },
  );
});
