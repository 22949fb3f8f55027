import type { Given, Journey } from '../../src/store/journey.ts';
import { createJourneys, type Journeys, type Started } from '../../src/store/journeys.ts';
import type { Rows } from '../../src/store/rows.ts';
import { entry } from '../support/entries.ts';
import { asKept } from '../support/kept.ts';
import { personaFor } from '../support/personas.ts';
import { sampleLetter } from '../support/sample-letter.ts';
import { quantile, timed } from './numbers.ts';

/** In hex, as the server takes it. */
export const PEPPER = '07'.repeat(32);
export const HOURS = 24;
export const DAY_MS = HOURS * 3_600_000;
/** So many of them are opened again, evenly spread over all but the first, which expire while others are measured. */
const SAMPLE = 2_000;
const FIRST_SAMPLED = 0.05;
const AT_ONCE = 16;
const PROGRESS_EVERY = 50_000;

// Somebody who answers nearly every question, as people do who come to a letter.
const answers: Readonly<Record<string, Given>> = asKept(personaFor('second-opinion-treatment', 'attorney'));
const LAST = 'own-words';
const { [LAST]: lastAnswer = {}, ...firstAnswers } = answers;

/** Every second one goes on to a record, with its letter as it was sent, and a code. */
const EVERY_RECORD = 2;
const SENT = entry('2 Mar 2026', 'sent-letter letter=second-opinion-treatment how=post');
const ENTRIES = [
  SENT,
  entry('9 Mar 2026', 'acknowledged reference=C-7'),
  entry('30 Mar 2026', 'answer answer-was=no reasons-given=yes'),
  entry('7 Apr 2026', 'pals'),
];

/** Journeys by that clock. While it stands still no use of them is noted twice, so that opening one only reads. */
export function openJourneys(rows: Rows, now: () => number): Journeys {
  return createJourneys({ rows, pepper: Buffer.from(PEPPER, 'hex'), hours: HOURS, now });
}

/**
 * Makes so many journeys, each in a browser of its own, and returns some of them. Page by page it would take all
 * day; all answers but the last are put in as the journey begins, which leaves the same rows.
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

/** Opening a journey, and giving one answer in it. */
export async function useTimes(journeys: Journeys, sample: readonly Started[]) {
  // What is measured is a server that has been running for a while.
  await timesOf(sample, (one) => open(journeys, one));
  const opened = await timesOf(sample, (one) => open(journeys, one));
  const answered = await timesOf(sample, async (one) =>
    there(await (await open(journeys, one)).answer(LAST, lastAnswer)),
  );
  return { opened, answered };
}

/** Deleting a journey with all that belongs to it. */
export async function deleteTimes(journeys: Journeys, sample: readonly Started[]): Promise<Times> {
  const opened = await Promise.all(sample.map((one) => open(journeys, one)));
  return timesOf(opened, (journey) => journey.end({ keep: 'nothing' }));
}
