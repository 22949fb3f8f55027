import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { Redis } from 'ioredis';
import { StoreFull } from '../../src/store/errors.ts';
import type { Started } from '../../src/store/journeys.ts';
import { levelRows } from '../../src/store/level-rows.ts';
import { memoryRows } from '../../src/store/memory-rows.ts';
import { redisRows } from '../../src/store/redis-rows.ts';
import type { Rows } from '../../src/store/rows.ts';
import { HOUR, openJourneys, opened, saved, written } from './support/open.ts';
import { hasRedis, startRedis } from './support/redis-server.ts';
import { temporaryFolder } from './support/stores.ts';

/** A full store refuses new journeys, while open ones can answer, save and finish. */
interface Limited {
  readonly rows: Rows;
  readonly destroy: () => Promise<unknown>;
}

const MAX_BYTES = 200_000;
const inAnHour = () => Date.now() + HOUR;

const kinds: readonly (readonly [string, () => Promise<Limited>])[] = [
  [
    'memory',
    () => {
      const rows = memoryRows({ maxBytes: MAX_BYTES });
      return Promise.resolve({ rows, destroy: () => rows.close() });
    },
  ],
  [
    'level',
    async () => {
      const folder = await temporaryFolder();
      const rows = await levelRows(folder.path, { maxBytes: MAX_BYTES });
      return { rows, destroy: () => rows.close().then(() => folder.remove()) };
    },
  ],
  ...(hasRedis()
    ? [
        [
          'redis',
          async () => {
            const server = await startRedis();
            const admin = new Redis(server.url);
            const used = Number(/^used_memory:(\d+)/m.exec(await admin.info('memory'))![1]);
            await admin.config('SET', 'maxmemory', String(used + 4_000_000));
            await admin.config('SET', 'maxmemory-policy', 'noeviction');
            admin.disconnect();
            const rows = await redisRows(server.url);
            return { rows, destroy: () => rows.close().then(() => server.stop()) };
          },
        ] as const,
      ]
    : []),
];

describe.each(kinds)('a full store in %s', (_, make) => {
  let store: Limited;
  beforeEach(async () => {
    store = await make();
  });
  afterEach(() => store.destroy());

  it('refuses new journeys while an open one can answer, save and finish, and takes new ones once there is room', async () => {
    const journeys = openJourneys(store.rows);
    const mine = await journeys.start(undefined);
    const big = { text: 'x'.repeat(10_000) };
    const others: Started[] = [];
    let refused: unknown;
    for (let n = 0; n < 1_000 && refused === undefined; n++) {
      await journeys.start(undefined, { answers: { a: big } }).then(
        (other) => others.push(other),
        (error: unknown) => (refused = error),
      );
    }
    expect(refused).toBeInstanceOf(StoreFull);
    expect((refused as StoreFull).code).toMatch(/^(STORE_LIMIT|REDIS_RESERVE)$/);
    expect(others.length).toBeGreaterThan(5);
    // The refused journey left no trace.
    const journey = await written((await opened(journeys, mine)).answer('later', { later: 'yes' }));
    const { code } = await saved(journey);
    expect((await journeys.resume(undefined, code))?.id).toBe(mine.id);
    expect(await store.rows.ready()).toBeUndefined();
    expect(await journeys.deleteAll(mine.secret)).toMatchObject({ deleted: 1 });
    for (const { secret } of others.slice(0, Math.ceil(others.length / 2))) await journeys.deleteAll(secret);
    expect(await journeys.start(undefined)).toBeDefined();
  });

  it('keeps its limit for journeys that grow too, loses nothing that was there, and can still delete', async () => {
    const journeys = openJourneys(store.rows);
    const mine = await journeys.start(undefined);
    let refused: unknown;
    for (let n = 0; n < 1_000 && refused === undefined; n++) {
      const journey = await opened(journeys, mine);
      refused = await journey.keepLetter(`e${n}`, { text: 'x'.repeat(40_000) }).then(
        () => undefined,
        (error: unknown) => error,
      );
    }
    expect(refused).toBeInstanceOf(StoreFull);
    expect(await (await opened(journeys, mine)).letter('e0')).toEqual({ text: 'x'.repeat(40_000) });
    await expect((await opened(journeys, mine)).answer('a', { a: 'y'.repeat(60_000) })).rejects.toThrow(
      StoreFull,
    );
    expect(await journeys.deleteAll(mine.secret)).toMatchObject({ deleted: 1 });
    expect(await store.rows.insert('00', Buffer.alloc(1_000), inAnHour(), 'new')).toBe(true);
  });
});
