import { ClassicLevel } from 'classic-level';
import { createKeyLock } from './key-lock.ts';
import { createTidying } from './level-tidying.ts';
import { Room } from './room.ts';
import { StoreFull, StoreUnavailable } from './rows.ts';
import type { Limits, Row, Rows } from './rows.ts';

export interface LevelOptions extends Limits {
  readonly now?: () => number;
  readonly sweepEveryMs?: number;
}

const EXPIRES_BYTES = 8;
const HEAD_BYTES = EXPIRES_BYTES + 4;

/** Rows in a folder, by LevelDB inside this process. One process has the folder at a time. */
export async function levelRows(folder: string, options: LevelOptions = {}): Promise<Rows> {
  const { now = Date.now, sweepEveryMs = 60_000, ...limits } = options;
  const db = new ClassicLevel<string, Buffer>(folder, { valueEncoding: 'buffer', compression: false });
  const room = new Room(limits, now);
  const lock = createKeyLock();
  const tidy = createTidying(db);

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

  async function read(id: string): Promise<Row | undefined> {
    const value = room.holds(id) ? await db.get(id) : undefined;
    if (!value) return undefined;
    return { version: value.readUInt32BE(EXPIRES_BYTES), bytes: value.subarray(HEAD_BYTES) };
  }
  async function write(id: string, version: number, bytes: Buffer, ttlMs: number): Promise<void> {
    const expires = now() + ttlMs;
    const head = Buffer.alloc(HEAD_BYTES);
    head.writeDoubleBE(expires);
    head.writeUInt32BE(version, EXPIRES_BYTES);
    await db.put(id, Buffer.concat([head, bytes]));
    room.put(id, bytes.length, expires);
  }
  async function drop(id: string): Promise<void> {
    await db.del(id);
    room.drop(id);
    // Not awaited: the row is gone for every reader already.
    void tidy(id);
  }

  async function sweep(): Promise<void> {
    for (const id of room.expired()) {
      // Asked again inside the lock: somebody may have prolonged it meanwhile.
      await on(id, async () => (room.holds(id) ? undefined : drop(id)));
    }
  }

  try {
    await db.open();
    for await (const [id, value] of db.iterator()) {
      // Too short to be ours: as good as expired, so that the sweep takes it.
      const expires = value.length < HEAD_BYTES ? 0 : value.readDoubleBE();
      room.put(id, value.length - HEAD_BYTES, expires);
    }
  } catch (error) {
    throw new StoreUnavailable(`cannot open the store in ${folder}: ${codeOf(error)}`);
  }
  // A sweep that fails leaves its work to the next one.
  const timer = setInterval(() => void sweep().catch(() => undefined), sweepEveryMs);
  timer.unref();

  return {
    get: (id) => on(id, () => read(id)),
    insert: (id, bytes, ttlMs) =>
      on(id, async () => {
        if (await read(id)) return false;
        room.check(bytes.length);
        await write(id, 1, bytes, ttlMs);
        return true;
      }),
    replace: (id, version, bytes, ttlMs) =>
      on(id, async () => {
        const row = await read(id);
        if (!row) return 'gone';
        if (row.version !== version) return 'conflict';
        await write(id, version + 1, bytes, ttlMs);
        return 'saved';
      }),
    delete: (id, version) =>
      on(id, async () => {
        const row = await read(id);
        if (!row || (version !== undefined && row.version !== version)) return false;
        await drop(id);
        return true;
      }),
    ready: () =>
      db.get('').then(
        () => true,
        () => false,
      ),
    async close() {
      clearInterval(timer);
      await tidy();
      await db.close();
    },
  };
}

/** LevelDB's own word for it, such as LEVEL_LOCKED; never a message, which may name more. */
function codeOf(error: unknown): string {
  const { code, cause } = error as { code?: string; cause?: { code?: string } };
  return cause?.code ?? code ?? 'unknown';
}
