import { setTimeout as pause } from 'node:timers/promises';
import { Redis } from 'ioredis';
import { StoreFull } from './errors.ts';
import { redisCode, storeError } from './redis-errors.ts';
import { redisWarnings } from './redis-warnings.ts';
import { FIRST_VERSION, NEW_SHARE, type Outcome, type Rows } from './rows.ts';

const OPTIONS = {
  // ioredis's defaults hang for seconds where Redis is away; these fail at once, and it still reconnects.
  commandTimeout: 400,
  enableOfflineQueue: false,
  maxRetriesPerRequest: 0,
  socketTimeout: 2_000,
  // After a failover the old address may be a replica, which takes no writes: connected anew, we find the new one.
  reconnectOnError: (error: Error) => error.message.includes('READONLY'),
} as const;
const FIRST_CONNECTION_MS = 1_000;
const PREFIX = 'second-opinion-letters:';
const HEALTH = 'health';
const HEALTH_MS = 60_000;
const VERSION_BYTES = 4;

/** Writes or, where there is nothing to write, deletes a row, only where it still has that version. */
const COMPARE_AND_SET = `
local version = redis.call('GETRANGE', KEYS[1], 0, ${VERSION_BYTES - 1})
if version == '' then return 'gone' end
if version ~= ARGV[1] then return 'conflict' end
if ARGV[2] == '' then redis.call('DEL', KEYS[1])
else redis.call('SET', KEYS[1], ARGV[2], 'PX', ARGV[3]) end
return 'done'`;

/** Has a row live at least that long. */
const TOUCH = `
local left = redis.call('PTTL', KEYS[1])
if left == -2 then return 0 end
if left < tonumber(ARGV[1]) then redis.call('PEXPIRE', KEYS[1], ARGV[1]) end
return 1`;

/** The rows of Redis, and what its settings may lose. */
export interface RedisRows extends Rows {
  /** Codes for the log. */
  readonly warnings: readonly string[];
}

/** Rows in Redis or Valkey, for several machines. Where it is away now, it is used once it comes. */
export async function redisRows(url: string, now: () => number = Date.now): Promise<RedisRows> {
  const redis = new Redis(url, OPTIONS);
  let lastCode: string | undefined;
  // An error that nobody listens to would end the process. A wrong password is told here alone.
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
