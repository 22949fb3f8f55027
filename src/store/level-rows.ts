import { ClassicLevel } from 'classic-level';
import { createKeyLock } from './key-lock.ts';
import { dropEntry, expiredBy, putEntry, sizeOfAll } from './level-index.ts';
import type { Entry } from './level-index.ts';
import { packed, unpacked } from './level-row.ts';
import type { LevelRow } from './level-row.ts';
import { createTidying } from './level-tidying.ts';
import { StoreFull, StoreUnavailable } from './rows.ts';
import type { EmbeddedOptions, Rows } from './rows.ts';

export interface LevelRows extends Rows {
  /** Deletes what has expired, and says how many rows that were. A timer does it, too. */
  sweep(): Promise<number>;
}

/**
 * Rows in a folder, by LevelDB inside this process. One process has the folder at a time. Nothing is held in
 * memory for a row, so that a million of them neither fill it nor have to be read at start.
 */
export async function levelRows(folder: string, options: EmbeddedOptions = {}): Promise<LevelRows> {
  const { now = Date.now, sweepEveryMs = 60_000, maxBytes = Infinity } = options;
  const db = new ClassicLevel<string, Buffer>(folder, { valueEncoding: 'buffer', compression: false });
  const lock = createKeyLock();
  const tidying = createTidying(db);
  /** What was written, less what was deleted, since the start. */
  let grown = 0;
  let sweeping: Promise<number> | undefined;

  /** Runs alone on its row, and names every failure alike. */
  function on<T>(id: string, work: () => Promise<T>): Promise<T> {
    return lock(id, async () => {
      try {
        // Otherwise a row would seem gone that only cannot be read any more.
        if (db.status !== 'open') throw Object.assign(new Error(), { code: 'closed' });
        return await work();
      } catch (error) {
        if (error instanceof StoreFull) throw error;
        throw new StoreUnavailable(`the embedded store failed: ${codeOf(error)}`);
      }
    });
  }

  async function read(id: string): Promise<LevelRow | undefined> {
    const value = await db.get(id);
    return value && unpacked(value);
  }
  const isLive = (row: LevelRow | undefined) => row !== undefined && row.expires > now();
  async function readLive(id: string): Promise<LevelRow | undefined> {
    const row = await read(id);
    return isLive(row) ? row : undefined;
  }

  async function write(id: string, row: Omit<LevelRow, 'expires'>, ttlMs: number, old?: LevelRow) {
    const expires = Math.ceil(now() + ttlMs);
    await db.batch([
      ...(old ? [dropEntry({ id, expires: old.expires })] : []),
      putEntry({ id, expires }, row.bytes.length),
      { type: 'put', key: id, value: packed({ ...row, expires }) },
    ]);
    grown += row.bytes.length - (old?.bytes.length ?? 0);
  }
  async function drop(entry: Entry, row: LevelRow | undefined): Promise<void> {
    await db.batch([dropEntry(entry), { type: 'del', key: entry.id }]);
    grown -= row?.bytes.length ?? 0;
    tidying.note(entry.id);
  }

  /** False where the row is live after all: somebody wrote it meanwhile, under another entry. */
  async function dropExpired(entry: Entry): Promise<boolean> {
    const row = await read(entry.id);
    if (!isLive(row)) await drop(entry, row);
    else if (row?.expires !== entry.expires) await db.batch([dropEntry(entry)]);
    return !isLive(row);
  }
  async function sweep(): Promise<number> {
    let dropped = 0;
    for await (const entries of expiredBy(db, now())) {
      const each = await Promise.all(entries.map((entry) => on(entry.id, () => dropExpired(entry))));
      dropped += each.filter(Boolean).length;
    }
    return dropped;
  }
  const sweepOnce = () => (sweeping ??= sweep().finally(() => (sweeping = undefined)));

  try {
    await db.open();
  } catch (error) {
    throw new StoreUnavailable(`cannot open the store in ${folder}: ${codeOf(error)}`);
  }
  // What is open can be used meanwhile; only a new row waits for it.
  const sizeAtStart = sizeOfAll(db);
  // Told to whoever waits for it, or to nobody.
  sizeAtStart.catch(() => undefined);
  // A sweep that fails leaves its work to the next one.
  const timer = setInterval(() => void sweepOnce().catch(() => undefined), sweepEveryMs);
  timer.unref();

  return {
    get: (id) =>
      on(id, async () => {
        const row = await readLive(id);
        return row && { version: row.version, bytes: row.bytes };
      }),
    insert: (id, bytes, ttlMs) =>
      on(id, async () => {
        const old = await read(id);
        if (isLive(old)) return false;
        if ((await sizeAtStart) + grown + bytes.length > maxBytes) throw new StoreFull('the folder is full');
        await write(id, { version: 1, bytes }, ttlMs, old);
        return true;
      }),
    replace: (id, version, bytes, ttlMs) =>
      on(id, async () => {
        const row = await readLive(id);
        if (!row) return 'gone';
        if (row.version !== version) return 'conflict';
        await write(id, { version: version + 1, bytes }, ttlMs, row);
        return 'saved';
      }),
    delete: (id, version) =>
      on(id, async () => {
        const row = await readLive(id);
        if (!row || (version !== undefined && row.version !== version)) return false;
        await drop({ id, expires: row.expires }, row);
        return true;
      }),
    sweep: sweepOnce,
    ready: () =>
      db.get('').then(
        () => true,
        () => false,
      ),
    async close() {
      clearInterval(timer);
      await tidying.finish();
      await db.close();
    },
  };
}

/** LevelDB's own word for it, such as LEVEL_LOCKED; never a message, which may name more. */
function codeOf(error: unknown): string {
  const { code, cause } = error as { code?: string; cause?: { code?: string } };
  return cause?.code ?? code ?? 'unknown';
}
