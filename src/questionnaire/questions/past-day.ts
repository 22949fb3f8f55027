import { type Day, dayFrom, type Month } from '../calendar.ts';
import { dayField } from '../fields/day.ts';
import type { Field } from '../fields/field.ts';

/** Before this nobody can have asked for what these letters follow; a year typed wrongly is found. */
export const EARLIEST = [dayFrom(2000, 1, 1)!, 'too-early'] as const;

/** When something happened that a letter tells of: month and year are enough. */
export const pastDay = (
  name: string,
  today: Day,
  how: { required?: boolean } = {},
): Field<Day | Month | undefined> =>
  dayField(name, today, {
    ...how,
    monthIsEnough: true,
    earliest: EARLIEST,
    must: ['be-past-or-today', 'in-future'],
  });

/** For fields that depend on the day alone. */
export const onTheDay = (_before: unknown, today: Day) => [today] as const;
