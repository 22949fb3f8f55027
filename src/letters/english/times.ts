import { type Day, type Month, spellDayOrMonth } from '../../questionnaire/calendar.ts';

const isDay = (time: Day | Month): time is Day => time.length === '2026-11-22'.length;

/** When something was, as a sentence has it: "on 3 November 2026", "in November 2026"; '' for no time. */
export const whenItWas = (time: Day | Month | undefined): string =>
  time === undefined ? '' : `${isDay(time) ? 'on' : 'in'} ${spellDayOrMonth(time)}`;

/** Words of a sentence one after the other, without those that there are not. */
export const together = (...words: readonly string[]): string =>
  words.filter((word) => word !== '').join(' ');
