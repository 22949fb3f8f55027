import { endOf } from './keep-for.ts';

const HOUR_MS = 3_600_000;
/** Expired items stay listed for two days, so that a clock that is wrong for a while loses nothing. */
const LISTED_MS = 48 * HOUR_MS;

/** A code in its journey's list, which decides on its last day. */
export interface ListedCode {
  readonly rowId: string;
  /** Its last day, as 2026-12-24. */
  readonly day: string;
}

/** When the rows of a browser and of a journey expire. */
export interface Lifetimes {
  readonly now: () => number;
  /** When something last used at that time expires without a code: never before its hours are over. */
  readonly unusedUntil: (used: number) => number;
  /** Whether to record a use: at most once an hour, more often if items are kept for less than a day. */
  readonly isStale: (used: number) => boolean;
  readonly isWorking: (code: ListedCode) => boolean;
  /** Whether to still list something that expired then. */
  readonly isListed: (ended: number) => boolean;
}

/** @param hours how long an unused journey is kept */
export function createLifetimes(hours: number, now: () => number): Lifetimes {
  const keptMs = hours * HOUR_MS;
  // A use is recorded once a step, which saves most pages a write.
  const stepMs = Math.min(HOUR_MS, keptMs / 24);
  return {
    now,
    unusedUntil: (used) => used + keptMs + stepMs,
    // In both directions, as a clock that was ahead may have recorded a time in the future.
    isStale: (used) => Math.abs(now() - used) >= stepMs,
    isWorking: ({ day }) => endOf(day) > now(),
    isListed: (ended) => ended + LISTED_MS > now(),
  };
}
