import type { Started } from '../../src/store/journeys.ts';
import type { Operations } from '../../src/store/level-database.ts';
import { putExpiry } from '../../src/store/level-expiry.ts';
import { levelRows } from '../../src/store/level-rows.ts';
import { packRow } from '../../src/store/row-bytes.ts';
import { rawLevel } from '../store/support/raw-level.ts';
import { DAY_MS, makeJourneys } from './journeys-made.ts';
import { answerParent } from './journeys-process.ts';

export interface FillTask {
  readonly folder: string;
  readonly count: number;
  readonly began: number;
}

/** Rows in one batch. */
const AT_ONCE = 1_000;

// A day's journeys, started one after another by the clock of the store, so that they expire one after another.
answerParent<FillTask, readonly Started[]>(async ({ folder, count, began }) => {
  const timeOf = (n: number) => began + Math.floor((n / count) * DAY_MS);
  const rows = await levelRows(folder, { now: () => began });
  const { sample, others } = await makeJourneys(rows, count, timeOf);
  await rows.close();
  await rawLevel(folder, async (level) => {
    let batch: Operations = [];
    for (const row of others) {
      batch.push(putExpiry(row, row.bytes.length), { type: 'put', key: row.id, value: packRow(row) });
      if (batch.length < AT_ONCE) continue;
      await level.batch(batch);
      batch = [];
    }
    await level.batch(batch);
  });
  return sample;
});
