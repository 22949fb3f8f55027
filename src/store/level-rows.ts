import { checkCapacity } from './capacity.ts';
import { isStoreError, StoreUnavailable } from './errors.ts';
import { createCompaction } from './level-compaction.ts';
import { levelCode, openLevel } from './level-database.ts';
import { deleteExpiry, expiredBy, type Expiry, putExpiry, sizeOfAll } from './level-expiry.ts';
import { createQueue } from './one-at-a-time.ts';
import { type DatedRow, packRow, unpackRow } from './row-bytes.ts';
import { FIRST_VERSION, type EmbeddedOptions, type Room, type Rows } from './rows.ts';
import { createSettledTime } from './settled-time.ts';

const SWEEP_EVERY_MS = 60_000;
/** Sorts between the index and the rows. */
const HEALTH_KEY = '#health';

/** The rows of a folder, with a sweep for expired ones. */
export interface LevelRows extends Rows {
  /** Erases expired rows, as a timer does every minute; returns how many. */
  sweep(): Promise<number>;
}

/**
 * Rows in a folder, by LevelDB inside this process. No row is held in memory, so a million rows neither fill
 * it nor have to be read at start-up.
 * @throws StoreUnavailable if the folder cannot be opened
 */
export async function levelRows(folder: string, options: EmbeddedOptions = {}): Promise<LevelRows> {
  const { now = Date.now, uptime = () => performance.now(), maxBytes = Infinity } = options;
  const database = await openLevel(folder);
  const { level } = database;
  const settledTime = createSettledTime(now, uptime);
  // One write at a time: none may be confirmed after a failed one, and no two may compare the same version.
  const queue = createQueue();
  let taken: number | undefined;
  let closed = false;

  /** Turns every failure into a StoreUnavailable or StoreFull. */
  async function named<T>(work: () => Promise<T>): Promise<T> {
    try {
      return await work();
    } catch (error) {
      if (isStoreError(error)) throw error;
      throw new StoreUnavailable(levelCode(error));
    }
  }
  const writing = <T>(work: () => Promise<T>) =>
    queue(() =>
      named(async () => {
        if (closed) throw new StoreUnavailable('LEVEL_CLOSED');
        if (database.isBroken) {
          await database.mend();
          // The failed write may have been stored after all, so the size is read again.
          taken = undefined;
        }
        taken ??= await sizeOfAll(level);
        return work();
      }),
    );
  const compaction = createCompaction(level, (operations) => writing(() => database.write(operations)));

  async function read(id: string): Promise<DatedRow | undefined> {
    const value = await level.get(id);
    return value && unpackRow(value);
  }
  async function live(id: string): Promise<DatedRow | undefined> {
    const row = await read(id);
    return row && row.until > now() ? row : undefined;
  }
  const grow = (by: number) => void (taken = (taken ?? 0) + by);
  async function put(id: string, row: DatedRow, room: Room, old?: DatedRow): Promise<void> {
    const growth = row.bytes.length - (old?.bytes.length ?? 0);
    checkCapacity(taken ?? 0, growth, maxBytes, room);
    await database.write([
      ...(old ? [deleteExpiry({ id, until: old.until })] : []),
      putExpiry({ id, until: row.until }, row.bytes.length),
      { type: 'put', key: id, value: packRow(row) },
    ]);
    grow(growth);
  }
  async function erase(expiry: Expiry, row: DatedRow | undefined): Promise<void> {
    await database.write([deleteExpiry(expiry), { type: 'del', key: expiry.id }]);
    grow(-(row?.bytes.length ?? 0));
    compaction.note(expiry.id);
  }

  async function sweep(): Promise<number> {
    const time = settledTime();
    let erased = 0;
    if (time === undefined) return erased;
    for await (const expiries of expiredBy(level, time)) {
      for (const expiry of expiries) {
        await writing(async () => {
          const row = await read(expiry.id);
          if (row && row.until !== expiry.until) return database.write([deleteExpiry(expiry)]);
          await erase(expiry, row);
          erased++;
        });
      }
    }
    return erased;
  }
  let sweeping: Promise<number> | undefined;
  const sweepOnce = () => (sweeping ??= sweep().finally(() => (sweeping = undefined)));
  // If a sweep fails, the next one does its work.
  const timer = setInterval(() => void sweepOnce().catch(() => undefined), SWEEP_EVERY_MS).unref();

  return {
    async get(id) {
      // While the folder is being opened again, a read waits in the queue like a write.
      const row = await (level.status === 'open' ? named(() => live(id)) : writing(() => live(id)));
      return row && { version: row.version, bytes: row.bytes };
    },
    insert: (id, bytes, until, room) =>
      writing(async () => {
        if (await read(id)) return false;
        await put(id, { version: FIRST_VERSION, bytes, until: Math.ceil(until) }, room);
        return true;
      }),
    replace: (id, version, bytes, until) =>
      writing(async () => {
        const row = await live(id);
        if (!row) return 'gone';
        if (row.version !== version) return 'conflict';
        await put(id, { version: version + 1, bytes, until: Math.ceil(until) }, 'open', row);
        return 'done';
      }),
    touch: (id, until) =>
      writing(async () => {
        const row = await live(id);
        if (row && row.until < until) await put(id, { ...row, until: Math.ceil(until) }, 'open', row);
        return row !== undefined;
      }),
    delete: (id, version) =>
      writing(async () => {
        const row = await live(id);
        if (!row) return 'gone';
        if (row.version !== version) return 'conflict';
        await erase({ id, until: row.until }, row);
        return 'done';
      }),
    ready: () =>
      writing(async () => {
        await database.write([{ type: 'put', key: HEALTH_KEY, value: Buffer.of(1) }]);
        return (taken ?? 0) < maxBytes ? undefined : 'STORE_LIMIT';
      }).catch((error: unknown) => (error as StoreUnavailable).code),
    async close() {
      clearInterval(timer);
      await compaction.finish();
      closed = true;
      await queue(() => level.close());
    },
    sweep: sweepOnce,
  };
}
