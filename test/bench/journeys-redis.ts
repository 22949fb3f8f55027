import { Redis } from 'ioredis';
import { redisRows } from '../../src/store/redis-rows.ts';
import { deleteTimes, makeJourneys, openJourneys, type Times, useTimes } from './journeys-made.ts';
import { answerParent } from './journeys-process.ts';
import { mediansOf } from './numbers.ts';
import { ROUNDS, shareOf } from './journeys-rounds.ts';

export interface RedisTask {
  readonly url: string;
  readonly count: number;
}

/** Bytes and milliseconds. */
export interface RedisNumbers {
  readonly version: string;
  readonly memory: number;
  readonly opened: Times;
  readonly answered: Times;
  readonly deleted: Times;
}

answerParent<RedisTask, RedisNumbers>(async ({ url, count }) => {
  const admin = new Redis(url);
  const info = async (name: string) => new RegExp(`^${name}:(.*)\r?$`, 'm').exec(await admin.info())![1]!;
  const before = Number(await info('used_memory'));
  const rows = await redisRows(url);
  const began = Date.now();
  const now = () => began;
  const { sample, others } = await makeJourneys(rows, count, now);
  for (const { id, bytes, until } of others) await rows.insert(id, bytes, until, 'open');
  const journeys = openJourneys(rows, now);
  const memory = Number(await info('used_memory')) - before;
  const version = (await info('redis_version')).trim();
  const times = [];
  for (let round = 0; round < ROUNDS; round += 1) {
    const share = shareOf(sample, round);
    times.push({ ...(await useTimes(journeys, share)), deleted: await deleteTimes(journeys, share) });
  }
  await rows.close();
  admin.disconnect();
  return { version, memory, ...mediansOf(times) };
});
