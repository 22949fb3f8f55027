import { setTimeout as pause } from 'node:timers/promises';
import type { Started } from '../../src/store/journeys.ts';
import { type Level, sizeOfAll } from '../../src/store/level-expiry.ts';
import { levelRows } from '../../src/store/level-rows.ts';
import { rawLevel } from '../store/support/raw-level.ts';
import { DAY_MS, deleteTimes, openJourneys, type Times, timesOf, useTimes } from './journeys-made.ts';
import { answerParent, ownMemory } from './journeys-process.ts';
import { timed } from './numbers.ts';

export interface LevelTask {
  readonly folder: string;
  /** When the first journey started, and the round of measuring: each round sweeps what the one before left. */
  readonly began: number;
  readonly round: number;
  readonly sample: readonly Started[];
}

/** Milliseconds and bytes. */
export interface LevelNumbers {
  /** What counts towards `STORE_LIMIT_MB`. */
  readonly counted: number;
  readonly memory: number;
  readonly opened: Times;
  readonly answered: Times;
  readonly deleted: Times;
  readonly emptySweep: number;
  readonly longSweep: Sweep;
  readonly minuteSweep: Sweep;
  readonly wholeTidying: number;
}

export interface Sweep {
  readonly rows: number;
  readonly ms: number;
  /** Times to open a journey during the sweep. */
  readonly opened: Times;
}

const HOUR_MS = 3_600_000;
const MINUTE_MS = 60_000;
/** A use is noted once an hour, so a row is kept an hour longer than promised. */
const STEP_MS = HOUR_MS;
const LONG_SWEEP_MS = 10 * MINUTE_MS;
const ROUND_MS = LONG_SWEEP_MS + MINUTE_MS;

answerParent<LevelTask, LevelNumbers>(async ({ folder, began, round, sample }) => {
  const counted = await rawLevel(folder, sizeOfAll);
  const before = ownMemory();
  let time = began + DAY_MS + round * ROUND_MS;
  const now = () => time;
  const rows = await levelRows(folder, { now, uptime: () => 60 * time });
  const journeys = openJourneys(rows, now);
  // The first write waits until all rows have been counted.
  await journeys.start(undefined);
  const memory = ownMemory() - before;

  const { opened, answered } = await useTimes(journeys, sample);
  const emptySweep = await timed(() => rows.sweep());
  // Journeys that were just answered stay; the rest of the sample may be swept.
  const sweepAt = async (at: number): Promise<Sweep> => {
    time = at;
    let swept: number | undefined;
    let ms = 0;
    const sweeping = timed(async () => (swept = await rows.sweep())).then((took) => (ms = took));
    const meanwhile = await timesOf(
      untilSwept(sample, () => swept !== undefined),
      ({ secret, id }) => journeys.open(secret, id),
    );
    await sweeping;
    return { rows: swept!, ms, opened: meanwhile };
  };
  const longSweep = await sweepAt(time + STEP_MS + LONG_SWEEP_MS);
  await pause(1_000);
  const minuteSweep = await sweepAt(time + MINUTE_MS);
  const deleted = await deleteTimes(journeys, sample);
  await rows.close();

  const wholeTidying = await rawLevel(folder, timeToTidy);
  return { counted, memory, opened, answered, deleted, emptySweep, longSweep, minuteSweep, wholeTidying };
});

/** Opens one journey after another for as long as the sweep lasts. */
function* untilSwept<T>(all: readonly T[], isSwept: () => boolean): Generator<T> {
  for (let n = 0; n === 0 || !isSwept(); n += 1) yield all[n % all.length]!;
}

/** Deleting a missing key in each part of the folder is enough to make LevelDB rewrite all of it. */
async function timeToTidy(db: Level): Promise<number> {
  await db.open();
  for (const digit of '0123456789abcdef') {
    const [first] = await db.keys({ gte: digit, limit: 1 }).all();
    if (first) await db.del(`${first}\u0000`);
  }
  return timed(() => db.compactRange('', '\uffff'));
}
