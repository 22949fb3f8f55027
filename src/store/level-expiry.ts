import type { ClassicLevel } from 'classic-level';

export type Level = ClassicLevel<string, Buffer>;

/** Row ids are hex digits, so the index sorts before the rows, in the order in which they expire. */
const INDEX = { gte: '!', lt: '"' } as const;
const TIME_DIGITS = 15;
const SIZE_BYTES = 4;
const MANY = 1_000;
/** Few enough that a page requested meanwhile does not wait behind them. */
const ERASED_AT_ONCE = 100;

/** An entry of the index, so that neither the size limit nor the sweep has to read the rows. */
export interface Expiry {
  readonly id: string;
  readonly until: number;
}

/** Goes into one batch with the row itself, so that a crash leaves both or neither. */
export function putExpiry({ id, until }: Expiry, size: number) {
  const value = Buffer.alloc(SIZE_BYTES);
  value.writeUInt32BE(size);
  return { type: 'put', key: keyOf(until) + id, value } as const;
}

export function deleteExpiry({ id, until }: Expiry) {
  return { type: 'del', key: keyOf(until) + id } as const;
}

/** The entries of rows that expire by that time, the earliest first, in batches. */
export async function* expiredBy(db: Level, time: number): AsyncGenerator<Expiry[]> {
  let from: { gte: string } | { gt: string } = { gte: INDEX.gte };
  for (;;) {
    // A new iterator for each batch, because an open one keeps deleted rows in the files. It starts after the
    // last key, so that LevelDB does not step over every deleted entry.
    const keys: string[] = await db.keys({ ...from, lt: keyOf(time + 1), limit: ERASED_AT_ONCE }).all();
    const last = keys.at(-1);
    if (last === undefined) return;
    yield keys.map(expiryOf);
    from = { gt: last };
  }
}

/** The size of all rows in bytes at the time of the call. */
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
