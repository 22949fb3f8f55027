import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { StoreUnavailable } from '../../src/store/errors.ts';
import type { Rows } from '../../src/store/rows.ts';
import { HOUR } from './support/open.ts';
import { storeKinds, type TestStore } from './support/stores.ts';

const value = Buffer.from([0, 255, 10, 13, 0, 128]);
const other = Buffer.from('other');
let last = 0;
const newId = () => (++last).toString(16).padStart(32, '0');
const inMs = (ms: number) => Date.now() + ms;

describe.each(storeKinds)('rows in $name', ({ make }) => {
  let store: TestStore;
  let rows: Rows;
  beforeAll(async () => {
    store = await make();
    rows = store.rows;
  });
  afterAll(() => store.destroy());
  const insert = (id: string, bytes = value, until = inMs(HOUR)) => rows.insert(id, bytes, until, 'new');

  it('give back every byte that was stored', async () => {
    const id = newId();
    expect(await insert(id)).toBe(true);
    expect(await rows.get(id)).toEqual({ version: 1, bytes: value });
  });

  it('are empty where nothing was stored', async () => {
    expect(await rows.get(newId())).toBeUndefined();
    expect(await rows.replace(newId(), 1, value, inMs(HOUR))).toBe('gone');
    expect(await rows.touch(newId(), inMs(HOUR))).toBe(false);
    expect(await rows.delete(newId(), 1)).toBe('gone');
  });

  it('do not let an insert overwrite a row', async () => {
    const id = newId();
    await insert(id);
    expect(await insert(id, other)).toBe(false);
    expect((await rows.get(id))?.bytes).toEqual(value);
  });

  it('are replaced and deleted only in the version that was read', async () => {
    const id = newId();
    await insert(id);
    expect(await rows.replace(id, 1, other, inMs(HOUR))).toBe('done');
    expect(await rows.replace(id, 1, value, inMs(HOUR))).toBe('conflict');
    expect(await rows.delete(id, 1)).toBe('conflict');
    expect(await rows.get(id)).toEqual({ version: 2, bytes: other });
    expect(await rows.delete(id, 2)).toBe('done');
    expect(await rows.replace(id, 2, other, inMs(HOUR))).toBe('gone');
    expect(await rows.get(id)).toBeUndefined();
  });

  it('count versions past 255', async () => {
    const id = newId();
    await insert(id);
    for (let version = 1; version < 300; version++)
      expect(await rows.replace(id, version, other, inMs(HOUR))).toBe('done');
    expect((await rows.get(id))?.version).toBe(300);
  });

  it('let only one of many callers insert, replace a version or delete', async () => {
    const id = newId();
    const many = <T>(work: () => Promise<T>) => Promise.all(Array.from({ length: 20 }, work));
    expect((await many(() => insert(id))).filter(Boolean)).toHaveLength(1);
    const replaced = await many(() => rows.replace(id, 1, other, inMs(HOUR)));
    expect(replaced.filter((outcome) => outcome === 'done')).toHaveLength(1);
    const deleted = await many(() => rows.delete(id, 2));
    expect(deleted.filter((outcome) => outcome === 'done')).toHaveLength(1);
  });

  it('expire when their time is over, and not before', async () => {
    const [short, long] = [newId(), newId()];
    await insert(short, value, inMs(400));
    await insert(long);
    expect(await rows.get(short)).toBeDefined();
    await pause(450);
    expect(await rows.get(short)).toBeUndefined();
    expect(await rows.replace(short, 1, other, inMs(HOUR))).toBe('gone');
    expect(await rows.touch(short, inMs(HOUR))).toBe(false);
    expect(await rows.delete(short, 1)).toBe('gone');
    expect(await rows.get(long)).toBeDefined();
  });

  it('are kept longer when they are written or touched, and a touch never shortens their time', async () => {
    const [replaced, touched, kept] = [newId(), newId(), newId()];
    for (const id of [replaced, touched]) await insert(id, value, inMs(400));
    await insert(kept);
    await rows.replace(replaced, 1, other, inMs(HOUR));
    expect(await rows.touch(touched, inMs(HOUR))).toBe(true);
    expect(await rows.touch(kept, inMs(1))).toBe(true);
    await pause(450);
    expect(await rows.get(replaced)).toEqual({ version: 2, bytes: other });
    expect(await rows.get(touched)).toEqual({ version: 1, bytes: value });
    expect(await rows.get(kept)).toBeDefined();
  });

  it('do not change when their caller changes a buffer afterwards', async () => {
    const id = newId();
    const bytes = Buffer.from('as it was');
    await insert(id, bytes);
    bytes.fill(0);
    (await rows.get(id))?.bytes.fill(0);
    expect((await rows.get(id))?.bytes.toString()).toBe('as it was');
  });

  it('are ready until they are closed, and say why not afterwards', async () => {
    const own = await make();
    expect(await own.rows.ready()).toBeUndefined();
    await own.rows.close();
    expect(await own.rows.ready()).toMatch(/^(MEMORY|LEVEL|REDIS)_/);
    for (const use of [
      () => own.rows.get(newId()),
      () => own.rows.insert(newId(), value, inMs(HOUR), 'new'),
      () => own.rows.replace(newId(), 1, value, inMs(HOUR)),
      () => own.rows.touch(newId(), inMs(HOUR)),
      () => own.rows.delete(newId(), 1),
    ])
      await expect(use()).rejects.toThrow(StoreUnavailable);
    await own.destroy();
  });
});
