import type { Day } from '../calendar.ts';
import { dayField } from './day.ts';
import type { Field } from './field.ts';

const EARLIEST_BIRTH = '1900-01-01' as Day;

/** A date of birth: a day in the past, of a person who could be alive. */
export function dateOfBirth(name: string, today: Day, options: { required: true }): Field<Day>;
export function dateOfBirth(
  name: string,
  today: Day,
  options?: { required?: boolean },
): Field<Day | undefined>;
export function dateOfBirth(
  name: string,
  today: Day,
  options: { required?: boolean } = {},
): Field<Day | undefined> {
  return dayField(name, today, {
    ...options,
    earliest: [EARLIEST_BIRTH, 'not-real'],
    must: ['be-past', 'not-past'],
  });
}
