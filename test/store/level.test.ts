import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { setTimeout as pause } from 'node:timers/promises';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { StoreUnavailable } from '../../src/store/errors.ts';
import { type LevelRows, levelRows } from '../../src/store/level-rows.ts';
import type { EmbeddedOptions } from '../../src/store/rows.ts';
import { HOUR, openJourneys, opened, saved, START } from './support/open.ts';
import { keysOf } from './support/raw-level.ts';
import { everyFile, temporaryFolder } from './support/stores.ts';

/** The key that `ready` writes to find out whether the store can be written. */
const HEALTH = '#health';

let folder: Awaited<ReturnType<typeof temporaryFolder>>;
let rows: LevelRows | undefined;
beforeEach(async () => {
  folder = await temporaryFolder();
});
afterEach(async () => {
  await rows?.close();
  rows = undefined;
  await folder.remove();
});

async function reopen(options: EmbeddedOptions = {}): Promise<LevelRows> {
  await rows?.close();
  rows = await levelRows(folder.path, options);
  return rows;
}

const idOf = (n: number) => n.toString(16).padStart(32, '0');
const inMs = (ms: number) => Date.now() + ms;

describe('the embedded store', () => {
  it('has kept every write that was confirmed before its process was killed', async () => {
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
      const counter = (await after.get('counter'))!;
      expect(Number(counter.bytes.toString())).toBeGreaterThanOrEqual(done);
      for (let n = 1; n <= done; n++) {
        expect((await after.get(`row-${n}`))?.bytes.length, `row ${n}`).toBe(n % 3 ? 3000 : undefined);
        await after.delete(`row-${n}`, 1);
      }
      for (const late of [done + 1, done + 2]) await after.delete(`row-${late}`, 1);
      await after.delete('counter', counter.version);
      await after.close();
      // No row is left without its entry in the index, and no entry without its row.
      expect(await keysOf(folder.path)).toEqual([]);
    }
  });

  it('keeps a journey, its code and its expiry through a restart', async () => {
    const pepper = Buffer.alloc(32, 7);
    const before = openJourneys(await reopen(), { pepper });
    const started = await before.start(undefined, { answers: { a: { b: 'c' } } });
    const { code } = await saved(await opened(before, started));
    await rows!.insert('short', Buffer.from('x'), inMs(50), 'open');
    const after = openJourneys(await reopen(), { pepper });
    expect((await opened(after, started)).answers).toEqual({ a: { b: 'c' } });
    expect(await after.resume(started.secret, code)).toEqual(started);
    await pause(60);
    expect(await rows!.get('short')).toBeUndefined();
  });

  it('leaves no byte of a deleted row in its files, even if it was deleted right after it was written', async () => {
    const open = await reopen();
    for (let n = 0; n < 200; n++) await open.insert(`other-${n}`, Buffer.alloc(3000, n), inMs(HOUR), 'new');
    await open.insert('a1', Buffer.from('first words'), inMs(HOUR), 'new');
    await open.replace('a1', 1, Buffer.from('second words'), inMs(HOUR));
    expect((await everyFile(folder.path)).includes('second words')).toBe(true);
    await open.delete('a1', 2);
    await open.insert('other-19x', Buffer.from('words for a moment'), inMs(HOUR), 'new');
    await open.delete('other-19x', 1);
    await expect
      .poll(async () => {
        const files = await everyFile(folder.path);
        return ['first words', 'second words', 'words for a moment'].filter((words) => files.includes(words));
      })
      .toEqual([]);
    expect((await open.get('other-199'))?.bytes.length).toBe(3000);
  });

  it('can be open in one process at a time, and says so', async () => {
    await reopen();
    await expect(levelRows(folder.path)).rejects.toThrow(StoreUnavailable);
    await expect(levelRows(folder.path)).rejects.toThrow('LEVEL_LOCKED');
  });

  it('knows how full it is after a restart', async () => {
    const before = await reopen({ maxBytes: 1000 });
    for (const id of ['a', 'b', 'c']) await before.insert(id, Buffer.alloc(300), inMs(HOUR), 'open');
    await before.delete('a', 1);
    await before.replace('b', 1, Buffer.alloc(500), inMs(HOUR));
    const after = await reopen({ maxBytes: 1000 });
    await expect(after.insert('d', Buffer.alloc(201), inMs(HOUR), 'open')).rejects.toThrow('STORE_LIMIT');
    expect(await after.insert('d', Buffer.alloc(200), inMs(HOUR), 'open')).toBe(true);
    expect(await after.ready()).toBe('STORE_LIMIT');
  });
});

describe('the sweep of the embedded store', () => {
  let time: number;
  let passed: number;
  const later = (ms: number) => ((time += ms), (passed += ms));
  beforeEach(() => {
    [time, passed] = [START, 0];
  });
  const clocks = { now: () => time, uptime: () => passed };
  const value = Buffer.alloc(100, 'x');

  it('erases every row that expired at least an hour of this process ago, and no other', async () => {
    const open = await reopen(clocks);
    for (let n = 0; n < 1234; n++) await open.insert(idOf(n), value, time + (n % 5 ? HOUR : 3 * HOUR), 'new');
    for (const [ms, erased] of [
      [0, 0],
      [HOUR, 0],
      [HOUR, 987],
      [HOUR, 0],
      [HOUR + 1, 247],
    ] as const) {
      later(ms);
      expect(await open.sweep()).toBe(erased);
    }
    await open.ready();
    await rows!.close();
    rows = undefined;
    expect(await keysOf(folder.path)).toEqual([HEALTH]);
  });

  it('counts from the last time that a row was written or touched', async () => {
    const open = await reopen(clocks);
    for (const id of ['a', 'b', 'c']) await open.insert(id, value, time + HOUR, 'new');
    await open.replace('a', 1, value, time + 9 * HOUR);
    await open.touch('b', time + 9 * HOUR);
    await open.sweep();
    later(HOUR);
    await open.sweep();
    later(HOUR);
    expect(await open.sweep()).toBe(1);
    expect([await open.get('a'), await open.get('b')].map((row) => row?.version)).toEqual([2, 1]);
  });

  it('erases nothing when a clock jumps ahead for a moment', async () => {
    const open = await reopen(clocks);
    await open.insert('a', value, time + 24 * HOUR, 'new');
    for (let minute = 0; minute < 90; minute++) {
      later(60_000);
      expect(await open.sweep()).toBe(0);
    }
    time += 400 * 24 * HOUR;
    expect(await open.sweep()).toBe(0);
    expect(await open.get('a')).toBeUndefined();
    time -= 400 * 24 * HOUR;
    expect(await open.get('a')).toBeDefined();
  });

  it('erases nothing in the first hour, as the clock may have been ahead since the start', async () => {
    await (await reopen(clocks)).insert('a', value, time + 24 * HOUR, 'new');
    time += 25 * HOUR;
    const open = await reopen(clocks);
    expect(await open.sweep()).toBe(0);
    time -= 25 * HOUR;
    expect(await open.get('a')).toBeDefined();
  });
});
