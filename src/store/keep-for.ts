/** How long a code can work. */
export const KEEP_FOR = ['28-days', '3-months', '6-months', '12-months'] as const;

export type KeepFor = (typeof KEEP_FOR)[number];

const MONTHS: Readonly<Record<Exclude<KeepFor, '28-days'>, number>> = {
  '3-months': 3,
  '6-months': 6,
  '12-months': 12,
};
const DAYS = 28;
const DAY_MS = 24 * 3_600_000;

/** The last day, as 2026-12-24, of a code made now. A month without today's date gives its last day. */
export function lastDay(keepFor: KeepFor, now: number): string {
  const today = new Date(now);
  const [year, month, day] = [today.getUTCFullYear(), today.getUTCMonth(), today.getUTCDate()];
  if (keepFor === '28-days') return dayOf(Date.UTC(year, month, day + DAYS));
  const then = month + MONTHS[keepFor];
  const daysOfThen = new Date(Date.UTC(year, then + 1, 0)).getUTCDate();
  return dayOf(Date.UTC(year, then, Math.min(day, daysOfThen)));
}

/** When a last day is over, in milliseconds: midnight UTC, which is 1 am in British Summer Time. */
export function endOf(day: string): number {
  return Date.parse(`${day}T00:00:00Z`) + DAY_MS;
}

function dayOf(time: number): string {
  return new Date(time).toISOString().slice(0, 10);
}
