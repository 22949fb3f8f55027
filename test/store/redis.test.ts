import { once } from 'node:events';
import { connect, createServer } from 'node:net';
import type { AddressInfo, Socket } from 'node:net';
import { setTimeout as pause } from 'node:timers/promises';
import { Redis } from 'ioredis';
import { describe, expect, it, onTestFinished } from 'vitest';
import { StoreUnavailable } from '../../src/store/errors.ts';
import { type RedisRows, redisRows } from '../../src/store/redis-rows.ts';
import type { Rows } from '../../src/store/rows.ts';
import { HOUR, openJourneys, opened, written } from './support/open.ts';
import { hasRedis, startRedis } from './support/redis-server.ts';

const x = Buffer.from('x');
const inMs = (ms: number) => Date.now() + ms;

describe.runIf(hasRedis())('Redis', () => {
  async function start() {
    const server = await startRedis();
    onTestFinished(() => server.stop());
    return server;
  }
  async function open(url: string): Promise<RedisRows> {
    const rows = await redisRows(url);
    onTestFinished(() => rows.close());
    return rows;
  }
  async function configure(url: string, ...settings: readonly (readonly [string, string])[]): Promise<void> {
    const admin = new Redis(url);
    for (const [name, value] of settings) await admin.config('SET', name, value);
    admin.disconnect();
  }

  it('fails within a second while it is frozen, and works again afterwards', async () => {
    const server = await start();
    const rows = await open(server.url);
    const journeys = openJourneys(rows);
    const started = await journeys.start(undefined);
    const journey = await opened(journeys, started);
    server.process.kill('SIGSTOP');
    for (let n = 0; n < 3; n++) {
      const uses = [
        () => journeys.open(started.secret, started.id),
        () => journey.answer('a', { b: 'c' }),
        () => journeys.start(undefined),
        () => rows.delete('nothing', 1),
      ];
      for (const use of uses) expect(await failsIn(use)).toBeLessThan(1000);
      expect(await rows.ready()).toMatch(/^REDIS_/);
    }
    server.process.kill('SIGCONT');
    await answersAgain(rows);
    const state = await written((await opened(journeys, started)).answer('a', { b: 'd' }));
    expect(state.answers).toEqual({ a: { b: 'd' } });
  });

  it('fails at once while it is away, even from the start, and works once it is there', async () => {
    const { port, stop } = await start();
    await stop();
    const rows = await open(`redis://127.0.0.1:${port}`);
    expect(await rows.ready()).toBe('REDIS_ECONNREFUSED');
    expect(await failsIn(() => rows.get('1'))).toBeLessThan(100);
    const server = await startRedis(port);
    await answersAgain(rows);
    expect(await rows.insert('1', x, inMs(HOUR), 'new')).toBe(true);
    await server.stop();
    expect(await failsIn(() => rows.get('1'))).toBeLessThan(500);
    const again = await startRedis(port);
    onTestFinished(() => again.stop());
    await answersAgain(rows);
    expect(await rows.insert('1', x, inMs(HOUR), 'new')).toBe(true);
  });

  it('is reached again after a connection goes silent', async () => {
    const { port } = await start();
    const sockets: Socket[] = [];
    const wall = createServer((client) => {
      const server = connect(port, '127.0.0.1');
      sockets.push(client, server);
      client.pipe(server).pipe(client);
      for (const each of [client, server]) each.on('error', () => undefined);
    }).listen(0, '127.0.0.1');
    await once(wall, 'listening');
    onTestFinished(() => {
      wall.close();
      for (const each of sockets) each.destroy();
    });
    const rows = await open(`redis://127.0.0.1:${(wall.address() as AddressInfo).port}`);
    await rows.insert('1', x, inMs(HOUR), 'new');
    for (const each of sockets) each.unpipe().pause();
    expect(await failsIn(() => rows.get('1'))).toBeLessThan(1000);
    await answersAgain(rows);
    expect((await rows.get('1'))?.bytes.toString()).toBe('x');
  });

  it('reports a wrong password, and never shows the password', async () => {
    const { url, port } = await start();
    await configure(url, ['requirepass', 'right']);
    for (const [address, cause] of [
      [`redis://:hunter2@127.0.0.1:${port}`, 'REDIS_WRONGPASS'],
      [`redis://127.0.0.1:${port}`, 'REDIS_NOAUTH'],
    ] as const) {
      const rows = await open(address);
      expect(rows.warnings).toEqual([cause]);
      expect(await rows.ready()).toBe(cause);
      await expect(rows.get('1')).rejects.toThrow(new StoreUnavailable(cause));
    }
    expect(await (await open(`redis://:right@127.0.0.1:${port}`)).ready()).toBeUndefined();
  });

  it('reports that it is a replica that takes no writes, and is connected again', async () => {
    const [main, replica] = [await start(), await start()];
    const rows = await open(replica.url);
    await rows.insert('1', x, inMs(HOUR), 'new');
    const admin = new Redis(replica.url);
    onTestFinished(() => admin.disconnect());
    await admin.replicaof('127.0.0.1', String(main.port));
    const clients = async () =>
      Number(/total_connections_received:(\d+)/.exec(await admin.info('stats'))![1]);
    const before = await clients();
    expect(await rows.ready()).toBe('REDIS_READONLY');
    await expect.poll(clients).toBeGreaterThan(before);
    await expect
      .poll(() =>
        rows.replace('1', 1, x, inMs(HOUR)).catch((error: unknown) => (error as StoreUnavailable).code),
      )
      .toMatch(/READONLY|gone/);
    await admin.replicaof('NO', 'ONE');
    await answersAgain(rows);
  });

  it.each([
    ['REDIS_NOREPLICAS', 'min-replicas-to-write', '3'],
    ['REDIS_OOM', 'maxmemory', '1'],
  ])('is not ready: %s', async (cause, name, value) => {
    const { url } = await start();
    const rows = await open(url);
    expect(await rows.ready()).toBeUndefined();
    await rows.insert('1', x, inMs(HOUR), 'new');
    await configure(url, ['maxmemory-policy', 'noeviction'], [name, value]);
    expect(await rows.ready()).toBe(cause);
    await expect(rows.replace('1', 1, x, inMs(HOUR))).rejects.toMatchObject({ code: cause });
    expect((await rows.get('1'))?.bytes.toString()).toBe('x');
    // A delete is still possible, as it frees memory.
    if (cause === 'REDIS_OOM') expect(await rows.delete('1', 1)).toBe('done');
  });

  it.each([
    [['REDIS_FORGETS_AT_RESTART'], 'noeviction', 'no', ''],
    [['REDIS_MAY_LOSE_MINUTES'], 'noeviction', 'no', '60 1'],
    [['REDIS_DROPS_ROWS_WHEN_FULL', 'REDIS_FORGETS_AT_RESTART'], 'allkeys-lru', 'no', ''],
    [[], 'noeviction', 'yes', ''],
  ] as const)('warns about settings that may lose rows: %o', async (warnings, policy, appendonly, save) => {
    const { url } = await start();
    await configure(url, ['maxmemory-policy', policy], ['appendonly', appendonly], ['save', save]);
    expect((await open(url)).warnings).toEqual(warnings);
  });
});

async function failsIn(use: () => Promise<unknown>): Promise<number> {
  const start = performance.now();
  await expect(use()).rejects.toThrow(StoreUnavailable);
  return performance.now() - start;
}

async function answersAgain(rows: Rows): Promise<void> {
  for (let n = 0; n < 100; n++) {
    if ((await rows.ready()) === undefined) return;
    await pause(50);
  }
  throw new Error('it did not come back');
}
