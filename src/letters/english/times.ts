import { type Day, type Month, spellDayOrMonth } from '../../questionnaire/calendar.ts';

const isDay = (time: Day | Month): time is Day => time.length === '2026-11-22'.length;

/** When something happened: "on 3 November 2026", "in November 2026"; '' for no time. */
export const whenItWas = (time: Day | Month | undefined): string =>
  time === undefined ? '' : `${isDay(time) ? 'on' : 'in'} ${spellDayOrMonth(time)}`;

/** Joins the words that are not empty with spaces. */
export const together = (...words: readonly string[]): string =>
  words.filter((word) => word !== '').join(' ');
