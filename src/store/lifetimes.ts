import { endOf } from './keep-for.ts';

const HOUR_MS = 3_600_000;
/** What has ended stays listed for two days, so that a clock that is wrong for a while takes nothing away. */
const LISTED_MS = 48 * HOUR_MS;

/** A code as its journey lists it: the day of record. */
export interface ListedCode {
  readonly rowId: string;
  /** Its last day, as 2026-12-24. */
  readonly day: string;
}

/** When the rows of a browser and of a journey end. */
export interface Lifetimes {
  readonly now: () => number;
  /** When what was used last at that time ends, where no code keeps it: never before its hours are over. */
  readonly unusedUntil: (used: number) => number;
  /** Whether a use is to be noted: an hour, or a part of the hours, after the last one that was. */
  readonly isStale: (used: number) => boolean;
  readonly isWorking: (code: ListedCode) => boolean;
  /** Whether something that ended then is still to be listed. */
  readonly isListed: (ended: number) => boolean;
}

/** @param hours how long what is not used is kept */
export function createLifetimes(hours: number, now: () => number): Lifetimes {
  const keptMs = hours * HOUR_MS;
  // A use is noted once a step, which spares most pages a write.
  const stepMs = Math.min(HOUR_MS, keptMs / 24);
  return {
    now,
    unusedUntil: (used) => used + keptMs + stepMs,
    // Both ways, as a clock that was ahead may have noted a time that is still to come.
    isStale: (used) => Math.abs(now() - used) >= stepMs,
    isWorking: ({ day }) => endOf(day) > now(),
    isListed: (ended) => ended + LISTED_MS > now(),
  };
}
