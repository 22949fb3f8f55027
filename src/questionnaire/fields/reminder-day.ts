import type { Day } from '../calendar.ts';
import { dayField } from './day.ts';
import type { Field } from './field.ts';

/** The day of a reminder, in three inputs: any future day. */
export const reminderDay = (today: Day): Field<Day> =>
  dayField('reminder', today, { required: true, must: ['be-future', 'not-future'] });
