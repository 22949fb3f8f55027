import { randomBytes } from 'node:crypto';
import { chmod, mkdir, readFile, readdir, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { afterEach, beforeEach, describe, expect, it, onTestFinished } from 'vitest';
import { isShared, openStore } from '../../src/store/open-store.ts';
import { readPepper } from '../../src/store/pepper.ts';
import { DAY, openJourneys, opened, saved, withClock, written } from './support/open.ts';
import { storeKinds, temporaryFolder } from './support/stores.ts';

const answers = { a: { b: 'c' } };

describe.each(storeKinds)('a new pepper in $name', ({ make }) => {
  async function rotated() {
    const store = await make();
    onTestFinished(() => store.destroy());
    const [was, is] = [randomBytes(32), randomBytes(32)];
    return {
      before: openJourneys(store.rows, { pepper: was }),
      after: openJourneys(store.rows, { pepper: is, oldPeppers: [randomBytes(32), was] }),
      only: openJourneys(store.rows, { pepper: is }),
    };
  }

  it('opens sessions that were sealed under the old one, and seals them under the new one when they are written', async () => {
    const { before, after, only } = await rotated();
    const started = await before.start(undefined, { answers });
    expect((await opened(after, started)).answers).toEqual(answers);
    expect(await only.open(started.secret, started.id)).toBeUndefined();
    expect((await after.start(started.secret)).secret).toBe(started.secret);
    expect((await opened(only, started)).answers).toEqual(answers);
    expect(await before.open(started.secret, started.id)).toBeUndefined();
  });

  it('opens codes made under the old one, which can be kept longer and deleted', async () => {
    const { before, after, only } = await rotated();
    const started = await before.start(undefined, { answers });
    const codes = [await saved(await opened(before, started)), await saved(await opened(before, started))];
    for (const { code } of codes) expect(await after.resume(started.secret, code)).toEqual(started);
    expect(await only.resume(undefined, codes[0]!.code)).toBeUndefined();
    expect((await written((await opened(after, started)).keepLonger('6-months'))).codes).toHaveLength(2);
    expect(await after.deleteAll(started.secret)).toMatchObject({ deleted: 1 });
    for (const { code } of codes) expect(await after.resume(undefined, code)).toBeUndefined();
  });

  it('does not bring back a journey that is cleared while its session is being sealed again', async () => {
    const { before, after } = await rotated();
    for (let round = 0; round < 20; round++) {
      const { secret, id } = await before.start(undefined, { answers });
      const starts = Array.from({ length: 4 }, () => after.start(secret));
      await Promise.all([...starts, round % 2 ? after.clear(secret) : after.deleteAll(secret)]);
      for (const journeys of [before, after]) {
        expect(await journeys.open(secret, id)).toBeUndefined();
        expect(await journeys.openAll(secret)).toEqual([]);
      }
    }
  });
});

it('a code made under an old pepper works until its last day', async () => {
  const [was, is] = [randomBytes(32), randomBytes(32)];
  const { journeys, rows, later, now } = withClock({ pepper: was });
  const { code } = await saved(await opened(journeys, await journeys.start(undefined)), '12-months');
  later(364 * DAY);
  const after = openJourneys(rows, { pepper: is, oldPeppers: [was], now });
  expect(await after.resume(undefined, code)).toBeDefined();
});

describe('the pepper', () => {
  let folder: Awaited<ReturnType<typeof temporaryFolder>>;
  let dataDir: string;
  beforeEach(async () => {
    folder = await temporaryFolder();
    dataDir = join(folder.path, 'some', 'data');
  });
  afterEach(() => folder.remove());

  it('is made once, readable only by its owner, and kept', async () => {
    const made = await readPepper({ dataDir, shared: false });
    expect(made).toHaveLength(32);
    expect(await readPepper({ dataDir, shared: false })).toEqual(made);
    expect((await readFile(join(dataDir, 'pepper'), 'utf8')).trim()).toBe(made.toString('hex'));
    expect((await stat(join(dataDir, 'pepper'))).mode & 0o777).toBe(0o600);
    expect((await stat(dataDir)).mode & 0o777).toBe(0o700);
    expect(await readdir(dataDir)).toEqual(['pepper']);
  });

  it('leaves the rights of an existing folder as they are', async () => {
    await mkdir(dataDir, { recursive: true });
    await chmod(dataDir, 0o750);
    await readPepper({ dataDir, shared: false });
    const { rows } = await openStore({ url: 'level:', dataDir, maxBytes: 1e6 });
    await rows.close();
    expect((await stat(dataDir)).mode & 0o777).toBe(0o750);
  });

  it.each(['ENOTSUP', 'EPERM'])('can be made on a disk without hard links (%s)', async (code) => {
    const noLinks = () => Promise.reject(Object.assign(new Error(code), { code }));
    const made = await readPepper({ dataDir, shared: false }, noLinks);
    expect(await readPepper({ dataDir, shared: false }, noLinks)).toEqual(made);
    expect(await readdir(dataDir)).toEqual(['pepper']);
    expect((await stat(join(dataDir, 'pepper'))).mode & 0o777).toBe(0o600);
  });

  it('is made only once by several starts at a time on a disk without hard links', async () => {
    const noLinks = () => Promise.reject(Object.assign(new Error('ENOTSUP'), { code: 'ENOTSUP' }));
    for (let round = 0; round < 20; round++) {
      const own = join(dataDir, String(round));
      const starts = Array.from({ length: 4 }, () => readPepper({ dataDir: own, shared: false }, noLinks));
      const made = (await Promise.allSettled(starts)).flatMap((each) =>
        each.status === 'fulfilled' ? [each.value.toString('hex')] : [],
      );
      expect(new Set(made).size).toBe(1);
      expect(await readdir(own)).toEqual(['pepper']);
    }
  });

  it('is the same for all servers that start at once', async () => {
    for (let round = 0; round < 30; round++) {
      const own = join(dataDir, String(round));
      const starts = Array.from({ length: 8 }, async () => {
        await pause(Math.random() * 3);
        return (await readPepper({ dataDir: own, shared: false })).toString('hex');
      });
      expect(new Set(await Promise.all(starts)).size).toBe(1);
      expect(await readdir(own)).toEqual(['pepper']);
    }
  });

  it('is the given one, and then nothing is written', async () => {
    const given = 'aB'.repeat(32);
    expect(await readPepper({ given, dataDir, shared: true })).toEqual(Buffer.from(given, 'hex'));
    await expect(stat(dataDir)).rejects.toThrow('ENOENT');
  });

  it('is required when machines share the store', async () => {
    await expect(readPepper({ dataDir, shared: true })).rejects.toThrow('PEPPER is required with Redis');
    await expect(readPepper({ given: '', dataDir, shared: true })).rejects.toThrow('PEPPER is required');
  });

  it('is only in memory when the answers are', async () => {
    const one = await readPepper({ dataDir: undefined, shared: false });
    expect(one).toHaveLength(32);
    expect(await readPepper({ dataDir: undefined, shared: false })).not.toEqual(one);
  });

  it.each(['zz'.repeat(32), 'ab'.repeat(31), 'ab'.repeat(33), ' '])('cannot be %j', async (given) => {
    const error: unknown = await readPepper({ given, dataDir, shared: true }).catch((each: unknown) => each);
    expect(String(error)).toBe('Error: PEPPER must be 64 hex digits');
  });

  it('is never overwritten, even if its file is damaged', async () => {
    await readPepper({ dataDir, shared: false });
    await writeFile(join(dataDir, 'pepper'), 'half');
    await expect(readPepper({ dataDir, shared: false })).rejects.toThrow('pepper must be 64 hex digits');
    expect(await readFile(join(dataDir, 'pepper'), 'utf8')).toBe('half');
  });

  it('is opened together with the kind of store that STORE_URL names', async () => {
    const { rows: memory } = await openStore({ url: 'memory:', dataDir, maxBytes: 1e6 });
    expect(await memory.ready()).toBeUndefined();
    await expect(stat(dataDir)).rejects.toThrow('ENOENT');
    const { rows: level } = await openStore({ url: 'level:', dataDir, maxBytes: 1e6 });
    expect(await level.ready()).toBeUndefined();
    expect((await stat(dataDir)).mode & 0o777).toBe(0o700);
    await Promise.all([memory.close(), level.close()]);
    await expect(openStore({ url: 'mysql://me:secret@db', dataDir, maxBytes: 1e6 })).rejects.toThrow(
      /^(?!.*secret)STORE_URL must/,
    );
    expect(['redis://a', 'rediss://a', 'level:', 'memory:'].map(isShared)).toEqual([
      true,
      true,
      false,
      false,
    ]);
  });
});
