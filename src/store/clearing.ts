import { untilNoConflict } from './compare-and-set.ts';
import { isStoreError } from './errors.ts';
import { workingDays } from './journey-row.ts';
import type { JourneyRows } from './journey-rows.ts';
import type { Lifetimes } from './lifetimes.ts';
import type { HeldJourney } from './session-row.ts';
import type { Sessions } from './sessions.ts';

/** What was done when a browser was cleared. */
export interface Cleared {
  /** False if this browser held nothing (any more), so there was nothing to do. */
  readonly found: boolean;
  /** How many journeys were deleted. */
  readonly deleted: number;
  /** The last day of each journey that a code still opens. */
  readonly goOn: readonly string[];
  /** How many could not be deleted now. This browser no longer opens them; without a code they expire. */
  readonly left: number;
}

const NOTHING_FOUND: Cleared = { found: false, deleted: 0, goOn: [], left: 0 };

/** The two ways to clear a browser. */
export function createClearing(sessions: Sessions, journeyRows: JourneyRows, lifetimes: Lifetimes) {
  /** Deletes a journey without a code; returns the last day of one that has a code. */
  async function deleteWithoutCode(
    held: HeldJourney,
  ): Promise<'deleted' | 'gone' | 'left' | { day: string }> {
    try {
      const opened = await journeyRows.open(held);
      if (!opened) return 'gone';
      const kept = await journeyRows.delete(opened, (row) => workingDays(row, lifetimes).length > 0);
      return typeof kept === 'string' ? kept : { day: workingDays(kept, lifetimes).at(-1)! };
    } catch (error) {
      if (isStoreError(error)) return 'left';
      throw error;
    }
  }

  return {
    /** Deletes the session first: after that one write this browser opens nothing, even if the rest fails. */
    async clear(secret: string | undefined): Promise<Cleared> {
      const session = await untilNoConflict(async () => {
        const opened = await sessions.open(secret);
        const outcome = opened ? await sessions.delete(opened) : 'gone';
        return outcome === 'done' ? opened : outcome === 'gone' ? undefined : outcome;
      });
      if (!session) return NOTHING_FOUND;
      const results = [];
      for (const held of session.journeys) results.push(await deleteWithoutCode(held));
      return {
        found: true,
        deleted: results.filter((result) => result === 'deleted').length,
        goOn: results.flatMap((result) => (typeof result === 'object' ? [result.day] : [])),
        left: results.filter((result) => result === 'left').length,
      };
    },

    /** Deletes the session last: if the store fails halfway, trying again finishes the work. */
    async deleteAll(secret: string | undefined): Promise<Cleared> {
      let deleted = 0;
      const found = await untilNoConflict(async () => {
        const session = await sessions.open(secret);
        if (!session) return deleted > 0;
        for (const held of session.journeys) {
          const opened = await journeyRows.open(held);
          if (opened && (await journeyRows.delete(opened, () => false)) === 'deleted') deleted++;
        }
        const outcome = await sessions.delete(session);
        return outcome === 'conflict' ? outcome : true;
      });
      return { ...NOTHING_FOUND, found, deleted };
    },
  };
}
