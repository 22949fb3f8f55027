import { checkCapacity } from './capacity.ts';
import { StoreUnavailable } from './errors.ts';
import { FIRST_VERSION, type EmbeddedOptions, type Row, type Rows } from './rows.ts';
import { createSettledTime } from './settled-time.ts';

const SWEEP_EVERY_MS = 60_000;

interface MemoryRow extends Row {
  readonly until: number;
}

/** The rows of this process, with a sweep for expired ones. */
export interface MemoryRows extends Rows {
  /** Erases expired rows, as a timer does every minute; returns how many. */
  sweep(): number;
}

/** Rows in memory, with nothing on disk. A restart loses them. */
export function memoryRows(options: EmbeddedOptions = {}): MemoryRows {
  const { now = Date.now, uptime = () => performance.now(), maxBytes = Infinity } = options;
  const rows = new Map<string, MemoryRow>();
  const settledTime = createSettledTime(now, uptime);
  let taken = 0;
  let closed = false;

  function live(id: string): MemoryRow | undefined {
    if (closed) throw new StoreUnavailable('MEMORY_CLOSED');
    const row = rows.get(id);
    return row && row.until > now() ? row : undefined;
  }
  function put(id: string, row: MemoryRow): void {
    drop(id);
    // A copy, so that a caller that changes its buffer does not change the store.
    rows.set(id, { ...row, bytes: Buffer.from(row.bytes) });
    taken += row.bytes.length;
  }
  function drop(id: string): void {
    taken -= rows.get(id)?.bytes.length ?? 0;
    rows.delete(id);
  }
  function sweep(): number {
    const time = settledTime();
    const expired = [...rows].filter(([, { until }]) => time !== undefined && until <= time);
    for (const [id] of expired) drop(id);
    return expired.length;
  }
  const timer = setInterval(sweep, SWEEP_EVERY_MS).unref();

  /* eslint-disable @typescript-eslint/require-await -- asynchronous like the other stores: errors reject */
  return {
    async get(id) {
      const row = live(id);
      return row && { version: row.version, bytes: Buffer.from(row.bytes) };
    },
    async insert(id, bytes, until, room) {
      if (live(id) || rows.has(id)) return false;
      checkCapacity(taken, bytes.length, maxBytes, room);
      put(id, { version: FIRST_VERSION, bytes, until });
      return true;
    },
    async replace(id, version, bytes, until) {
      const row = live(id);
      if (!row) return 'gone';
      if (row.version !== version) return 'conflict';
      checkCapacity(taken, bytes.length - row.bytes.length, maxBytes, 'open');
      put(id, { version: version + 1, bytes, until });
      return 'done';
    },
    async touch(id, until) {
      const row = live(id);
      if (row) rows.set(id, { ...row, until: Math.max(row.until, until) });
      return row !== undefined;
    },
    async delete(id, version) {
      const row = live(id);
      if (!row) return 'gone';
      if (row.version !== version) return 'conflict';
      drop(id);
      return 'done';
    },
    async ready() {
      if (closed) return 'MEMORY_CLOSED';
      return taken < maxBytes ? undefined : 'STORE_LIMIT';
    },
    async close() {
      closed = true;
      clearInterval(timer);
      rows.clear();
    },
    sweep,
  };
}
