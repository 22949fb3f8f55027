import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { StoreUnavailable } from '../../src/store/rows.ts';
import type { Rows } from '../../src/store/rows.ts';
import { storeKinds } from './support/stores.ts';
import type { TestStore } from './support/stores.ts';

const HOUR = 3_600_000;
const some = Buffer.from([0, 255, 10, 13, 0, 128]);
const other = Buffer.from('other');
let last = 0;
const newId = () => (++last).toString(16).padStart(32, '0');

describe.each(storeKinds)('rows in $name', ({ make }) => {
  let store: TestStore;
  let rows: Rows;
  beforeAll(async () => {
    store = await make();
    rows = store.rows;
  });
  afterAll(() => store.destroy());

  it('gives back every byte of what was put in', async () => {
    const id = newId();
    expect(await rows.insert(id, some, HOUR)).toBe(true);
    expect(await rows.get(id)).toEqual({ version: 1, bytes: some });
  });

  it('has nothing where nothing was put', async () => {
    expect(await rows.get(newId())).toBeUndefined();
    expect(await rows.replace(newId(), 1, some, HOUR)).toBe('gone');
    expect(await rows.delete(newId())).toBe(false);
    expect(await rows.delete(newId(), 1)).toBe(false);
  });

  it('does not insert over a row', async () => {
    const id = newId();
    await rows.insert(id, some, HOUR);
    expect(await rows.insert(id, other, HOUR)).toBe(false);
    expect((await rows.get(id))?.bytes).toEqual(some);
  });

  it('replaces only the version that was read', async () => {
    const id = newId();
    await rows.insert(id, some, HOUR);
    expect(await rows.replace(id, 1, other, HOUR)).toBe('saved');
    expect(await rows.replace(id, 1, some, HOUR)).toBe('conflict');
    expect(await rows.get(id)).toEqual({ version: 2, bytes: other });
  });

  it('goes on counting past 255 writes', async () => {
    const id = newId();
    await rows.insert(id, some, HOUR);
    for (let version = 1; version < 300; version++) {
      expect(await rows.replace(id, version, other, HOUR)).toBe('saved');
    }
    expect((await rows.get(id))?.version).toBe(300);
  });

  it('lets one of many replace a version', async () => {
    const id = newId();
    await rows.insert(id, some, HOUR);
    const all = await Promise.all(Array.from({ length: 30 }, () => rows.replace(id, 1, other, HOUR)));
    expect(all.filter((each) => each === 'saved')).toHaveLength(1);
    expect(all.filter((each) => each === 'conflict')).toHaveLength(29);
  });

  it('lets one of many insert, and one of many delete', async () => {
    const id = newId();
    const inserted = await Promise.all(Array.from({ length: 20 }, () => rows.insert(id, some, HOUR)));
    expect(inserted.filter(Boolean)).toHaveLength(1);
    const deleted = await Promise.all(Array.from({ length: 20 }, () => rows.delete(id)));
    expect(deleted.filter(Boolean)).toHaveLength(1);
    expect(await rows.get(id)).toBeUndefined();
  });

  it('never writes a deleted row again', async () => {
    const id = newId();
    await rows.insert(id, some, HOUR);
    await rows.delete(id);
    expect(await rows.replace(id, 1, other, HOUR)).toBe('gone');
    expect(await rows.get(id)).toBeUndefined();
  });

  it('deletes only the version that was asked for', async () => {
    const id = newId();
    await rows.insert(id, some, HOUR);
    await rows.replace(id, 1, other, HOUR);
    expect(await rows.delete(id, 1)).toBe(false);
    expect((await rows.get(id))?.bytes).toEqual(other);
    expect(await rows.delete(id, 2)).toBe(true);
    expect(await rows.get(id)).toBeUndefined();
  });

  it('forgets a row when its time is over, and not before', async () => {
    const [short, long] = [newId(), newId()];
    await rows.insert(short, some, 60);
    await rows.insert(long, some, HOUR);
    expect(await rows.get(short)).toBeDefined();
    await pause(90);
    expect(await rows.get(short)).toBeUndefined();
    expect(await rows.replace(short, 1, other, HOUR)).toBe('gone');
    expect(await rows.delete(short)).toBe(false);
    expect(await rows.get(long)).toBeDefined();
    expect(await rows.insert(short, other, HOUR)).toBe(true);
  });

  it('keeps a row longer that is written again', async () => {
    const id = newId();
    await rows.insert(id, some, 60);
    await rows.replace(id, 1, other, HOUR);
    await pause(90);
    expect((await rows.get(id))?.bytes).toEqual(other);
  });

  it('is not changed by what its caller does with a buffer afterwards', async () => {
    const id = newId();
    const bytes = Buffer.from('as it was');
    await rows.insert(id, bytes, HOUR);
    bytes.fill(0);
    (await rows.get(id))?.bytes.fill(0);
    expect((await rows.get(id))?.bytes.toString()).toBe('as it was');
  });

  it('is ready until it is closed, and says what is wrong afterwards', async () => {
    const own = await make();
    expect(await own.rows.ready()).toBe(true);
    await own.rows.close();
    expect(await own.rows.ready()).toBe(false);
    await expect(own.rows.get(newId())).rejects.toThrow(StoreUnavailable);
    await expect(own.rows.insert(newId(), some, HOUR)).rejects.toThrow(StoreUnavailable);
    await expect(own.rows.replace(newId(), 1, some, HOUR)).rejects.toThrow(StoreUnavailable);
    await expect(own.rows.delete(newId())).rejects.toThrow(StoreUnavailable);
    await own.destroy();
  });
});
