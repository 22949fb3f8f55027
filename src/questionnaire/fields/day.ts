import { z } from 'zod';
import { type Day, dayFrom, lastDayOf, type Month, monthFrom, monthNumber } from '../calendar.ts';
import { DAY_PARTS, dayInputs, type DayParts, readDayParts } from './day-parts.ts';
import { defineField, failWith, type Field, type FormInput, oneText } from './field.ts';
import { LIMITS } from './limits.ts';
import { typedText } from './text.ts';

interface DayOptions {
  readonly required?: boolean;
  /** The earliest day accepted, and the code for an earlier one. */
  readonly earliest?: readonly [day: Day, code: string];
  /** How the day must compare with today, and the code if it does not; any day if absent. */
  readonly must?: readonly ['be-past' | 'be-past-or-today' | 'be-future', code: string];
}

interface MonthOptions extends DayOptions {
  /** Whether month and year are enough. */
  readonly monthIsEnough: true;
}

/**
 * A day in three inputs, `<name>-day`, `-month` and `-year`; the month may be a word, and one input may hold
 * the whole date. Errors follow the order of the GOV.UK date input: missing, then impossible, then out of
 * range.
 */
export function dayField(name: string, today: Day, options: MonthOptions): Field<Day | Month | undefined>;
export function dayField(name: string, today: Day, options: DayOptions & { required: true }): Field<Day>;
export function dayField(name: string, today: Day, options: DayOptions): Field<Day | undefined>;
export function dayField(
  name: string,
  today: Day,
  options: DayOptions | MonthOptions,
): Field<Day | Month | undefined> {
  const { required = false, earliest } = options;
  const partsOf = (input: FormInput): DayParts => ({
    day: oneText(input, `${name}-day`),
    month: oneText(input, `${name}-month`),
    year: oneText(input, `${name}-year`),
  });
  const neededParts = 'monthIsEnough' in options ? (['month', 'year'] as const) : DAY_PARTS;
  return defineField<Day | Month | undefined>({
    name,
    control: 'date',
    inputNames: DAY_PARTS.map((part) => `${name}-${part}`),
    required,
    codes: [
      ...(required ? ['empty'] : []),
      ...neededParts.map((part) => `no-${part}`),
      ...(neededParts.length === 3 ? ['no-day-month', 'no-day-year'] : []),
      'no-month-year',
      'year-not-4-numbers',
      'not-real',
      ...(earliest ? [earliest[1]] : []),
      ...(options.must ? [options.must[1]] : []),
    ].filter((code, at, codes) => codes.indexOf(code) === at),
    rawValue: partsOf,
    schema: z
      .strictObject({ day: BOX, month: BOX, year: BOX })
      .transform(readDayParts)
      .refine(
        ({ day, month, year }) => !required || day + month + year !== '',
        failWith('empty', at('day', 'month', 'year')),
      )
      .transform((parts, context) => {
        const found = dayIn(parts, neededParts);
        if (typeof found !== 'object') {
          const code = found === undefined ? undefined : rangeErrorCode(found, today, options);
          if (code === undefined) return found;
          context.addIssue({ code: 'custom', message: code, params: at('year', 'day', 'month') });
          return z.NEVER;
        }
        context.addIssue({ code: 'custom', message: found.code, params: at(...found.at) });
        return z.NEVER;
      }),
    toInput: (time) => dayInputs(name, time),
    fromStored: (kept) => {
      const found = dayIn(partsOf(kept), neededParts);
      return typeof found === 'string' && rangeErrorCode(found, today, options) === undefined
        ? found
        : undefined;
    },
  });
}

type Part = (typeof DAY_PARTS)[number];
const at = (...parts: readonly Part[]) => ({ parts });
const BOX = typedText(LIMITS.datePart, 'not-real');

/** The day or month in the boxes; undefined if all are empty; otherwise the error and the boxes it is in. */
function dayIn(
  parts: DayParts,
  needed: readonly Part[],
): Day | Month | undefined | { readonly code: string; readonly at: readonly Part[] } {
  if (DAY_PARTS.every((part) => parts[part] === '')) return undefined;
  const missing = needed.filter((part) => parts[part] === '');
  if (missing.length > 0) return { code: `no-${missing.join('-')}`, at: missing };
  if (!/^\d{4}$/.test(parts.year)) return { code: 'year-not-4-numbers', at: ['year'] };
  const month = monthNumber(parts.month);
  if (month === undefined || month < 1 || month > 12) return { code: 'not-real', at: ['month'] };
  if (parts.day === '') return monthFrom(Number(parts.year), month);
  const day = /^\d{1,2}$/.test(parts.day) ? dayFrom(Number(parts.year), month, Number(parts.day)) : undefined;
  return day ?? { code: 'not-real', at: DAY_PARTS };
}

/** The code of a day or month that is out of range. A month passes if any of its days would. */
function rangeErrorCode(time: Day | Month, today: Day, { earliest, must }: DayOptions): string | undefined {
  if (earliest && lastDayOf(time) < earliest[0]) return earliest[1];
  if (!must) return undefined;
  const [when, code] = must;
  const isInRange = {
    'be-past': time < today,
    'be-past-or-today': time <= today,
    'be-future': lastDayOf(time) > today,
  }[when];
  return isInRange ? undefined : code;
}
