import type { Day } from '../calendar.ts';
import { isUpTo } from './clean.ts';
import { dayField } from './day.ts';
import { type Field, fieldOf, oneText, wrong } from './field.ts';
import { LIMITS } from './texts.ts';

/** A date of birth: a day in the past, of somebody who can be alive. */
export function dateOfBirth(name: string, today: Day, how: { required: true }): Field<Day>;
export function dateOfBirth(name: string, today: Day, how?: { required?: boolean }): Field<Day | undefined>;
export function dateOfBirth(
  name: string,
  today: Day,
  how: { required?: boolean } = {},
): Field<Day | undefined> {
  return dayField(name, {
    ...how,
    earliest: EARLIEST_BIRTH,
    code: 'not-past',
    holds: (day) => day < today,
  });
}

const EARLIEST_BIRTH = '1900-01-01' as Day;

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

/** Ten digits as the NHS writes them: 999 000 0018. */
export const spacedNhsNumber = (digits: string): string => digits.replace(/^(...)(...)/, '$1 $2 ');

/** An NHS number; gives its ten digits, or '' where it was left empty. */
export function nhsNumber(name: string): Field<string> {
  return fieldOf<string>({
    name,
    control: 'nhs-number',
    codes: ['wrong-length', 'wrong-digits'],
    read: (given) => {
      const digits = oneText(given, name).replace(/[\s().\p{Pd}]/gu, '');
      if (digits === '') return '';
      if (!/^\d{10}$/.test(digits)) return wrong('wrong-length');
      return isNhsNumber(digits) ? digits : wrong('wrong-digits');
    },
  });
}

// Addresses may hold letters of any script; the domain has a dot, as every one has that the public network delivers to.
const EMAIL = /^[^\s@"]{1,64}@(?:[^\s@.]+\.)+[^\s@.]{2,}$/u;

/** An email address, or '' where it was left empty. */
export function emailAddress(name: string): Field<string> {
  return fieldOf<string>({
    name,
    control: 'email',
    codes: ['wrong-format'],
    read: (given) => {
      const text = oneText(given, name);
      return text === '' || (text.length <= LIMITS.email && EMAIL.test(text)) ? text : wrong('wrong-format');
    },
  });
}

/** A telephone number as it was typed, or '' where it was left empty. Words beside it ("after 6 pm") are welcome. */
export function telephoneNumber(name: string): Field<string> {
  return fieldOf<string>({
    name,
    control: 'telephone',
    codes: ['too-long', 'wrong-format'],
    read: (given) => {
      const text = oneText(given, name).replace(/\s*\n\s*/g, ' ');
      if (!isUpTo(LIMITS.line, text)) return wrong('too-long', { limit: LIMITS.line });
      return text === '' || text.replace(/\D/g, '').length >= 6 ? text : wrong('wrong-format');
    },
  });
}
