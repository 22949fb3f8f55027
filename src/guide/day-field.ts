import { z } from 'zod';
import { type Day, dayFrom, monthNumber } from './calendar.ts';
import { type Field, fieldOf, oneText } from './field.ts';

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
      if (how.earliest !== undefined && day < how.earliest) return refuse('not-real', 'year');
      return how.holds(day) ? day : refuse(how.code, 'year');
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
      how.code,
    ],
    submitted: (given) => Object.fromEntries(PARTS.map((part) => [part, oneText(given, `${name}-${part}`)])),
    schema,
  });
}
