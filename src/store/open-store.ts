import { join } from 'node:path';
import { makeDataDir } from './data-dir.ts';
import type { StoreUnavailable } from './errors.ts';
import { levelRows } from './level-rows.ts';
import { memoryRows } from './memory-rows.ts';
import type { Rows } from './rows.ts';

export interface StoreOptions {
  readonly url: string;
  readonly dataDir: string;
  /** For a store of this process's own. */
  readonly maxBytes: number;
}

/** A store, and what its settings may lose: codes for the log. */
export interface OpenedStore {
  readonly rows: Rows;
  readonly warnings: readonly string[];
}

/**
 * Opens the store that `STORE_URL` names. Nothing but `level:` touches the disk.
 * @throws Error where the folder cannot be opened; a Redis that is away is waited for later
 */
export async function openStore({ url, dataDir, maxBytes }: StoreOptions): Promise<OpenedStore> {
  if (url === 'memory:') return { rows: memoryRows({ maxBytes }), warnings: [] };
  if (url === 'level:') {
    await makeDataDir(dataDir);
    const folder = join(dataDir, 'journeys');
    const rows = await levelRows(folder, { maxBytes }).catch((error: unknown) => {
      throw new Error(`cannot open the store in ${folder}: ${(error as StoreUnavailable).code}`);
    });
    return { rows, warnings: [] };
  }
  if (isShared(url)) {
    // Read when it is wanted: Redis's client would take a tenth of the start of a server that has none.
    const { redisRows } = await import('./redis-rows.ts');
    const rows = await redisRows(url);
    return { rows, warnings: rows.warnings };
  }
  // Never the address itself: it may hold a password.
  throw new Error('STORE_URL must be level:, memory:, redis://… or rediss://…');
}

/** Whether several machines use the store, and so need the same pepper. */
export function isShared(url: string): boolean {
  return /^rediss?:\/\//.test(url);
}
