import { StoreFull, StoreUnavailable } from './rows.ts';
import type { EmbeddedOptions, Row, Rows } from './rows.ts';

interface MemoryRow extends Row {
  readonly expires: number;
}

/** Rows in this process alone, for those who want nothing on disk: a restart forgets them. */
export function memoryRows(options: EmbeddedOptions = {}): Rows {
  const { now = Date.now, sweepEveryMs = 60_000, maxBytes = Infinity } = options;
  const rows = new Map<string, MemoryRow>();
  let taken = 0;
  let closed = false;

  function drop(id: string): void {
    taken -= rows.get(id)?.bytes.length ?? 0;
    rows.delete(id);
  }
  function sweep(): void {
    const time = now();
    for (const [id, row] of rows) if (row.expires <= time) drop(id);
  }
  function live(id: string): Row | undefined {
    if (closed) throw new StoreUnavailable('the store is closed');
    const row = rows.get(id);
    return row && row.expires > now() ? row : undefined;
  }
  function put(id: string, { version, bytes }: Row, ttlMs: number): void {
    drop(id);
    // A copy, so that a caller who goes on using its buffer does not write into the store.
    rows.set(id, { version, bytes: Buffer.from(bytes), expires: now() + ttlMs });
    taken += bytes.length;
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
      if (taken + bytes.length > maxBytes) throw new StoreFull('the memory set aside for it is full');
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
