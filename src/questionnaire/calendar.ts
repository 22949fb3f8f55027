/** A calendar day as YYYY-MM-DD. It compares as text and has no time zone. */
export type Day = string & { readonly __day: unique symbol };

/** A month as YYYY-MM, for when the day is not known. */
export type Month = string & { readonly __month: unique symbol };

const MONTHS = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
] as const;

const inLondon = new Intl.DateTimeFormat('en-CA', { timeZone: 'Europe/London' });

/** The date in London at a moment, whatever time zone the server is in. */
export const londonDay = (time: number | Date): Day => inLondon.format(time) as Day;

/** The month with these numbers (month 1 to 12). */
export const monthFrom = (year: number, month: number): Month =>
  `${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}` as Month;

const DAYS_IN_MONTH = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31] as const;
const isLeap = (year: number) => (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
const daysIn = (year: number, month: number) =>
  month === 2 && isLeap(year) ? 29 : (DAYS_IN_MONTH[month - 1] ?? 0);

/** The day with these numbers (month 1 to 12), or undefined if there is no such day. */
export const dayFrom = (year: number, month: number, day: number): Day | undefined =>
  day >= 1 && day <= daysIn(year, month)
    ? (`${monthFrom(year, month)}-${String(day).padStart(2, '0')}` as Day)
    : undefined;

/** Whether the day is known, and not only the month. */
export const isDay = (time: Day | Month): time is Day => time.length === '2026-11-22'.length;

/** Puts the earlier day first, for `toSorted`. */
export const byDay = (one: string, other: string): number => (one < other ? -1 : one > other ? 1 : 0);

/** The day itself, or the last day of a month. */
export function lastDayOf(time: Day | Month): Day {
  if (isDay(time)) return time;
  const [year, month] = time.split('-').map(Number) as [number, number];
  return addDays(dayFrom(month === 12 ? year + 1 : year, (month % 12) + 1, 1)!, -1);
}

/** The number (1 to 12) of a month written as a number, a name or its first three letters or more. */
export function monthNumber(text: string): number | undefined {
  if (/^\d{1,2}$/.test(text)) return Number(text);
  const index = MONTHS.findIndex(
    (name) => text.length >= 3 && name.toLowerCase().startsWith(text.toLowerCase()),
  );
  return index < 0 ? undefined : index + 1;
}

/** A day in words, as letters write it: "22 November 2026". */
export function spellDay(day: Day): string {
  const [year, month, date] = day.split('-').map(Number) as [number, number, number];
  return `${date} ${MONTHS[month - 1]} ${year}`;
}

/** A day in words, or a month if only that is known: "22 November 2026", "November 2026". */
export function spellDayOrMonth(time: Day | Month): string {
  const [year, month, date] = time.split('-').map(Number) as [number, number, number | undefined];
  return `${date === undefined ? '' : `${date} `}${MONTHS[month - 1]} ${year}`;
}

/** Whole years of age on a day. */
export function ageOn(birth: Day, today: Day): number {
  const years = Number(today.slice(0, 4)) - Number(birth.slice(0, 4));
  return today.slice(5) < birth.slice(5) ? years - 1 : years;
}

/** The day that is this many days later. */
export function addDays(day: Day, days: number): Day {
  const [year, month, date] = day.split('-').map(Number) as [number, number, number];
  return new Date(Date.UTC(year, month - 1, date + days)).toISOString().slice(0, 10) as Day;
}

/** The day that is this many months later, or the last day of that month if it has no such day. */
export function addMonths(day: Day, months: number): Day {
  const [year, month, date] = day.split('-').map(Number) as [number, number, number];
  const last = new Date(Date.UTC(year, month + months, 0)).getUTCDate();
  return new Date(Date.UTC(year, month - 1 + months, Math.min(date, last))).toISOString().slice(0, 10) as Day;
}
