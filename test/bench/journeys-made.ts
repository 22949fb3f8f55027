import { randomBytes } from 'node:crypto';
import type { FormInput, Journey } from '../../src/store/journey.ts';
import { createJourneys, type Journeys, type Started } from '../../src/store/journeys.ts';
import type { DatedRow } from '../../src/store/row-bytes.ts';
import { FIRST_VERSION, type Rows } from '../../src/store/rows.ts';
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
/** As the store's own ids. */
const ROW_ID_BYTES = 16;

// Somebody who answers nearly every question, as people do who finish a letter.
const answers: Readonly<Record<string, FormInput>> = asKept(
  personaFor('second-opinion-treatment', 'attorney'),
);
const LAST = 'own-words';
const { [LAST]: lastAnswer = {}, ...firstAnswers } = answers;

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

/** A store's journeys: a sample of real ones, and the rows of the others. */
export interface Made {
  readonly sample: readonly Started[];
  readonly others: Iterable<DatedRow & { readonly id: string }>;
}

/**
 * Makes a sample of so many journeys, each in a browser of its own. All answers but the last are given when a journey
 * starts, which leaves the same rows. The others are copies of two of them: as many rows, as large and kept as long, of
 * random bytes, which is what sealed rows look like to the store. With real ones alone it would take hours.
 * @param timeOf when a journey starts, by its number
 */
export async function makeJourneys(rows: Rows, count: number, timeOf: (n: number) => number): Promise<Made> {
  let time = timeOf(0);
  const now = () => time;
  const plain = await rowsOfOne(rows, now, false);
  const recorded = await rowsOfOne(rows, now, true);
  const journeys = openJourneys(rows, now);
  const every = Math.max(1, Math.floor(count / SAMPLE));
  // Half of them, and half of the sample, have a record, with a copy of the letter that was sent, and a code.
  const hasRecord = (n: number) => Math.floor(n / every) % 2 === 0;
  const isSampled = (n: number) => n % every === 0 && n >= count * FIRST_SAMPLED;
  const sample: Started[] = [];
  for (let n = 0; n < count; n += 1) {
    if (!isSampled(n)) continue;
    time = timeOf(n);
    sample.push(await makeOne(journeys, hasRecord(n)));
  }
  function* others() {
    for (let n = 0; n < count; n += 1)
      if (!isSampled(n)) yield* copiesOf(hasRecord(n) ? recorded : plain, timeOf(n));
  }
  return { sample, others: others() };
}

/** A row without its contents: its size in bytes, and its life in milliseconds. */
interface Outline {
  readonly size: number;
  readonly life: number;
}

/** The rows that one journey leaves. */
async function rowsOfOne(rows: Rows, now: () => number, withRecord: boolean): Promise<readonly Outline[]> {
  const left = new Map<string, Outline>();
  const note = (id: string, bytes: Buffer, until: number) =>
    left.set(id, { size: bytes.length, life: until - now() });
  const noting: Rows = {
    ...rows,
    insert: (id, bytes, until, room) => (note(id, bytes, until), rows.insert(id, bytes, until, room)),
    replace: (id, version, bytes, until) => (note(id, bytes, until), rows.replace(id, version, bytes, until)),
  };
  await makeOne(openJourneys(noting, now), withRecord);
  return [...left.values()];
}

const copiesOf = (outlines: readonly Outline[], time: number) =>
  outlines.map(({ size, life }) => ({
    id: randomBytes(ROW_ID_BYTES).toString('hex'),
    version: FIRST_VERSION,
    bytes: randomBytes(size),
    until: Math.ceil(time + life),
  }));

async function makeOne(journeys: Journeys, withRecord: boolean): Promise<Started> {
  const started = await journeys.start(undefined, { answers: firstAnswers });
  await live(journeys, started, withRecord);
  return started;
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
async function live(journeys: Journeys, started: Started, withRecord: boolean): Promise<void> {
  let journey = await open(journeys, started);
  journey = there(await journey.answer(LAST, lastAnswer));
  if (!withRecord) return;
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
