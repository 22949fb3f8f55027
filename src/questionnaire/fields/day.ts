import { type Day, dayFrom, monthNumber } from '../calendar.ts';
import { type Field, fieldOf, oneText, wrong } from './field.ts';

const PARTS = ['day', 'month', 'year'] as const;

interface HowDay {
  readonly required?: boolean;
  /** No day before it can be meant. */
  readonly earliest?: Day;
  /** What must hold of the day, and the code where it does not. */
  readonly holds: (day: Day) => boolean;
  readonly code: string;
}

/**
 * A day in three inputs, `<name>-day`, `-month` and `-year`; the month may be a word.
 * Faults come in the order of the GOV.UK date input: missing, then impossible, then what else must hold.
 */
export function dayField(name: string, how: HowDay): Field<Day | undefined> {
  const inputs = PARTS.map((part) => `${name}-${part}`);
  return fieldOf<Day | undefined>({
    name,
    control: 'date',
    inputs,
    required: how.required ?? false,
    codes: [
      ...(how.required ? ['empty'] : []),
      'no-day',
      'no-month',
      'no-year',
      'year-not-4-numbers',
      'not-real',
      how.code,
    ],
    read: (given) => {
      const [date, month, year] = inputs.map((input) => oneText(given, input)) as [string, string, string];
      if (date === '' && month === '' && year === '') return how.required ? refused('empty') : undefined;
      if (date === '') return refused('no-day', 'day');
      if (month === '') return refused('no-month', 'month');
      if (year === '') return refused('no-year', 'year');
      if (!/^\d{4}$/.test(year)) return refused('year-not-4-numbers', 'year');
      const number = monthNumber(month);
      if (number === undefined || number < 1 || number > 12) return refused('not-real', 'month');
      const day = /^\d{1,2}$/.test(date) ? dayFrom(Number(year), number, Number(date)) : undefined;
      if (day === undefined) return refused('not-real');
      if (how.earliest !== undefined && day < how.earliest) return refused('not-real', 'year');
      return how.holds(day) ? day : refused(how.code, 'year');
    },
  });
}

const refused = (code: string, part: (typeof PARTS)[number] = 'day') => wrong(code, { part });
