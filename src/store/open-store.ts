import { chmod, mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { levelRows } from './level-rows.ts';
import { memoryRows } from './memory-rows.ts';
import type { Rows } from './rows.ts';

export interface StoreOptions {
  readonly url: string;
  readonly dataDir: string;
  /** For a store of this process's own. */
  readonly maxBytes: number;
}

/** Opens the store that `STORE_URL` names. Nothing but `level:` touches the disk. */
export async function openStore({ url, dataDir, maxBytes }: StoreOptions): Promise<Rows> {
  if (url === 'memory:') return memoryRows({ maxBytes });
  if (url === 'level:') {
    await makeDataDir(dataDir);
    return levelRows(join(dataDir, 'journeys'), { maxBytes });
  }
  if (isShared(url)) {
    // Read when it is wanted: Redis's client would take a tenth of the start of a server that has none.
    const { redisRows } = await import('./redis-rows.ts');
    return redisRows(url);
  }
  // Never the address itself: it may hold a password.
  throw new Error('STORE_URL must be level:, memory:, redis://… or rediss://…');
}

/** Whether several machines use the store, and so need the same pepper. */
export function isShared(url: string): boolean {
  return /^rediss?:\/\//.test(url);
}

/** Makes the folder, for our user's eyes only. */
export async function makeDataDir(dataDir: string): Promise<void> {
  await mkdir(dataDir, { recursive: true, mode: 0o700 });
  // The folder may be there already, with wider rights.
  await chmod(dataDir, 0o700);
}
