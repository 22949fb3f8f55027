import { setTimeout as pause } from 'node:timers/promises';
import { Redis } from 'ioredis';
import { StoreFull } from './errors.ts';
import { redisCode, storeError } from './redis-errors.ts';
import { redisWarnings } from './redis-warnings.ts';
import { FIRST_VERSION, NEW_SHARE, type Outcome, type Rows } from './rows.ts';

const OPTIONS = {
  // ioredis's defaults hang for seconds while Redis is down; with these it fails at once, and reconnects.
  commandTimeout: 400,
  enableOfflineQueue: false,
  maxRetriesPerRequest: 0,
  socketTimeout: 2_000,
  // After a failover the old address may be a read-only replica; a new connection finds the primary.
  reconnectOnError: (error: Error) => error.message.includes('READONLY'),
} as const;
const FIRST_CONNECTION_MS = 1_000;
const PREFIX = 'second-opinion-letters:';
const HEALTH = 'health';
const HEALTH_MS = 60_000;
const VERSION_BYTES = 4;

/** Writes a row or, without a value, deletes it, if it still has that version. */
const COMPARE_AND_SET = `
local version = redis.call('GETRANGE', KEYS[1], 0, ${VERSION_BYTES - 1})
if version == '' then return 'gone' end
if version ~= ARGV[1] then return 'conflict' end
if ARGV[2] == '' then redis.call('DEL', KEYS[1])
else redis.call('SET', KEYS[1], ARGV[2], 'PX', ARGV[3]) end
return 'done'`;

/** Extends a row's time to live to at least this long. */
const TOUCH = `
local left = redis.call('PTTL', KEYS[1])
if left == -2 then return 0 end
if left < tonumber(ARGV[1]) then redis.call('PEXPIRE', KEYS[1], ARGV[1]) end
return 1`;

/** The rows of Redis, with warnings about settings that may lose answers. */
export interface RedisRows extends Rows {
  /** Codes for the log. */
  readonly warnings: readonly string[];
}

/** Rows in Redis or Valkey, for several machines. If it is down now, it is used once it comes up. */
export async function redisRows(url: string, now: () => number = Date.now): Promise<RedisRows> {
  const redis = new Redis(url, OPTIONS);
  let lastCode: string | undefined;
  // An error event without a listener would end the process, and only this event reports a wrong password.
  redis.on('error', (error) => (lastCode = redisCode(error)));
  redis.on('ready', () => (lastCode = undefined));

  async function sent<T>(command: Promise<T>): Promise<T> {
    try {
      return await command;
    } catch (error) {
      throw storeError(error, lastCode);
    }
  }
  const lifeFor = (until: number) => Math.max(1, Math.round(until - now()));
  function compareAndSet(id: string, version: number, value: Buffer | '', ms: number): Promise<Outcome> {
    const args = [PREFIX + id, versionBytes(version), value, ms];
    return sent(redis.eval(COMPARE_AND_SET, 1, ...args)) as Promise<Outcome>;
  }
  async function checkReserve(): Promise<void> {
    const memory = await sent(redis.info('memory'));
    const [used, limit] = ['used_memory', 'maxmemory'].map((name) => numberIn(memory, name));
    if (used && limit && used > limit * NEW_SHARE) throw new StoreFull('REDIS_RESERVE');
  }

  const connected = new Promise<void>((resolve) => redis.once('ready', resolve));
  await Promise.race([connected, pause(FIRST_CONNECTION_MS, undefined, { ref: false })]);
  const warnings =
    redis.status === 'ready' ? await redisWarnings(redis) : [lastCode ?? 'REDIS_NOT_CONNECTED'];

  return {
    warnings,
    async get(id) {
      const value = await sent(redis.getBuffer(PREFIX + id));
      if (!value || value.length < VERSION_BYTES) return undefined;
      return { version: value.readUInt32BE(), bytes: value.subarray(VERSION_BYTES) };
    },
    async insert(id, bytes, until, room) {
      if (room === 'new') await checkReserve();
      const value = Buffer.concat([versionBytes(FIRST_VERSION), bytes]);
      return (await sent(redis.set(PREFIX + id, value, 'PX', lifeFor(until), 'NX'))) === 'OK';
    },
    replace: (id, version, bytes, until) =>
      compareAndSet(id, version, Buffer.concat([versionBytes(version + 1), bytes]), lifeFor(until)),
    async touch(id, until) {
      return (await sent(redis.eval(TOUCH, 1, PREFIX + id, lifeFor(until)))) === 1;
    },
    delete: (id, version) => compareAndSet(id, version, '', 0),
    ready: () =>
      sent(redis.set(PREFIX + HEALTH, '1', 'PX', HEALTH_MS)).then(
        () => undefined,
        (error: unknown) => (error as StoreFull).code,
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

function numberIn(info: string, name: string): number {
  return Number(new RegExp(`^${name}:(\\d+)`, 'm').exec(info)?.[1] ?? 0);
}
