import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Started } from '../../src/store/journeys.ts';
import { startRedis } from '../store/support/redis-server.ts';
import type { FillTask } from './journeys-fill.ts';
import type { LevelNumbers, LevelTask } from './journeys-level.ts';
import { measurePages } from './journeys-pages.ts';
import { inProcess } from './journeys-process.ts';
import { ROUNDS, shareOf } from './journeys-rounds.ts';
import type { RedisNumbers, RedisTask } from './journeys-redis.ts';
import { startTimes } from './journeys-start.ts';
import { digits, machine, mediansOf } from './numbers.ts';
import {
  levelGoals,
  type LevelResult,
  levelTable,
  pagesTable,
  type RedisResult,
  redisTable,
} from './journeys-tables.ts';

/**
 * What a machine and a Redis hold: the embedded store with 10,000, 100,000 and a million open journeys, Redis with
 * up to 100,000, and two server processes beside one. Medians of three rounds. Other sizes can be given:
 * `npm run bench:journeys 10000 50000`.
 */

const SIZES = [10_000, 100_000, 1_000_000];
const MOST_IN_REDIS = 100_000;

const FILL = new URL('./journeys-fill.ts', import.meta.url);
const LEVEL = new URL('./journeys-level.ts', import.meta.url);
const REDIS = new URL('./journeys-redis.ts', import.meta.url);

const requested = process.argv.slice(2).map(Number);
if (requested.some((size) => !Number.isInteger(size) || size < 1_000)) {
  throw new Error('sizes are whole numbers of 1,000 or more');
}
const sizes = requested.length > 0 ? requested : SIZES;
const progress = (text: string) => process.stderr.write(`${text}\n`);

console.log(`${machine()}\n`);
const level: LevelResult[] = [];
for (const size of sizes) level.push(await measureLevel(size));
console.log(`${levelTable(level)}\n`);
if (level.length > 1) console.log(`Goals:\n\n${levelGoals(level)}\n`);

if (spawnSync('redis-server', ['--version']).status !== 0) {
  console.log('Redis was not measured: redis-server not found.');
} else {
  const redis: RedisResult[] = [];
  for (const size of sizes.filter((one) => one <= MOST_IN_REDIS)) redis.push(await measureRedis(size));
  console.log(`${redisTable(redis)}\n`);
  progress('one server process and two');
  const server = await startRedis();
  try {
    console.log(pagesTable(await measurePages(server.url)));
  } finally {
    await server.stop();
  }
}

async function measureLevel(count: number): Promise<LevelResult> {
  progress(`${digits(count)} journeys in the embedded store`);
  const dataDir = mkdtempSync(join(tmpdir(), 'bench-journeys-'));
  const remove = () => rmSync(dataDir, { recursive: true, force: true });
  process.once('exit', remove);
  try {
    const folder = join(dataDir, 'journeys');
    mkdirSync(folder);
    const began = Date.now();
    const sample = await inProcess<FillTask, readonly Started[]>(FILL, { folder, count, began });
    const files = readdirSync(folder).map((name) => statSync(join(folder, name)).size);
    const disk = files.reduce((a, b) => a + b, 0);
    const rounds = [];
    for (let round = 0; round < ROUNDS; round += 1) {
      const started = await startTimes(dataDir);
      const task = { folder, began, round, sample: shareOf(sample, round) };
      rounds.push({ ...started, ...(await inProcess<LevelTask, LevelNumbers>(LEVEL, task)) });
    }
    return { count, disk, ...mediansOf(rounds) };
  } finally {
    remove();
    process.off('exit', remove);
  }
}

async function measureRedis(count: number): Promise<RedisResult> {
  progress(`${digits(count)} journeys in Redis`);
  const server = await startRedis();
  try {
    return { count, ...(await inProcess<RedisTask, RedisNumbers>(REDIS, { url: server.url, count })) };
  } finally {
    await server.stop();
  }
}
