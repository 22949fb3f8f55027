import type { ClassicLevel } from 'classic-level';

export type Level = ClassicLevel<string, Buffer>;

/** Row ids are hex digits, so that the whole index comes before the rows, in the order in which they expire. */
const INDEX = { gte: '!', lt: '"' } as const;
const TIME_DIGITS = 15;
const SIZE_BYTES = 4;
const MANY = 1_000;
/** Few enough that a page that is asked for meanwhile does not wait behind them. */
const ERASED_AT_ONCE = 100;

/** An entry of the index beside the rows: neither the limit nor the sweep has to read the rows themselves. */
export interface Expiry {
  readonly id: string;
  readonly until: number;
}

/** For one batch with the row itself, so that a crash leaves both or neither. */
export function putExpiry({ id, until }: Expiry, size: number) {
  const value = Buffer.alloc(SIZE_BYTES);
  value.writeUInt32BE(size);
  return { type: 'put', key: keyOf(until) + id, value } as const;
}

export function deleteExpiry({ id, until }: Expiry) {
  return { type: 'del', key: keyOf(until) + id } as const;
}

/** The entries of rows that expire by that time, the earliest first, some at a time. */
export async function* expiredBy(db: Level, time: number): AsyncGenerator<Expiry[]> {
  let from: { gte: string } | { gt: string } = { gte: INDEX.gte };
  for (;;) {
    // An iterator for each part: one that stays open keeps what is deleted meanwhile in the files. It goes on
    // where the last one ended, as LevelDB would step over every entry that was deleted since.
    const keys: string[] = await db.keys({ ...from, lt: keyOf(time + 1), limit: ERASED_AT_ONCE }).all();
    const last = keys.at(-1);
    if (last === undefined) return;
    yield keys.map(expiryOf);
    from = { gt: last };
  }
}

/** How many bytes all rows have, as they are when it is called. */
export async function sizeOfAll(db: Level): Promise<number> {
  const sizes = db.values({ ...INDEX, highWaterMarkBytes: MANY * SIZE_BYTES, fillCache: false });
  let total = 0;
  try {
    for (;;) {
      const some = await sizes.nextv(MANY);
      if (some.length === 0) return total;
      for (const size of some) total += size.readUInt32BE();
    }
  } finally {
    await sizes.close();
  }
}

function keyOf(until: number): string {
  return INDEX.gte + String(until).padStart(TIME_DIGITS, '0');
}

function expiryOf(key: string): Expiry {
  const idAt = INDEX.gte.length + TIME_DIGITS;
  return { id: key.slice(idAt), until: Number(key.slice(INDEX.gte.length, idAt)) };
}
