import { mkdtemp, readFile, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Redis } from 'ioredis';
import { levelRows } from '../../../src/store/level-rows.ts';
import { memoryRows } from '../../../src/store/memory-rows.ts';
import { redisRows } from '../../../src/store/redis-rows.ts';
import type { Rows } from '../../../src/store/rows.ts';
import { hasRedis, startRedis } from './redis-server.ts';

/** A real store for a test, with a dump of everything that a thief would get. */
export interface TestStore {
  readonly rows: Rows;
  readonly dump: () => Promise<Buffer>;
  readonly destroy: () => Promise<void>;
}

export interface StoreKind {
  readonly name: string;
  readonly make: () => Promise<TestStore>;
}

/** Every kind of store, so that one suite tests them all alike. */
export const storeKinds: readonly StoreKind[] = [
  { name: 'memory', make: () => Promise.resolve(makeMemory()) },
  { name: 'level', make: makeLevel },
  ...(hasRedis() ? [{ name: 'redis', make: makeRedis }] : []),
];

/** A folder that the test removes at its end. */
export async function temporaryFolder(): Promise<{ path: string; remove(): Promise<void> }> {
  const path = await mkdtemp(join(tmpdir(), 'store-'));
  return { path, remove: () => rm(path, { recursive: true, force: true }) };
}

/** Every byte of every file below a folder. */
export async function everyFile(folder: string): Promise<Buffer> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const files = entries.filter((entry) => entry.isFile());
  try {
    return Buffer.concat(
      await Promise.all(files.map(({ parentPath, name }) => readFile(join(parentPath, name)))),
    );
  } catch (error) {
    // LevelDB has removed that file meanwhile, and its content is in another one.
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return everyFile(folder);
    throw error;
  }
}

function makeMemory(): TestStore {
  const rows = memoryRows();
  const seen = new Map<string, Buffer>();
  // Its memory cannot be read from outside, so everything written to it is noted instead.
  const watched: Rows = {
    ...rows,
    insert: (id, bytes, ...given) => (seen.set(`insert ${id}`, bytes), rows.insert(id, bytes, ...given)),
    replace: (id, version, bytes, until) => (
      seen.set(`replace ${id} ${version}`, bytes),
      rows.replace(id, version, bytes, until)
    ),
  };
  return {
    rows: watched,
    dump: () => Promise.resolve(Buffer.concat([...seen].flatMap(([id, bytes]) => [Buffer.from(id), bytes]))),
    destroy: () => rows.close(),
  };
}

async function makeLevel(): Promise<TestStore> {
  const folder = await temporaryFolder();
  const rows = await levelRows(folder.path);
  return {
    rows,
    dump: () => everyFile(folder.path),
    async destroy() {
      await rows.close();
      await folder.remove();
    },
  };
}

async function makeRedis(): Promise<TestStore> {
  const server = await startRedis();
  const rows = await redisRows(server.url);
  return {
    rows,
    async dump() {
      const redis = new Redis(server.url);
      const parts: Buffer[] = [];
      for (const key of await redis.keysBuffer('*')) {
        parts.push(key, (await redis.getBuffer(key))!, await redis.dumpBuffer(key));
      }
      redis.disconnect();
      return Buffer.concat(parts);
    },
    async destroy() {
      await rows.close();
      await server.stop();
    },
  };
}
