import { type Day, isDay, type Month, spellDayOrMonth } from '../../questionnaire/calendar.ts';

/** When something happened: "on 3 November 2026", "in November 2026". */
export const whenItWas = (time: Day | Month): string =>
  `${isDay(time) ? 'on' : 'in'} ${spellDayOrMonth(time)}`;

/** Joins the words that are not empty with spaces. */
export const together = (...words: readonly string[]): string =>
  words.filter((word) => word !== '').join(' ');
