import type { Started } from '../../src/store/journeys.ts';
import { levelRows } from '../../src/store/level-rows.ts';
import { DAY_MS, makeJourneys, openJourneys } from './journeys-made.ts';
import { answerParent } from './journeys-process.ts';

export interface FillTask {
  readonly folder: string;
  readonly count: number;
  readonly began: number;
}

export interface Filled {
  readonly sample: readonly Started[];
  readonly ms: number;
}

// A day's journeys, started one after another by the clock of the store, so that they expire one after another.
answerParent<FillTask, Filled>(async ({ folder, count, began }) => {
  let time = began;
  const rows = await levelRows(folder, { now: () => time });
  const isNext = (n: number) => (time = began + Math.floor((n / count) * DAY_MS));
  const made = await makeJourneys(
    openJourneys(rows, () => time),
    count,
    isNext,
  );
  await rows.close();
  return made;
});
