import { type Day, dayFrom, type Month } from '../calendar.ts';
import { dayField } from '../fields/day.ts';
import type { Field } from '../fields/field.ts';

/** No request that these letters follow up is older, so an earlier year is a typing mistake. */
export const EARLIEST = [dayFrom(2000, 1, 1)!, 'too-early'] as const;

/** When something in a letter happened: month and year are enough. */
export const pastDay = (
  name: string,
  today: Day,
  options: { required?: boolean } = {},
): Field<Day | Month | undefined> =>
  dayField(name, today, {
    ...options,
    monthIsEnough: true,
    earliest: EARLIEST,
    must: ['be-past-or-today', 'in-future'],
  });

/** For fields that depend on the day alone. */
export const onTheDay = (_before: unknown, today: Day) => [today] as const;
