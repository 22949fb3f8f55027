import { randomBytes } from 'node:crypto';
import { afterAll, describe, expect, it, onTestFinished } from 'vitest';
import { levelRows } from '../../src/store/level-rows.ts';
import { memoryRows } from '../../src/store/memory-rows.ts';
import { redisRows } from '../../src/store/redis-rows.ts';
import { hasRedis, startRedis } from './support/redis-server.ts';
import { playScene, type Stage, WORKS } from './support/scene.ts';
import { START } from './support/open.ts';
import { type Deaths, runInEveryOrder, type Schedule } from './support/steps.ts';
import { temporaryFolder } from './support/stores.ts';

/**
 * Two people, or two tabs, do something with one journey at once, and each may die before any of its calls to the
 * store. In memory, every order that can make a difference is run. LevelDB and Redis replay some of the same schedules.
 */
const names = Object.keys(WORKS);
const pairs = names.flatMap((one, at) => names.slice(at).map((other) => [one, other] as const));
/** One in so many schedules is replayed in the slower stores. */
const SAMPLE = 25;

interface Played {
  readonly pair: readonly [string, string];
  readonly hasCode: boolean;
  readonly schedule: Schedule;
}
const played: Played[] = [];
const replayed: Record<string, number> = {};
afterAll(() => {
  console.log(`interleavings: memory ${played.length}, ${JSON.stringify(replayed)}`);
});

function inMemory(): Stage {
  let time = START;
  const now = () => time;
  const rows = memoryRows({ now });
  onTestFinished(() => rows.close());
  return { rows, now, pepper: randomBytes(32), later: (ms) => void (time += ms) };
}

describe.each([true, false])('a journey (with a code: %s)', (hasCode) => {
  const possible = pairs.filter((pair) => hasCode || !pair.some((name) => name.startsWith('resume')));
  it.each(possible)('%s, and %s', async (one, other) => {
    const stage = inMemory();
    const pair = [one, other] as const;
    const every = (deaths: Deaths) =>
      runInEveryOrder(deaths, (schedule) => playScene(stage, pair, hasCode, schedule));
    const alive = await every([Infinity, Infinity]);
    const most = ([0, 1] as const).map((lane) =>
      Math.max(...alive.map(({ order }) => order.filter((each) => each === lane).length)),
    );
    const all = [...alive];
    for (let calls = 0; calls < most[0]!; calls++) all.push(...(await every([calls, Infinity])));
    for (let calls = 0; calls < most[1]!; calls++) all.push(...(await every([Infinity, calls])));
    expect(all.length).toBeGreaterThan(2);
    played.push(...all.map((schedule) => ({ pair, hasCode, schedule })));
  });
});

async function replay(name: string, stage: Stage): Promise<void> {
  const some = played.filter((_, at) => at % SAMPLE === 0);
  for (const { pair, hasCode, schedule } of some) await playScene(stage, pair, hasCode, schedule);
  replayed[name] = some.length;
  expect(some.length).toBeGreaterThan(0);
}

describe('some of the same schedules', () => {
  it('in LevelDB', async () => {
    const folder = await temporaryFolder();
    let time = START;
    const now = () => time;
    const rows = await levelRows(folder.path, { now });
    const later = (ms: number) => void (time += ms);
    await replay('level', { rows, now, later, pepper: randomBytes(32) });
    await rows.close();
    await folder.remove();
  });

  it.runIf(hasRedis())('in Redis', async () => {
    const server = await startRedis();
    const rows = await redisRows(server.url);
    await replay('redis', { rows, now: Date.now, pepper: randomBytes(32) });
    await rows.close();
    await server.stop();
  });
});
