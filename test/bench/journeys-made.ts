import type { Given } from '../../src/store/journey.ts';
import { createJourneys, type Journeys, type Started } from '../../src/store/journeys.ts';
import type { Rows } from '../../src/store/rows.ts';
import { asKept } from '../support/kept.ts';
import { personaFor } from '../support/personas.ts';
import { quantile, timed } from './numbers.ts';

/** In hex, as the server takes it. */
export const PEPPER = '07'.repeat(32);
export const HOURS = 24;
export const DAY_MS = HOURS * 3_600_000;
/** So many of them are opened again, evenly spread over all. */
const SAMPLE = 2_000;
const AT_ONCE = 16;
const PROGRESS_EVERY = 50_000;

// Somebody who answers nearly every question, as people do who come to a letter.
const answers: Readonly<Record<string, Given>> = asKept(personaFor('second-opinion-treatment', 'attorney'));
const LAST = 'own-words';
const { [LAST]: lastAnswer = {}, ...firstAnswers } = answers;

/** Journeys by that clock. While it stands still no use of them is noted twice, so that opening one only reads. */
export function openJourneys(rows: Rows, now: () => number): Journeys {
  return createJourneys({ rows, pepper: Buffer.from(PEPPER, 'hex'), hours: HOURS, now });
}

/**
 * Makes so many journeys, each in a browser of its own, and returns some of them. Page by page it would take all
 * day; all answers but the last are put in as the journey begins, which leaves the same two rows.
 */
export async function makeJourneys(journeys: Journeys, count: number, isNext: (n: number) => void) {
  const sample: Started[] = [];
  const every = Math.max(1, Math.floor(count / SAMPLE));
  let next = 0;
  async function maker(): Promise<void> {
    while (next < count) {
      const n = next++;
      isNext(n);
      const started = await journeys.start(undefined, { answers: firstAnswers });
      await answer(journeys, started);
      if (n % every === 0) sample.push(started);
      if (n % PROGRESS_EVERY === 0 && n > 0) process.stderr.write(`  ${n.toLocaleString('en-GB')} made\n`);
    }
  }
  const ms = await timed(() => Promise.all(Array.from({ length: AT_ONCE }, maker)));
  return { sample, ms };
}

/** What it takes one after the other, in milliseconds. */
export interface Times {
  readonly median: number;
  readonly p99: number;
}

export async function timesOf<T>(all: Iterable<T>, work: (one: T) => Promise<unknown>): Promise<Times> {
  const times: number[] = [];
  for (const one of all) times.push(await timed(() => work(one)));
  return { median: quantile(times, 0.5), p99: quantile(times, 0.99) };
}

async function answer(journeys: Journeys, { secret, id }: Started): Promise<void> {
  const journey = await journeys.open(secret, id);
  if (!journey || (await journey.answer(LAST, lastAnswer)) === 'gone') throw new Error('a journey is lost');
}

/** Opening a journey, and giving one answer in it. */
export async function useTimes(journeys: Journeys, sample: readonly Started[]) {
  const open = async ({ secret, id }: Started) => {
    if (!(await journeys.open(secret, id))) throw new Error('a journey is lost');
  };
  // What is measured is a server that has been running for a while.
  await timesOf(sample, open);
  const opened = await timesOf(sample, open);
  const answered = await timesOf(sample, (one) => answer(journeys, one));
  return { opened, answered };
}
