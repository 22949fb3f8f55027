import { z } from 'zod';
import { type Day, dayFrom, monthNumber } from './calendar.ts';
import { type Field, fieldOf, oneText } from './field.ts';
import { LIMITS } from './texts.ts';

/**
 * A date of birth in three inputs, `<name>-day`, `-month` and `-year`; the month may be a word.
 * Faults come in the order of the GOV.UK date input: missing, then impossible, then in the future.
 */
export function dateOfBirth(name: string, today: Day, how: { required: true }): Field<Day>;
export function dateOfBirth(name: string, today: Day, how?: { required?: boolean }): Field<Day | undefined>;
export function dateOfBirth(
  name: string,
  today: Day,
  how: { required?: boolean } = {},
): Field<Day | undefined> {
  const PARTS = ['day', 'month', 'year'] as const;
  const schema = z
    .object({ day: z.string(), month: z.string(), year: z.string() })
    .transform((given, context) => {
      const refuse = (code: string, part: (typeof PARTS)[number] = 'day') => {
        context.addIssue({ code: 'custom', message: code, path: [part] });
        return z.NEVER;
      };
      const missing = PARTS.filter((part) => given[part] === '');
      if (missing.length === PARTS.length) return how.required ? refuse('empty') : undefined;
      if (missing.length > 0) return refuse(`no-${missing[0]}`, missing[0]);
      if (!/^\d{4}$/.test(given.year)) return refuse('year-not-4-numbers', 'year');
      const month = monthNumber(given.month);
      if (month === undefined || month < 1 || month > 12) return refuse('not-real', 'month');
      const day = /^\d{1,2}$/.test(given.day)
        ? dayFrom(Number(given.year), month, Number(given.day))
        : undefined;
      if (day === undefined) return refuse('not-real');
      if (day >= today) return refuse('not-past', 'year');
      if (day < '1900-01-01') return refuse('not-real', 'year');
      return day;
    });
  return fieldOf<Day | undefined>({
    name,
    control: 'date',
    inputs: PARTS.map((part) => `${name}-${part}`),
    required: how.required ?? false,
    codes: [
      ...(how.required ? ['empty'] : []),
      'no-day',
      'no-month',
      'no-year',
      'year-not-4-numbers',
      'not-real',
      'not-past',
    ],
    submitted: (given) => Object.fromEntries(PARTS.map((part) => [part, oneText(given, `${name}-${part}`)])),
    schema,
  });
}

/**
 * Whether ten digits are an NHS number: the tenth is the check digit of the others, modulus 11
 * (NHS Data Dictionary, NHS NUMBER).
 */
export function isNhsNumber(digits: string): boolean {
  if (!/^\d{10}$/.test(digits)) return false;
  const sum = [...digits.slice(0, 9)].reduce(
    (total, digit, index) => total + Number(digit) * (10 - index),
    0,
  );
  return (11 - (sum % 11)) % 11 === Number(digits[9]);
}

/** An NHS number; gives its ten digits, or '' where it was left empty. */
export function nhsNumber(name: string): Field<string> {
  return fieldOf<string>({
    name,
    control: 'nhs-number',
    codes: ['wrong-length', 'wrong-digits'],
    submitted: (given) => oneText(given, name).replace(/[\s().-]/g, ''),
    schema: z
      .string()
      .refine((digits) => digits === '' || /^\d{10}$/.test(digits), 'wrong-length')
      .refine((digits) => digits === '' || isNhsNumber(digits), 'wrong-digits'),
  });
}

/** An email address, or '' where it was left empty. */
export function emailAddress(name: string): Field<string> {
  return fieldOf<string>({
    name,
    control: 'email',
    codes: ['wrong-format'],
    submitted: (given) => oneText(given, name),
    schema: z
      .string()
      .refine(
        (text) =>
          text === '' ||
          (text.length <= LIMITS.email &&
            z.email({ pattern: z.regexes.unicodeEmail }).safeParse(text).success),
        'wrong-format',
      ),
  });
}

/** A telephone number as it was typed, or '' where it was left empty. Words beside it ("after 6 pm") are welcome. */
export function telephoneNumber(name: string): Field<string> {
  return fieldOf<string>({
    name,
    control: 'telephone',
    codes: ['too-long', 'wrong-format'],
    submitted: (given) => oneText(given, name).replace(/\s*\n\s*/g, ' '),
    schema: z
      .string()
      .refine((text) => [...text].length <= LIMITS.name, `too-long:${LIMITS.name}`)
      .refine((text) => text === '' || text.replace(/\D/g, '').length >= 6, 'wrong-format'),
  });
}
