import { putEntry } from './level-index.ts';
import type { Level } from './level-index.ts';
import { unpacked } from './level-row.ts';

/** Between the index and the rows. */
const INDEXED = '#indexed';
const FIRST_ROW = '0';
const MANY = 1_000;

/** Makes the index of a folder that was written before there was one. Killed half way, it begins anew. */
export async function indexOlder(db: Level): Promise<void> {
  if (await db.get(INDEXED)) return;
  let entries: ReturnType<typeof putEntry>[] = [];
  for await (const [id, value] of db.iterator({ gte: FIRST_ROW })) {
    const row = unpacked(value);
    // What is too short to be ours is as good as expired, so that the sweep takes it.
    entries.push(putEntry({ id, expires: row?.expires ?? 0 }, row?.bytes.length ?? 0));
    if (entries.length < MANY) continue;
    await db.batch(entries);
    entries = [];
  }
  await db.batch([...entries, { type: 'put', key: INDEXED, value: Buffer.of(1) }]);
}
