import { randomBytes } from 'node:crypto';
import type { Journey, Written } from '../../../src/store/journey.ts';
import { createJourneys, type Journeys, type JourneysOptions } from '../../../src/store/journeys.ts';
import { memoryRows } from '../../../src/store/memory-rows.ts';
import type { Rows } from '../../../src/store/rows.ts';

export const HOUR = 3_600_000;
export const DAY = 24 * HOUR;
export const START = Date.UTC(2026, 10, 22, 10);

/** Journeys in those rows, kept for a day. */
export function openJourneys(rows: Rows, options: Partial<JourneysOptions> = {}): Journeys {
  return createJourneys({ rows, pepper: randomBytes(32), hours: 24, ...options });
}

/** Journeys in memory. `later` lets time pass; `jump` sets the clock without any time passing. */
export function withClock(options: Partial<JourneysOptions> = {}) {
  let time = START;
  let passed = 0;
  const now = () => time;
  const rows = memoryRows({ now, uptime: () => passed });
  const journeys = openJourneys(rows, { now, ...options });
  const jump = (ms: number) => void (time += ms);
  const later = (ms: number) => (jump(ms), void (passed += ms));
  return { journeys, rows, now, later, jump };
}

/** A journey that must exist. */
export async function opened(journeys: Journeys, of: { secret: string; id: string }): Promise<Journey> {
  const journey = await journeys.open(of.secret, of.id);
  if (!journey) throw new Error('the journey is gone');
  return journey;
}

/** The journey after a write, which must have succeeded. */
export async function written(write: Written): Promise<Journey> {
  const journey = await write;
  if (journey === 'gone') throw new Error('the journey is gone');
  return journey;
}

/** A new code for a journey, which must be granted. */
export async function saved(journey: Journey, keepFor: Parameters<Journey['save']>[0] = '28-days') {
  const made = await journey.save(keepFor);
  if (typeof made === 'string') throw new Error(made);
  return made;
}
