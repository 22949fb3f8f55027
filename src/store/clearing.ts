import { untilNoConflict } from './compare-and-set.ts';
import { StoreFull, StoreUnavailable } from './errors.ts';
import { workingDays } from './journey-row.ts';
import type { JourneyRows } from './journey-rows.ts';
import type { Lifetimes } from './lifetimes.ts';
import type { HeldJourney } from './session-row.ts';
import type { Sessions } from './sessions.ts';

/** What was done where a browser was cleared. */
export interface Cleared {
  /** False: this browser held nothing (any more), so that there was nothing to do. */
  readonly found: boolean;
  /** How many journeys were deleted. */
  readonly deleted: number;
  /** The last day of each journey that its codes still open. */
  readonly goOn: readonly string[];
  /** How many could not be deleted now. This browser opens them no more; those without a code end with their hours. */
  readonly left: number;
}

const NOTHING_FOUND: Cleared = { found: false, deleted: 0, goOn: [], left: 0 };

/** The two ways to clear a browser. */
export function createClearing(sessions: Sessions, journeyRows: JourneyRows, lifetimes: Lifetimes) {
  /** Deletes a journey without a code; the last day of one that has a code. */
  async function deleteWithoutCode(
    held: HeldJourney,
  ): Promise<'deleted' | 'gone' | 'left' | { day: string }> {
    try {
      const opened = await journeyRows.open(held);
      if (!opened) return 'gone';
      const kept = await journeyRows.delete(opened, (row) => workingDays(row, lifetimes).length > 0);
      return typeof kept === 'string' ? kept : { day: workingDays(kept, lifetimes).at(-1)! };
    } catch (error) {
      if (error instanceof StoreFull || error instanceof StoreUnavailable) return 'left';
      throw error;
    }
  }

  return {
    /** The session first: after that one write this browser opens nothing, whatever happens then. */
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

    /** The journeys first, and the session last: where the store fails half way, doing it again finishes it. */
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
