import { randomBytes } from 'node:crypto';
import { createJourneys } from '../../../src/store/journeys.ts';
import type { Journeys, JourneysOptions } from '../../../src/store/journeys.ts';
import { memoryRows } from '../../../src/store/memory-rows.ts';
import type { Rows } from '../../../src/store/rows.ts';

export const HOUR = 3_600_000;
export const DAY = 24 * HOUR;

/** Journeys over those rows, kept for a day. */
export function openJourneys(rows: Rows, options: Partial<JourneysOptions> = {}): Journeys {
  return createJourneys({ rows, pepper: randomBytes(32), hours: 24, ...options });
}

/** Journeys in memory whose clock the test moves. */
export function withClock(options: Partial<JourneysOptions> = {}) {
  let time = Date.UTC(2026, 10, 22);
  const now = () => time;
  const calls: string[] = [];
  const rows = noting(memoryRows({ now }), calls);
  const journeys = openJourneys(rows, { now, ...options });
  return { journeys, rows, calls, now, later: (ms: number) => void (time += ms) };
}

/** The same rows; what is asked of them is noted. */
export function noting(rows: Rows, calls: string[]): Rows {
  return {
    ...rows,
    get: (id) => (calls.push('get'), rows.get(id)),
    insert: (id, bytes, ttl) => (calls.push('insert'), rows.insert(id, bytes, ttl)),
    replace: (id, version, bytes, ttl) => (calls.push('replace'), rows.replace(id, version, bytes, ttl)),
    delete: (id, version) => (calls.push('delete'), rows.delete(id, version)),
  };
}

/** The same rows, with something else put between two steps of their user, and what is left in them. */
export function stepping(rows: Rows) {
  const ids = new Set<string>();
  let until = Infinity;
  let work: () => Promise<void>;
  async function step<T>(next: () => Promise<T>): Promise<T> {
    if (until-- === 0) await work();
    return next();
  }
  const stepped: Rows = {
    ...rows,
    get: (id) => step(() => rows.get(id)),
    insert: (id, bytes, ttl) => (ids.add(id), step(() => rows.insert(id, bytes, ttl))),
    replace: (id, version, bytes, ttl) => step(() => rows.replace(id, version, bytes, ttl)),
    delete: (id, version) => step(() => rows.delete(id, version)),
  };
  return {
    rows: stepped,
    before: (at: number, what = () => Promise.resolve()) => void ([until, work] = [at, what]),
    left: async (): Promise<string[]> => {
      const all = await Promise.all([...ids].map(async (id) => ((await rows.get(id)) ? id : undefined)));
      return all.filter((id) => id !== undefined);
    },
  };
}
