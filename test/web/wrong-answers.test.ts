import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { everyField } from '../../src/questionnaire/every-field.ts';
import type { Field } from '../../src/questionnaire/fields/field.ts';
import { allQuestions } from '../../src/questionnaire/all-questions.ts';
import { runApp, type RunningApp } from '../support/app.ts';
import { answersOf } from '../support/answers.ts';
import { attribute, controlsOf, elementsIn, textOf } from '../support/page.ts';
import { leadingTo } from '../support/contract.ts';
import type { Fields } from '../support/driver.ts';

/** A wrong answer gets its page back, which shows what is wrong, where, and what was typed. */
let app: RunningApp;
beforeAll(async () => void (app = await runApp()));
afterAll(() => app.close());

interface Wrong {
  readonly slug: string;
  readonly field: string;
  readonly code: string;
  /** What is sent instead of the right answer; an empty list leaves the field out. */
  readonly sent: Fields;
}

/** The three inputs of a date. */
const date = (name: string, day: string, month: string, year: string): Fields => ({
  [`${name}-day`]: day,
  [`${name}-month`]: month,
  [`${name}-year`]: year,
});
const birth = (day: string, month: string, year: string) => date('date-of-birth', day, month, year);
const wrong = (slug: string, field: string, code: string, sent: Fields): Wrong => ({
  slug,
  field,
  code,
  sent,
});

const BY_HAND: readonly Wrong[] = [
  wrong('patient', 'date-of-birth', 'empty', birth('', '', '')),
  wrong('patient', 'date-of-birth', 'no-day', birth('', '3', '1985')),
  wrong('patient', 'date-of-birth', 'no-month', birth('27', '', '1985')),
  wrong('patient', 'date-of-birth', 'no-year', birth('27', '3', '')),
  wrong('patient', 'date-of-birth', 'no-day-month', birth('', '', '1985')),
  wrong('patient', 'date-of-birth', 'no-day-year', birth('', '3', '')),
  wrong('patient', 'date-of-birth', 'no-month-year', birth('27', '', '')),
  wrong('patient', 'date-of-birth', 'year-not-4-numbers', birth('27', '3', '85')),
  wrong('patient', 'date-of-birth', 'not-real', birth('31', 'February', '1985')),
  wrong('patient', 'date-of-birth', 'not-past', birth('23', '11', '2026')),
  wrong('patient', 'nhs-number', 'wrong-length', { 'nhs-number': '12345' }),
  wrong('patient', 'nhs-number', 'wrong-digits', { 'nhs-number': '999 000 0019' }),
  wrong('contact', 'telephone', 'wrong-format', { telephone: 'ask me' }),
  wrong('contact', 'email', 'wrong-format', { email: 'somebody at example' }),
  wrong('contact', 'address', 'none-given', { address: '', telephone: '', email: '' }),
  wrong('problems', 'problem-areas', 'none-given', { 'problem-areas': [], problems: '' }),
  wrong('change-wanted', 'change-wanted-details', 'details-missing', {
    'change-wanted': ['something-else', 'talking-therapy'],
    'change-wanted-details': '',
  }),
  wrong('complain-to', 'about-service', 'service-missing', { 'complain-to': 'board', 'about-service': '' }),
  wrong('complain-to', 'staff-name', 'staff-name-missing', { 'name-doctor': ['yes'], 'staff-name': '' }),
  wrong('decision', 'decision-on', 'decision-on-missing', {
    'decision-letter': 'have-it',
    ...date('decision-on', '', '', ''),
  }),
  wrong('complaint-about', 'complaint-details', 'details-missing', {
    'complaint-about': ['refused', 'other'],
    'complaint-details': '-',
  }),
  wrong('outcome-wanted', 'wanted-details', 'details-missing', {
    wanted: ['other'],
    'wanted-details': 'n/a',
  }),
];

/** Wrong days for the later letters, whose days may be a month and a year. */
const DAYS: Readonly<Record<string, readonly [day: string, month: string, year: string]>> = {
  empty: ['', '', ''],
  'no-month': ['3', '', '2026'],
  'no-year': ['3', '3', ''],
  'no-month-year': ['3', '', ''],
  'year-not-4-numbers': ['', '3', '26'],
  'not-real': ['31', 'Feb', '2026'],
  'too-early': ['31', '12', '1999'],
  'in-future': ['23', '11', '2026'],
  'not-future': ['', '10', '2026'],
};

/** The faults that every field of its kind can have. */
function ofItsKind(slug: string, { name, control, codes, values, exclusive }: Field): readonly Wrong[] {
  const isChoice = values.length > 0;
  const item = '𝒜'.repeat(control === 'lines' ? 201 : control === 'list' ? 501 : 5001);
  const sent: Readonly<Record<string, Fields>> = {
    empty: { [name]: isChoice ? [] : '  ' },
    'not-offered': { [name]: 'atlantis' },
    'too-long': { [name]: `${item} end` },
    'too-many-lines': { [name]: Array.from({ length: 21 }, (_, at) => `line ${at}`).join('\n') },
    'alone-with-others': { [name]: [exclusive[0]!, values.find((value) => !exclusive.includes(value))!] },
  };
  const inDate = (code: string) => DAYS[code] && date(name, ...DAYS[code]);
  return codes.flatMap((code) => {
    if (BY_HAND.some((one) => one.field === name && one.code === code)) return [];
    const fields = control === 'date' ? inDate(code) : sent[code];
    return fields ? [wrong(slug, name, code, fields)] : [];
  });
}

const TABLE = [
  ...allQuestions.inOrder.flatMap((step) =>
    everyField(step).flatMap((field) => ofItsKind(step.question.slug, field)),
  ),
  ...BY_HAND,
];

it('the table has every fault of every field, and every rule about several fields', () => {
  const possible = allQuestions.inOrder.flatMap((placed) => {
    const { slug, codes: rules } = placed.question;
    const ofFields = everyField(placed).flatMap(({ name, codes }) => codes.map((code) => `${name} ${code}`));
    return [...ofFields, ...rules].map((code) => `${slug}: ${code}`);
  });
  const covered = new Set(
    TABLE.flatMap(({ slug, field, code }) => [`${slug}: ${field} ${code}`, `${slug}: ${code}`]),
  );
  expect(possible.filter((one) => !covered.has(one))).toEqual([]);
});

describe.each(TABLE)('$slug: $field $code', ({ slug, field, sent }) => {
  it('shows the page again, with the message at the top and at the field, and what was typed', async () => {
    const whoChose = leadingTo(slug);
    const { base, cookie } = await app.journey(answersOf(whoChose, slug));
    const at = `${base}/questions/${slug}`;
    const right = answersOf(whoChose)[slug]!;
    const { status, page } = await app.post(at, { ...right, ...sent }, cookie);
    expect(status).toBe(422);
    expect(page.title).toMatch(/^Error: /);

    const [first] = page.main;
    expect(attribute(first, 'class')).toContain('govuk-error-summary');
    const links = elementsIn(first!).filter(({ tagName }) => tagName === 'a');
    expect(links).toHaveLength(1);
    const target = attribute(links[0], 'href')!.slice(1);
    const message = page.byId(`${field}-error`);
    expect(textOf(message)).toBe(`Error: ${textOf(links[0])}`);
    expect(textOf(message)).not.toMatch(/\{|undefined/);

    const input = page.byId(target)!;
    expect(['input', 'textarea']).toContain(input.tagName);
    expect(attribute(input, 'name')).toMatch(new RegExp(`^${field}(-(day|month|year))?$`));
    const describing = page
      .having('aria-describedby')
      .filter((element) => attribute(element, 'aria-describedby')!.split(' ').includes(`${field}-error`));
    expect(describing.some((element) => element === input || elementsIn(element).includes(input))).toBe(true);

    for (const [name, value] of Object.entries({ ...right, ...sent })) {
      const controls = controlsOf(page.forms[0]!).filter((control) => control.name === name);
      const isChoice = ['radio', 'checkbox'].includes(controls[0]!.type);
      const ticked = elementsIn(page.forms[0]!).flatMap((element) =>
        attribute(element, 'name') === name && attribute(element, 'checked') !== undefined
          ? attribute(element, 'value')!
          : [],
      );
      const offered = controls.map((control) => control.value);
      if (isChoice)
        expect(ticked.toSorted()).toEqual(
          [value]
            .flat()
            .filter((one) => offered.includes(one))
            .toSorted(),
        );
      else expect(controls[0]!.value.trim()).toBe((value as string).trim());
    }
    // None of it is kept.
    expect((await app.get(`${base}/letter`, cookie)).to).toBe(at);
  });
});

it('a page with several mistakes names each one once, in order', async () => {
  const { base, cookie } = await app.journey(answersOf(leadingTo('patient'), 'patient'));
  const sent = { 'patient-name': '', 'nhs-number': '1', 'date-of-birth-year': '85' };
  const { page } = await app.post(`${base}/questions/patient`, sent, cookie);
  const links = elementsIn(page.main[0]!).filter(({ tagName }) => tagName === 'a');
  expect(links.map((link) => attribute(link, 'href'))).toEqual([
    '#patient-name',
    '#date-of-birth-day',
    '#nhs-number',
  ]);
});
