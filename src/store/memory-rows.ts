import { Room } from './room.ts';
import { StoreUnavailable } from './rows.ts';
import type { Limits, Row, Rows } from './rows.ts';

export interface MemoryOptions extends Limits {
  readonly now?: () => number;
  readonly sweepEveryMs?: number;
}

/** Rows in this process alone, for those who want nothing on disk: a restart forgets them. */
export function memoryRows({ now = Date.now, sweepEveryMs = 60_000, ...limits }: MemoryOptions = {}): Rows {
  const rows = new Map<string, Row>();
  const room = new Room(limits, now);
  let closed = false;

  function drop(id: string): void {
    rows.delete(id);
    room.drop(id);
  }
  function sweep(): void {
    room.expired().forEach(drop);
  }
  function live(id: string): Row | undefined {
    if (closed) throw new StoreUnavailable('the store is closed');
    return room.holds(id) ? rows.get(id) : undefined;
  }
  function put(id: string, row: Row, ttlMs: number): void {
    // A copy, so that a caller who goes on using its buffer does not write into the store.
    rows.set(id, { version: row.version, bytes: Buffer.from(row.bytes) });
    room.put(id, row.bytes.length, now() + ttlMs);
  }

  const timer = setInterval(sweep, sweepEveryMs);
  timer.unref();

  /* eslint-disable @typescript-eslint/require-await -- asynchronous as the other two are; an error must reject */
  return {
    async get(id) {
      const row = live(id);
      return row && { version: row.version, bytes: Buffer.from(row.bytes) };
    },
    async insert(id, bytes, ttlMs) {
      if (live(id)) return false;
      sweep();
      room.check(bytes.length);
      put(id, { version: 1, bytes }, ttlMs);
      return true;
    },
    async replace(id, version, bytes, ttlMs) {
      const row = live(id);
      if (!row) return 'gone';
      if (row.version !== version) return 'conflict';
      put(id, { version: version + 1, bytes }, ttlMs);
      return 'saved';
    },
    async delete(id, version) {
      const row = live(id);
      if (!row || (version !== undefined && row.version !== version)) return false;
      drop(id);
      return true;
    },
    async ready() {
      return !closed;
    },
    async close() {
      closed = true;
      clearInterval(timer);
      rows.clear();
    },
  };
}
