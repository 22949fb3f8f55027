import type { Started } from '../../src/store/journeys.ts';
import { levelRows } from '../../src/store/level-rows.ts';
import { DAY_MS, makeJourneys } from './journeys-made.ts';
import { answerParent } from './journeys-process.ts';

export interface FillTask {
  readonly folder: string;
  readonly count: number;
  readonly began: number;
}

// A day's journeys, started one after another by the clock of the store, so that they expire one after another.
answerParent<FillTask, readonly Started[]>(async ({ folder, count, began }) => {
  let time = began;
  const now = () => time;
  const rows = await levelRows(folder, { now });
  const isNext = (n: number) => (time = began + Math.floor((n / count) * DAY_MS));
  const sample = await makeJourneys(rows, now, count, isNext);
  await rows.close();
  return sample;
});
