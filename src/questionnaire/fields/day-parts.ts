import { type Day, type Month, monthNumber } from '../calendar.ts';
import { plainDigits } from './digits.ts';
import { withoutEdges } from './edges.ts';
import { withoutFiller } from './fillers.ts';
import { onOneLine } from './paragraphs.ts';

/** The three boxes of a date; '' if empty. */
export interface DayParts {
  readonly day: string;
  readonly month: string;
  readonly year: string;
}

export const DAY_PARTS = ['day', 'month', 'year'] as const;

/** A day or month as a field's three inputs hold it; all empty if there is none. */
export function dayInputs(name: string, time: Day | Month | undefined): Readonly<Record<string, string>> {
  const [year = '', month = '', day = ''] = time?.split('-') ?? [];
  return {
    [`${name}-day`]: day.replace(/^0/, ''),
    [`${name}-month`]: month.replace(/^0/, ''),
    [`${name}-year`]: year,
  };
}

const NOT_OF_A_DATE =
  /^(?:of|the|and|st|nd|rd|th|(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?)$/i;
const AROUND = '.,/()-‐‑–—';

/** "the 27th" as 27, "of Feb." as Feb, "/3/" as 3; digits of any script. */
function readPart(text: string): string {
  // Most typed values, and all stored ones, are plain digits.
  if (/^\d*$/.test(text)) return text;
  const words = plainDigits(withoutFiller(onOneLine(text)))
    .split(' ')
    .map((word) => withoutEdges(word, AROUND));
  const ofDate = words.filter((word) => word !== '' && !NOT_OF_A_DATE.test(word));
  // A weekday alone stays, to be refused: it is not an empty box.
  return (ofDate.length > 0 ? ofDate : words).join(' ').replace(/^(\d{1,2})(?:st|nd|rd|th|º|ª)$/i, '$1');
}

const isMonthName = (word: string) => /^\p{L}/u.test(word) && monthNumber(word) !== undefined;

/**
 * The parts of a date pasted into one box ("27/3/1987", "27th of March, 1987", "1987-03-27", "27031987"), or
 * of a month ("March 1987"); otherwise undefined.
 */
function wholeDate(text: string): DayParts | undefined {
  const words = text
    .replace(/^(\d\d)(\d\d)(\d{4})$/, '$1 $2 $3')
    .split(/[^\p{L}\p{N}]+/u)
    .map(readPart)
    .filter((word) => word !== '' && !NOT_OF_A_DATE.test(word));
  const [first = '', second = '', third = ''] = words;
  if (words.length === 2 && (isMonthName(first) || /^\d{4}$/.test(second)))
    return { day: '', month: first, year: second };
  if (words.length !== 3) return undefined;
  if (/^\d{4}$/.test(first)) return { year: first, month: second, day: third };
  return isMonthName(first)
    ? { month: first, day: second, year: third }
    : { day: first, month: second, year: third };
}

/** Reads the three boxes. A whole date in one box, with the others empty, is split into its parts. */
export function readDayParts(typed: DayParts): DayParts {
  const parts = { day: readPart(typed.day), month: readPart(typed.month), year: readPart(typed.year) };
  const filled = DAY_PARTS.filter((part) => parts[part] !== '');
  return (filled.length === 1 && wholeDate(parts[filled[0]!])) || parts;
}
