import type { Fact } from '../src/content/facts.ts';

/** A fact, with the day by which to check it again. */
export interface DueFact {
  readonly id: string;
  readonly reviewBy: string;
  readonly isOverdue: boolean;
  /** What the product says, or what the factsheet says if that is still true. */
  readonly told: string;
  readonly source: string;
}

const DAY = 86_400_000;

/** The day that is this many days later, both as YYYY-MM-DD. */
export const dayAfter = (day: string, days: number): string =>
  new Date(Date.parse(`${day}T00:00:00Z`) + days * DAY).toISOString().slice(0, 10);

/** The facts that are due within this many days or already overdue, the earliest first. */
export function factsDue(facts: Iterable<Fact>, today: string, within: number): readonly DueFact[] {
  const last = dayAfter(today, within);
  return [...facts]
    .filter(({ reviewBy }) => reviewBy <= last)
    .map(({ id, reviewBy, tell, says, source }) => ({
      id,
      reviewBy,
      isOverdue: reviewBy < today,
      told: tell ?? says,
      source,
    }))
    .sort((a, b) => a.reviewBy.localeCompare(b.reviewBy));
}
