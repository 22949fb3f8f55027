import type { ClassicLevel } from 'classic-level';

/** Row ids are hex digits, so that the whole index stands before the rows, and in the order of their expiry. */
const INDEX = { gte: '!', lt: '"' } as const;
const TIME_DIGITS = 15;
const SIZE_BYTES = 4;
const MANY = 1_000;
/** Few enough that who asks for a page meanwhile does not wait behind them. */
const SWEPT_AT_ONCE = 100;

export type Level = ClassicLevel<string, Buffer>;

/** When a row expires and how large it is, beside the rows: neither the cap nor the sweep has to read them. */
export interface Entry {
  readonly id: string;
  readonly expires: number;
}

/** For one batch with the row itself, so that a crash leaves both or neither. */
export function putEntry({ id, expires }: Entry, size: number) {
  const value = Buffer.alloc(SIZE_BYTES);
  value.writeUInt32BE(size);
  return { type: 'put', key: keyOf(expires) + id, value } as const;
}

export function dropEntry({ id, expires }: Entry) {
  return { type: 'del', key: keyOf(expires) + id } as const;
}

/** The entries that have expired by then, the earliest first, some at a time. */
export async function* expiredBy(db: Level, time: number): AsyncGenerator<Entry[]> {
  let from: { gte: string } | { gt: string } = { gte: INDEX.gte };
  for (;;) {
    // An iterator for each part: one that stays open keeps what is deleted meanwhile in the files. It goes on
    // where the last one ended, as LevelDB would step over every entry that was deleted since.
    const keys: string[] = await db.keys({ ...from, lt: keyOf(time + 1), limit: SWEPT_AT_ONCE }).all();
    const last = keys.at(-1);
    if (last === undefined) return;
    yield keys.map(entryOf);
    from = { gt: last };
  }
}

/** The size of all rows, as they are when it is called. */
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

function keyOf(expires: number): string {
  return INDEX.gte + String(expires).padStart(TIME_DIGITS, '0');
}

function entryOf(key: string): Entry {
  const idAt = INDEX.gte.length + TIME_DIGITS;
  return { id: key.slice(idAt), expires: Number(key.slice(INDEX.gte.length, idAt)) };
}
