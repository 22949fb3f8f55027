import { setTimeout as pause } from 'node:timers/promises';
import { StoreUnavailable } from './errors.ts';

const MOST_TRIES = 200;
const AT_ONCE = 5;
const LONGEST_PAUSE_MS = 20;

/**
 * Tries again until nobody else wrote in between.
 * @param step reads, and writes by the version that it read
 * @throws StoreUnavailable after 200 tries
 */
export async function untilNoConflict<T>(step: (tries: number) => Promise<T | 'conflict'>): Promise<T> {
  for (let tries = 1; tries <= MOST_TRIES; tries++) {
    const result = await step(tries);
    if (result !== 'conflict') return result;
    // Random, so that writers who collided do not collide again in step.
    if (tries > AT_ONCE) await pause(Math.random() * Math.min(tries, LONGEST_PAUSE_MS));
  }
  throw new StoreUnavailable('TOO_MANY_WRITERS');
}
