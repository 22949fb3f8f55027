import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { setTimeout as pause } from 'node:timers/promises';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { levelRows } from '../../src/store/level-rows.ts';
import { memoryRows } from '../../src/store/memory-rows.ts';
import { StoreFull, StoreUnavailable } from '../../src/store/rows.ts';
import type { EmbeddedOptions, Rows } from '../../src/store/rows.ts';
import { HOUR, openJourneys } from './support/open.ts';
import { keysOf } from './support/raw-level.ts';
import { everyFile, temporaryFolder } from './support/stores.ts';

const WAIT = { timeout: 120_000, interval: 50 };

let folder: Awaited<ReturnType<typeof temporaryFolder>>;
let rows: Rows | undefined;
beforeEach(async () => {
  folder = await temporaryFolder();
});
afterEach(async () => {
  await rows?.close();
  await folder.remove();
});

async function reopen(options: EmbeddedOptions = {}): Promise<Rows> {
  await rows?.close();
  rows = await levelRows(folder.path, options);
  return rows;
}

describe('the embedded store', () => {
  it('has every write that was done when its process is killed', async () => {
    const writer = new URL('support/level-writer.ts', import.meta.url).pathname;
    for (let round = 0; round < 3; round++) {
      const child = spawn(process.execPath, ['--import', 'tsx', writer, folder.path]);
      let done = 0;
      for await (const line of createInterface(child.stdout)) {
        done = Number(line);
        if (done >= 100 + round * 77 && !child.killed) child.kill('SIGKILL');
      }
      if (child.exitCode === null && child.signalCode === null) await once(child, 'exit');
      expect(child.signalCode).toBe('SIGKILL');

      const after = await reopen();
      expect(Number((await after.get('counter'))!.bytes.toString())).toBeGreaterThanOrEqual(done);
      for (let n = 1; n <= done; n++) {
        expect((await after.get(`row-${n}`))?.bytes.length, `row ${n}`).toBe(n % 3 ? 3000 : undefined);
        await after.delete(`row-${n}`);
      }
      for (const late of [done + 1, done + 2]) await after.delete(`row-${late}`);
      await after.delete('counter');
      await after.close();
      // Neither a row without its entry in the index nor the other way round.
      expect(await keysOf(folder.path)).toEqual([]);
    }
  });

  it('keeps a journey through a restart', async () => {
    const pepper = Buffer.alloc(32, 7);
    const before = openJourneys(await reopen(), { pepper });
    const { secret, id } = await before.begin(undefined, { answers: { a: { b: 'c' } } });
    const { code } = (await before.save(secret, id))!;
    const after = openJourneys(await reopen(), { pepper });
    expect((await after.load(secret, id))?.answers).toEqual({ a: { b: 'c' } });
    expect(await after.resume(secret, code)).toMatchObject({ secret });
  });

  it('keeps the time of expiry through a restart', async () => {
    await (await reopen()).insert('short', Buffer.from('x'), 50);
    await pause(70);
    expect(await (await reopen()).get('short')).toBeUndefined();
  });

  it('leaves no byte of a deleted or expired row in its files', async () => {
    const open = await reopen({ sweepEveryMs: 20 });
    for (let n = 0; n < 200; n++) await open.insert(`other-${n}`, Buffer.alloc(3000, n), HOUR);
    await open.insert('a1', Buffer.from('first words'), HOUR);
    await open.replace('a1', 1, Buffer.from('second words'), HOUR);
    await open.insert('b2', Buffer.from('short words'), 1);
    expect((await everyFile(folder.path)).includes('second words')).toBe(true);
    await open.delete('a1');
    await expect
      .poll(async () => {
        const files = await everyFile(folder.path);
        return ['first words', 'second words', 'short words'].filter((words) => files.includes(words));
      }, WAIT)
      .toEqual([]);
    expect((await open.get('other-199'))?.bytes.length).toBe(3000);
  });

  it('leaves no byte of a row that was deleted right after it was written', async () => {
    const open = await reopen();
    for (let n = 0; n < 20; n++) await open.insert(`other-${n}`, Buffer.alloc(3000, n), HOUR);
    await open.insert('other-19x', Buffer.from('words for a moment'), HOUR);
    await open.delete('other-19x');
    await expect
      .poll(async () => (await everyFile(folder.path)).includes('words for a moment'), WAIT)
      .toBe(false);
    expect((await open.get('other-19'))?.bytes.length).toBe(3000);
  });

  it('belongs to one process at a time, and says so', async () => {
    await reopen();
    await expect(levelRows(folder.path)).rejects.toThrow(StoreUnavailable);
    await expect(levelRows(folder.path)).rejects.toThrow('LEVEL_LOCKED');
  });
});

describe.each([
  ['memory', (options: EmbeddedOptions) => Promise.resolve(memoryRows(options))],
  ['level', reopen],
] as const)('a full store in %s', (_, make) => {
  it('refuses new rows, goes on with those it has, and takes new ones when there is room', async () => {
    const open = await make({ maxBytes: 30, sweepEveryMs: 20 });
    for (const id of ['1', '2']) await open.insert(id, Buffer.alloc(10), HOUR);
    await open.insert('3', Buffer.alloc(10), 200);
    await expect(open.insert('4', Buffer.alloc(10), HOUR)).rejects.toThrow(StoreFull);
    expect(await open.get('4')).toBeUndefined();
    expect(await open.replace('1', 1, Buffer.alloc(10), HOUR)).toBe('saved');
    expect(await open.delete('2')).toBe(true);
    expect(await open.insert('4', Buffer.alloc(10), HOUR)).toBe(true);
    await expect(open.insert('5', Buffer.alloc(10), HOUR)).rejects.toThrow(StoreFull);
    await expect.poll(() => open.insert('5', Buffer.alloc(10), HOUR).catch(() => false), WAIT).toBe(true);
    await open.close();
  });

  it('counts bytes, also those that a row grew by', async () => {
    const open = await make({ maxBytes: 1000 });
    expect(await open.insert('1', Buffer.alloc(400), HOUR)).toBe(true);
    expect(await open.insert('2', Buffer.alloc(400), HOUR)).toBe(true);
    await open.replace('1', 1, Buffer.alloc(550), HOUR);
    await expect(open.insert('3', Buffer.alloc(100), HOUR)).rejects.toThrow(StoreFull);
    await open.delete('1');
    expect(await open.insert('3', Buffer.alloc(100), HOUR)).toBe(true);
    await open.close();
  });

  it('leaves nothing of a journey that it could not take whole', async () => {
    const open = await make({ maxBytes: 1100 });
    const journeys = openJourneys(open);
    for (let n = 0; n < 3; n++) await expect(journeys.begin(undefined)).rejects.toThrow(StoreFull);
    expect(await open.insert('1', Buffer.alloc(10), HOUR)).toBe(true);
    await open.close();
  });
});
