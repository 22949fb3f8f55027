import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { levelRows } from '../../src/store/level-rows.ts';
import type { LevelRows } from '../../src/store/level-rows.ts';
import { StoreFull } from '../../src/store/rows.ts';
import { HOUR, openJourneys } from './support/open.ts';
import { keysOf, rawLevel } from './support/raw-level.ts';
import { temporaryFolder } from './support/stores.ts';

const START = Date.UTC(2026, 10, 22);
const some = Buffer.alloc(100, 'x');

let folder: Awaited<ReturnType<typeof temporaryFolder>>;
let rows: LevelRows | undefined;
let time: number;
beforeEach(async () => {
  time = START;
  folder = await temporaryFolder();
});
afterEach(async () => {
  await rows?.close();
  await folder.remove();
});

async function reopen(maxBytes = Infinity): Promise<LevelRows> {
  await rows?.close();
  rows = await levelRows(folder.path, { now: () => time, maxBytes });
  return rows;
}

async function closed(): Promise<string> {
  await rows?.close();
  rows = undefined;
  return folder.path;
}
const keys = async () => keysOf(await closed());
const idOf = (n: number) => n.toString(16).padStart(32, '0');

describe('a sweep of the embedded store', () => {
  it('deletes all that has expired, however much that is, and nothing else', async () => {
    const open = await reopen();
    for (let n = 0; n < 1234; n++) await open.insert(idOf(n), some, n % 5 ? HOUR : 2 * HOUR);
    expect(await open.sweep()).toBe(0);
    time += HOUR;
    expect(await open.sweep()).toBe(987);
    expect(await open.sweep()).toBe(0);
    expect(await open.get(idOf(5))).toEqual({ version: 1, bytes: some });
    time += HOUR;
    expect(await open.sweep()).toBe(247);
    expect(await keys()).toEqual([]);
  });

  it('goes by the last time that a row was written', async () => {
    const open = await reopen();
    await open.insert('a', some, HOUR);
    await open.insert('b', some, HOUR);
    time += HOUR - 1;
    expect(await open.replace('a', 1, some, HOUR)).toBe('saved');
    time += 1;
    expect(await open.insert('b', some, HOUR)).toBe(true);
    expect(await open.sweep()).toBe(0);
    time += HOUR - 1;
    expect(await open.sweep()).toBe(1);
    expect([await open.get('a'), await open.get('b')].map((row) => row?.version)).toEqual([undefined, 1]);
  });

  it('runs once where it is asked for twice', async () => {
    const open = await reopen();
    for (let n = 0; n < 300; n++) await open.insert(idOf(n), some, HOUR);
    time += HOUR;
    expect(await Promise.all([open.sweep(), open.sweep()])).toEqual([300, 300]);
    expect(await open.sweep()).toBe(0);
  });

  it('leaves a live row whose index names a time that is over', async () => {
    const open = await reopen();
    await open.insert('a', some, HOUR);
    const [entry] = await keys();
    await rawLevel(await closed(), (db) =>
      db.put(entry!.replace(/\d(?=a$)/, '').replace('!', '!0'), Buffer.alloc(4)),
    );
    expect(await (await reopen()).sweep()).toBe(0);
    expect(await rows!.get('a')).toBeDefined();
    expect(await keys()).toEqual([entry, 'a']);
  });

  it('finds what a journey leaves when it is ended: nothing', async () => {
    const journeys = openJourneys(await reopen(), { now: () => time });
    const { secret, id } = await journeys.begin(undefined);
    for (const slug of ['a', 'b', 'c']) await journeys.answer(secret, id, slug, { [slug]: slug });
    await journeys.save(secret, id);
    await journeys.endAll(secret);
    expect(await keys()).toEqual([]);
  });
});

describe('the embedded store after a restart', () => {
  it('knows how full it is', async () => {
    const before = await reopen(1000);
    for (const id of ['a', 'b', 'c']) await before.insert(id, Buffer.alloc(300), HOUR);
    await before.delete('a');
    await before.replace('b', 1, Buffer.alloc(500), HOUR);
    const after = await reopen(1000);
    await expect(after.insert('d', Buffer.alloc(201), HOUR)).rejects.toThrow(StoreFull);
    expect(await after.insert('d', Buffer.alloc(200), HOUR)).toBe(true);
    await expect(after.insert('e', Buffer.alloc(1), HOUR)).rejects.toThrow(StoreFull);
  });
});
