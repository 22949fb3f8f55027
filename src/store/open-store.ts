import { join } from 'node:path';
import { makeDataDir } from './data-dir.ts';
import type { StoreUnavailable } from './errors.ts';
import { levelRows } from './level-rows.ts';
import { memoryRows } from './memory-rows.ts';
import type { Rows } from './rows.ts';

export interface StoreOptions {
  readonly url: string;
  readonly dataDir: string;
  /** For a store inside this process. */
  readonly maxBytes: number;
}

/** A store, with warnings about settings that may lose answers, as codes for the log. */
export interface OpenedStore {
  readonly rows: Rows;
  readonly warnings: readonly string[];
}

/**
 * Opens the store that `STORE_URL` names. Only `level:` writes to the disk.
 * @throws Error if the folder cannot be opened; a Redis that is down is not an error, as it may come back
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
    // Imported only when needed: the Redis client would take a tenth of the start-up time.
    const { redisRows } = await import('./redis-rows.ts');
    const rows = await redisRows(url);
    return { rows, warnings: rows.warnings };
  }
  // The address itself may contain a password.
  throw new Error('STORE_URL must be level:, memory:, redis://… or rediss://…');
}

/** Whether several machines use the store, and so need the same pepper. */
export function isShared(url: string): boolean {
  return /^rediss?:\/\//.test(url);
}
