import { setTimeout as pause } from 'node:timers/promises';
import { Redis } from 'ioredis';
import { StoreFull, StoreUnavailable } from './rows.ts';
import type { Replaced, Rows } from './rows.ts';

/** ioredis's defaults hang for seconds where Redis is away; these fail fast, and it still reconnects. */
const FAIL_FAST = {
  commandTimeout: 400,
  enableOfflineQueue: false,
  maxRetriesPerRequest: 0,
  socketTimeout: 2_000,
} as const;
const FIRST_CONNECTION_MS = 1_000;
const PREFIX = 'second-opinion-letters:';
const VERSION_BYTES = 4;

/** Writes or, where there is nothing to write, deletes a row, only where it still has that version. */
const COMPARE_AND_SET = `
local version = redis.call('GETRANGE', KEYS[1], 0, ${VERSION_BYTES - 1})
if version == '' then return 'gone' end
if version ~= ARGV[1] then return 'conflict' end
if ARGV[2] == '' then redis.call('DEL', KEYS[1])
else redis.call('SET', KEYS[1], ARGV[2], 'PX', ARGV[3]) end
return 'saved'`;

/** Rows in Redis or Valkey, for several machines. Where it is away now, it is used once it comes. */
export async function redisRows(url: string): Promise<Rows> {
  const redis = new Redis(url, FAIL_FAST);
  // Each command reports its own failure; an error that nobody listens to would end the process.
  redis.on('error', () => undefined);

  function compareAndSet(id: string, version: number, value: Buffer | '', ttlMs: number): Promise<Replaced> {
    const args = [PREFIX + id, versionBytes(version), value, Math.round(ttlMs)];
    return reached(redis.eval(COMPARE_AND_SET, 1, ...args)) as Promise<Replaced>;
  }

  const connected = new Promise<void>((resolve) => redis.once('ready', resolve));
  await Promise.race([connected, pause(FIRST_CONNECTION_MS, undefined, { ref: false })]);

  return {
    async get(id) {
      const value = await reached(redis.getBuffer(PREFIX + id));
      if (!value || value.length < VERSION_BYTES) return undefined;
      return { version: value.readUInt32BE(), bytes: value.subarray(VERSION_BYTES) };
    },
    async insert(id, bytes, ttlMs) {
      const value = Buffer.concat([versionBytes(1), bytes]);
      return (await reached(redis.set(PREFIX + id, value, 'PX', Math.round(ttlMs), 'NX'))) === 'OK';
    },
    replace: (id, version, bytes, ttlMs) =>
      compareAndSet(id, version, Buffer.concat([versionBytes(version + 1), bytes]), ttlMs),
    async delete(id, version) {
      if (version === undefined) return (await reached(redis.del(PREFIX + id))) === 1;
      return (await compareAndSet(id, version, '', 0)) === 'saved';
    },
    ready: () =>
      redis.ping().then(
        () => true,
        () => false,
      ),
    async close() {
      redis.disconnect();
      await Promise.resolve();
    },
  };
}

function versionBytes(version: number): Buffer {
  const bytes = Buffer.alloc(VERSION_BYTES);
  bytes.writeUInt32BE(version);
  return bytes;
}

async function reached<T>(command: Promise<T>): Promise<T> {
  try {
    return await command;
  } catch (error) {
    const message = error instanceof Error ? error.message : '';
    if (/\bOOM\b/.test(message)) throw new StoreFull('Redis is out of memory');
    // Its first words at most: what follows can repeat the command.
    throw new StoreUnavailable(`Redis: ${message.slice(0, 40)}`);
  }
}
