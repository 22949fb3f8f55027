import { describe, expect, it } from 'vitest';
import { ageOn, type Day, spellDay } from '../../../src/questionnaire/calendar.ts';
import { dateOfBirth } from '../../../src/questionnaire/fields/date-of-birth.ts';
import { emailAddress } from '../../../src/questionnaire/fields/email.ts';
import { isNhsNumber, nhsNumber } from '../../../src/questionnaire/fields/nhs-number.ts';
import { telephoneNumber } from '../../../src/questionnaire/fields/telephone.ts';
import { refused, taken } from './readings.ts';
import { TODAY } from '../support/walks.ts';

describe('an NHS number', () => {
  it.each([
    ['999 000 0018', '9990000018'],
    ['9990123454', '9990123454'],
    ['999-234-5675', '9992345675'],
    ['(999) 345.6780', '9993456780'],
    ['999\u00a0456\u20117896', '9994567896'],
    ['943 476 5919', '9434765919'],
    ['999–000–0018', '9990000018'],
    [' ', ''],
    ['999 000 0017', refused('wrong-digits')],
    ['999 012 3445', refused('wrong-digits')],
    // Two digits are swapped, which the check digit exists to find.
    ['999 324 5675', refused('wrong-digits')],
    // Modulus 11 gives 10, which is not a digit, so no last digit is right.
    ...[...'0123456789'].map((last): [string, object] => [`999 123 456${last}`, refused('wrong-digits')]),
    ['999 000 001', refused('wrong-length')],
    ['999 000 00180', refused('wrong-length')],
    ['999 000 001X', refused('wrong-length')],
    ['not known', ''],
  ])('%j', (typed, expected) => expect(taken(nhsNumber('nhs-number'), typed)).toEqual(expected));

  it('has at most one right last digit', () => {
    for (let nine = 999_000_000; nine < 999_000_500; nine++) {
      const right = [...'0123456789'].filter((last) => isNhsNumber(`${nine}${last}`));
      expect(right.length, String(nine)).toBeLessThanOrEqual(1);
    }
  });
});

describe('a date of birth', () => {
  const must = dateOfBirth('born', TODAY, { required: true });
  const may = dateOfBirth('born', TODAY);
  const born = (text: string) => {
    const [day = '', month = '', year = ''] = text.split('/').map((part) => part.trim());
    return { 'born-day': day, 'born-month': month, 'born-year': year };
  };

  it.each([
    ['27/3/1985', '1985-03-27'],
    ['7/03/1985', '1985-03-07'],
    ['27 / march / 1985', '1985-03-27'],
    ['27/Mar/1985', '1985-03-27'],
    ['1/SEPT/1985', '1985-09-01'],
    ['29/2/2000', '2000-02-29'],
    ['29/2/1996', '1996-02-29'],
    ['21/11/2026', '2026-11-21'],
    ['1/1/1900', '1900-01-01'],
    // What is missing comes first, whatever else is wrong.
    ['//', refused('empty at born-day')],
    ['/13/2099', refused('no-day at born-day')],
    ['32//2099', refused('no-month at born-month')],
    ['32/13/', refused('no-year at born-year')],
    ['//1985', refused('no-day-month at born-day')],
    ['27//', refused('no-month-year at born-month')],
    ['/3/', refused('no-day-year at born-day')],
    // Then what is impossible, before the future.
    ['27/3/85', refused('year-not-4-numbers at born-year')],
    ['27/3/19855', refused('year-not-4-numbers at born-year')],
    ['29/2/2001', refused('not-real at born-day')],
    ['29/2/1900', refused('not-real at born-day')],
    ['31/4/2099', refused('not-real at born-day')],
    ['0/3/1985', refused('not-real at born-day')],
    ['q/3/1985', refused('not-real at born-day')],
    ['27/13/1985', refused('not-real at born-month')],
    ['27/0/1985', refused('not-real at born-month')],
    ['27/ma/1985', refused('not-real at born-month')],
    ['27/Mai/1985', refused('not-real at born-month')],
    ['31/12/1899', refused('not-real at born-year')],
    // Then the future, and today.
    ['22/11/2026', refused('not-past at born-year')],
    ['1/1/2099', refused('not-past at born-year')],
  ])('%s', (typed, expected) => expect(taken(must, born(typed))).toEqual(expected));

  it.each([
    ['//', undefined],
    ['27/3/1985', '1985-03-27'],
    ['27//1985', refused('no-month at born-month')],
    ['31/4/2001', refused('not-real at born-day')],
  ])('%s, if it may be missing', (typed, expected) => expect(taken(may, born(typed))).toEqual(expected));

  it.each([
    ['2008-11-22', 18],
    ['2008-11-23', 17],
    ['2008-02-29', 18],
  ])('%s is an age of %i', (day, age) => expect(ageOn(day as Day, TODAY)).toBe(age));

  it('is spelt as letters write it', () => expect(spellDay('1988-03-04' as Day)).toBe('4 March 1988'));
});

describe('an email address', () => {
  it.each([
    ['amina.khan@example.com', 'amina.khan@example.com'],
    [' o’brien+gp@mail.example.co.uk ', "o'brien+gp@mail.example.co.uk"],
    ['JÖRG@exämple.com', 'JÖRG@exämple.com'],
    ['', ''],
    ['amina.example.com', refused('wrong-format')],
    ['amina@example', refused('wrong-format')],
    ['amina@@example.com', refused('wrong-format')],
    ['amina khan@example.com', refused('wrong-format')],
    [`${'a'.repeat(243)}@example.com`, refused('wrong-format')],
  ])('%j', (typed, expected) => expect(taken(emailAddress('email'), typed)).toEqual(expected));
});

describe('a telephone number is kept as it was typed', () => {
  it.each([
    ['01632 960 001', '01632 960 001'],
    ['+44 (0)808 157 0192', '+44 (0)808 157 0192'],
    ['07700 900118, after 6 pm', '07700 900118, after 6 pm'],
    ['07700 900118\r\nafter 6 pm', '07700 900118 after 6 pm'],
    ['', ''],
    ['12345', refused('wrong-format')],
    ['ask my sister', refused('wrong-format')],
    ['1'.repeat(24), '1'.repeat(24)],
    ['1'.repeat(25), refused('wrong-format')],
    ['1'.repeat(201), refused('too-long')],
  ])('%j', (typed, expected) => expect(taken(telephoneNumber('telephone'), typed)).toEqual(expected));
});
