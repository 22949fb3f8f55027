import type { Day, Month } from '../questionnaire/calendar.ts';
import { dayField } from '../questionnaire/fields/day.ts';
import type { Field } from '../questionnaire/fields/field.ts';
import { EARLIEST, pastDay } from '../questionnaire/questions/past-day.ts';
import { line, longText } from '../questionnaire/fields/text.ts';

/** The fields of every kind of entry. */

const NOTES_LIMIT = 2_000;

/** The day of something that has happened; month and year are enough. */
export const pastDayOrMonth = (today: Day): Field<Day | Month | undefined> =>
  pastDay('when', today, { required: true });

/** The same, but the whole day is needed, as a letter names it. */
export const exactPastDay = (today: Day): Field<Day> =>
  dayField('when', today, { required: true, earliest: EARLIEST, must: ['be-past-or-today', 'in-future'] });

/** The day of an appointment, past or to come. */
export const anyDay = (today: Day): Field<Day | Month | undefined> =>
  dayField('when', today, { required: true, monthIsEnough: true, earliest: EARLIEST });

/** A day that was given for something to come, which may have passed since. */
export const namedDay = (name: string, today: Day): Field<Day | undefined> =>
  dayField(name, today, { earliest: EARLIEST });

/** Who it was, by name or job, and notes, which are for the person alone and never in a letter. */
export const whoAndNotes = () => ({ who: line('who'), notes: longText('notes', { limit: NOTES_LIMIT }) });
