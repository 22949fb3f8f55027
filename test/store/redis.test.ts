import { once } from 'node:events';
import { connect, createServer } from 'node:net';
import type { AddressInfo, Socket } from 'node:net';
import { setTimeout as pause } from 'node:timers/promises';
import { describe, expect, it, onTestFinished } from 'vitest';
import { redisRows } from '../../src/store/redis-rows.ts';
import { StoreFull, StoreUnavailable } from '../../src/store/rows.ts';
import type { Rows } from '../../src/store/rows.ts';
import { HOUR, openJourneys } from './support/open.ts';
import { hasRedis, startRedis } from './support/redis-server.ts';

describe.runIf(hasRedis())('Redis', () => {
  async function start() {
    const server = await startRedis();
    onTestFinished(() => server.stop());
    return server;
  }
  async function open(url: string): Promise<Rows> {
    const rows = await redisRows(url);
    onTestFinished(() => rows.close());
    return rows;
  }

  it('fails within a second where it is frozen, and works again afterwards', async () => {
    const server = await start();
    const rows = await open(server.url);
    const journeys = openJourneys(rows);
    const { secret, id } = await journeys.begin(undefined);
    server.process.kill('SIGSTOP');
    for (let n = 0; n < 3; n++) {
      const uses = [
        () => journeys.load(secret, id),
        () => journeys.answer(secret, id, 'a', { b: 'c' }),
        () => journeys.begin(undefined),
        () => rows.delete('nothing'),
      ];
      for (const use of uses) expect(await failsIn(use)).toBeLessThan(AT_LAST);
      expect(await rows.ready()).toBe(false);
    }
    server.process.kill('SIGCONT');
    await answersAgain(rows);
    expect(await journeys.answer(secret, id, 'a', { b: 'd' })).toMatchObject({ answers: { a: { b: 'd' } } });
  });

  it('fails at once where it is away, also from the start, and works once it comes', async () => {
    const { port, stop } = await start();
    await stop();
    const rows = await open(`redis://127.0.0.1:${port}`);
    expect(await rows.ready()).toBe(false);
    expect(await failsIn(() => rows.get('1'))).toBeLessThan(AT_LAST);
    const server = await startRedis(port);
    await answersAgain(rows);
    expect(await rows.insert('1', Buffer.from('x'), HOUR)).toBe(true);
    await server.stop();
    expect(await failsIn(() => rows.get('1'))).toBeLessThan(AT_LAST);
    const again = await startRedis(port);
    onTestFinished(() => again.stop());
    await answersAgain(rows);
    expect(await rows.insert('1', Buffer.from('x'), HOUR)).toBe(true);
  });

  it('is found again where a connection dies without a word', async () => {
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
    await rows.insert('1', Buffer.from('x'), HOUR);
    for (const each of sockets) each.unpipe().pause();
    expect(await failsIn(() => rows.get('1'))).toBeLessThan(AT_LAST);
    await answersAgain(rows);
    expect((await rows.get('1'))?.bytes.toString()).toBe('x');
  });

  it('says that it is full where it is', async () => {
    const { url } = await start();
    const rows = await open(url);
    await rows.insert('1', Buffer.from('x'), HOUR);
    const { Redis } = await import('ioredis');
    const admin = new Redis(url);
    await admin.config('SET', 'maxmemory', '1');
    admin.disconnect();
    await expect(rows.insert('2', Buffer.from('x'), HOUR)).rejects.toThrow(StoreFull);
    expect((await rows.get('1'))?.bytes.toString()).toBe('x');
  });

  it('tells nothing of an address with a password in its errors', async () => {
    const { port, stop } = await start();
    await stop();
    const rows = await open(`redis://me:hunter2@127.0.0.1:${port}`);
    await expect(rows.get('1')).rejects.toThrow(/^(?!.*hunter2)Redis: /);
  });
});

/** Milliseconds. A client of Redis without limits waits for ever; ours says in under a second that it is away. */
const AT_LAST = 10_000;

async function failsIn(use: () => Promise<unknown>): Promise<number> {
  const start = performance.now();
  await expect(use()).rejects.toThrow(StoreUnavailable);
  return performance.now() - start;
}

async function answersAgain(rows: Rows): Promise<void> {
  for (let n = 0; n < 100; n++) {
    if (await rows.ready()) return;
    await pause(50);
  }
  throw new Error('it never came back');
}
