import type { FormInput, Journey } from '../../src/store/journey.ts';
import { createJourneys, type Journeys, type Started } from '../../src/store/journeys.ts';
import type { Rows } from '../../src/store/rows.ts';
import { entry } from '../support/entries.ts';
import { asKept } from '../support/kept.ts';
import { personaFor } from '../support/personas.ts';
import { sampleLetter } from '../support/sample-letter.ts';
import { quantile, timed } from './numbers.ts';

/** In hex, as the server reads it. */
export const PEPPER = '07'.repeat(32);
export const HOURS = 24;
export const DAY_MS = HOURS * 3_600_000;
/** How many are opened again. They are spread evenly, except over the first ones, which expire during the bench. */
const SAMPLE = 2_000;
const FIRST_SAMPLED = 0.05;
const AT_ONCE = 16;
const PROGRESS_EVERY = 50_000;

// Somebody who answers nearly every question, as people do who finish a letter.
const answers: Readonly<Record<string, FormInput>> = asKept(
  personaFor('second-opinion-treatment', 'attorney'),
);
const LAST = 'own-words';
const { [LAST]: lastAnswer = {}, ...firstAnswers } = answers;

/** Every second journey has a record, with a copy of the letter that was sent, and a code. */
const EVERY_RECORD = 2;
const SENT = entry('2 Mar 2026', 'sent-letter letter=second-opinion-treatment how=post');
const ENTRIES = [
  SENT,
  entry('9 Mar 2026', 'acknowledged reference=C-7'),
  entry('30 Mar 2026', 'answer answer-was=no reasons-given=yes'),
  entry('7 Apr 2026', 'pals'),
];

/** Journeys by this clock. While the clock stands still no use is noted twice, so opening a journey only reads. */
export function openJourneys(rows: Rows, now: () => number): Journeys {
  return createJourneys({ rows, pepper: Buffer.from(PEPPER, 'hex'), hours: HOURS, now });
}

/**
 * Makes so many journeys, each in a browser of its own, and returns a sample. All answers but the last are given when
 * the journey starts, which leaves the same rows. Page by page it would take all day.
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
      await live(journeys, started, n % EVERY_RECORD === 0);
      if (n % every === 0 && n >= count * FIRST_SAMPLED) sample.push(started);
      if (n % PROGRESS_EVERY === 0 && n > 0) process.stderr.write(`  ${n.toLocaleString('en-GB')} made\n`);
    }
  }
  const ms = await timed(() => Promise.all(Array.from({ length: AT_ONCE }, maker)));
  return { sample, ms };
}

/** The times of one call after another, in milliseconds. */
export interface Times {
  readonly median: number;
  readonly p99: number;
}

export async function timesOf<T>(all: Iterable<T>, work: (one: T) => Promise<unknown>): Promise<Times> {
  const times: number[] = [];
  for (const one of all) times.push(await timed(() => work(one)));
  return { median: quantile(times, 0.5), p99: quantile(times, 0.99) };
}

/** The last answer, and what comes after the letter. */
async function live(journeys: Journeys, started: Started, hasRecord: boolean): Promise<void> {
  let journey = await open(journeys, started);
  journey = there(await journey.answer(LAST, lastAnswer));
  if (!hasRecord) return;
  journey = there(await journey.keepLetter(SENT.id, sampleLetter()));
  for (const one of ENTRIES) journey = there(await journey.addEntry(one));
  await journey.save('3-months');
}

async function open(journeys: Journeys, { secret, id }: Started): Promise<Journey> {
  return there(await journeys.open(secret, id));
}

function there(journey: Journey | 'gone' | undefined): Journey {
  if (journey === undefined || journey === 'gone') throw new Error('a journey is lost');
  return journey;
}

/** The times to open a journey and to answer one question in it. */
export async function useTimes(journeys: Journeys, sample: readonly Started[]) {
  // The first calls are not counted, as a real server has been running for a while.
  await timesOf(sample, (one) => open(journeys, one));
  const opened = await timesOf(sample, (one) => open(journeys, one));
  const answered = await timesOf(sample, async (one) =>
    there(await (await open(journeys, one)).answer(LAST, lastAnswer)),
  );
  return { opened, answered };
}

/** The times to delete a journey with everything that belongs to it. */
export async function deleteTimes(journeys: Journeys, sample: readonly Started[]): Promise<Times> {
  const opened = await Promise.all(sample.map((one) => open(journeys, one)));
  return timesOf(opened, (journey) => journey.end({ keep: 'nothing' }));
}
