import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { everyField } from '../../src/questionnaire/every-field.ts';
import { allQuestions } from '../../src/questionnaire/all-questions.ts';
import { runApp, type RunningApp } from '../support/app.ts';
import { answersOf } from '../support/answers.ts';
import { attribute, elementsIn } from '../support/page.ts';
import { leadingTo } from '../support/contract.ts';
import type { Fields } from '../support/driver.ts';

/** How a browser helps while somebody types, and what it may offer to fill in. */
let app: RunningApp;
beforeAll(async () => void (app = await runApp()));
afterAll(() => app.close());

const CARER: Fields = { 'who-for': 'family-or-friend', 'their-agreement': 'yes', 'whose-letter': 'mine' };
const SIGNED_BY_THEM: Fields = { ...CARER, 'whose-letter': 'theirs' };

async function inputsOf(slug: string, choices: Fields) {
  const { base, cookie } = await app.journey(answersOf(choices, slug));
  const { status, page } = await app.get(`${base}/questions/${slug}`, cookie);
  expect(status).toBe(200);
  const [form] = page.forms;
  const typed = elementsIn(form!).filter(
    (one) => one.tagName === 'textarea' || (one.tagName === 'input' && isTyped(attribute(one, 'type'))),
  );
  const named = typed.map((one) => [attribute(one, 'name')!, one] as const);
  return { form: form!, inputs: new Map(named) };
}

const isTyped = (type = 'text') => ['text', 'email', 'tel'].includes(type);

/** Name, birthday, address, telephone and email (WCAG 1.3.5); a browser is to keep nothing else. */
const TOKENS: Readonly<Record<string, string>> = {
  'patient-name': 'name',
  'date-of-birth-day': 'bday-day',
  'date-of-birth-month': 'bday-month',
  'date-of-birth-year': 'bday-year',
  address: 'street-address',
  telephone: 'tel',
  email: 'email',
};

const TYPED = allQuestions.inOrder
  .filter((placed) => everyField(placed).some(({ values }) => values.length === 0))
  .map(({ question }) => question.slug);

describe.each(TYPED)('%s', (slug) => {
  it('lets the browser offer a patient only their own details', async () => {
    const whoChose = leadingTo(slug);
    const isOwn = whoChose['who-for'] === undefined;
    const { form, inputs } = await inputsOf(slug, whoChose);
    expect(attribute(form, 'autocomplete')).toBe('off');
    for (const [name, input] of inputs)
      expect([name, attribute(input, 'autocomplete')]).toEqual([name, (isOwn && TOKENS[name]) || 'off']);
  });

  it('lets the browser offer nothing to somebody who asks for another person', async () => {
    const forAnother = { ...CARER, ...leadingTo(slug) };
    for (const choices of slug === 'nickname'
      ? [forAnother]
      : [forAnother, { ...forAnother, ...SIGNED_BY_THEM }, { ...forAnother, 'who-for': 'client' }]) {
      // When the patient signs, the writer is not asked about.
      if (slug === 'writer' && choices['whose-letter'] === 'theirs') continue;
      const { form, inputs } = await inputsOf(slug, choices);
      expect(attribute(form, 'autocomplete')).toBe('off');
      for (const [name, input] of inputs)
        expect([name, attribute(input, 'autocomplete')]).toEqual([name, 'off']);
    }
  });
});

describe('keyboard, capitals, spelling and text direction', () => {
  it.each([
    ['patient', 'patient-name', { autocapitalize: 'words', spellcheck: 'false', dir: 'auto' }],
    ['patient', 'nhs-number', { inputmode: 'numeric', autocapitalize: 'none', spellcheck: 'false' }],
    ['patient', 'date-of-birth-day', { inputmode: 'numeric', autocapitalize: 'none', spellcheck: 'false' }],
    ['patient', 'date-of-birth-month', { inputmode: 'text', autocapitalize: 'none', spellcheck: 'false' }],
    ['contact', 'address', { autocapitalize: 'words', spellcheck: 'false', dir: 'auto' }],
    ['contact', 'email', { type: 'email', autocapitalize: 'none', spellcheck: 'false' }],
    ['contact', 'telephone', { type: 'tel', autocapitalize: 'none', spellcheck: 'false' }],
    ['background', 'background', { autocapitalize: 'sentences', spellcheck: 'true', dir: 'auto' }],
    ['problems', 'problems', { autocapitalize: 'sentences', spellcheck: 'true', dir: 'auto' }],
  ])('on %s: %s', async (slug, name, expected: Readonly<Record<string, string>>) => {
    const { inputs } = await inputsOf(slug, leadingTo(slug));
    const input = inputs.get(name)!;
    for (const attributeName of ['dir', ...Object.keys(expected)])
      expect([attributeName, attribute(input, attributeName)]).toEqual([
        attributeName,
        expected[attributeName],
      ]);
  });
});

it('a wrong answer is shown again as it was typed', async () => {
  const { base, cookie } = await app.journey(answersOf({}, 'contact'));
  const typed = { email: ' name@example ', telephone: '12\u200B345', address: '  1 Mill\u00A0Lane\n' };
  const { status, page } = await app.post(`${base}/questions/contact`, typed, cookie);
  expect(status).toBe(422);
  expect(attribute(page.byId('email'), 'value')).toBe(typed.email);
  expect(attribute(page.byId('telephone'), 'value')).toBe(typed.telephone);
});

it('an answer is cleaned before it is kept', async () => {
  const { base, cookie } = await app.journey(answersOf({}, 'background'));
  await app.post(`${base}/questions/background`, { background: '\u200Eأمينة\n لم تنم\u200B ' }, cookie);
  const { page } = await app.get(`${base}/questions/background`, cookie);
  const area = page.byId('background')!;
  expect(area.childNodes.map((node) => ('value' in node ? node.value : '')).join('')).toBe('أمينة لم تنم');
});

it('GET /start leads to the start page', async () => {
  const { status, to } = await app.get('/start');
  expect([status, to]).toEqual([303, '/']);
});
