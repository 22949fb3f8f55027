import { setTimeout as pause } from 'node:timers/promises';
import { StoreUnavailable } from './errors.ts';

const MOST_TRIES = 200;
const AT_ONCE = 5;
const LONGEST_PAUSE_MS = 20;

/**
 * Repeats a compare-and-set until no other write comes between.
 * @param step reads a row, and writes it with the version that it read
 * @throws StoreUnavailable after 200 tries
 */
export async function untilNoConflict<T>(step: (tries: number) => Promise<T | 'conflict'>): Promise<T> {
  for (let tries = 1; tries <= MOST_TRIES; tries++) {
    const result = await step(tries);
    if (result !== 'conflict') return result;
    // Random, so that writers that collided do not collide again.
    if (tries > AT_ONCE) await pause(Math.random() * Math.min(tries, LONGEST_PAUSE_MS));
  }
  throw new StoreUnavailable('TOO_MANY_WRITERS');
}
