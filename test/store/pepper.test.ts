import { randomBytes } from 'node:crypto';
import { readFile, readdir, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { afterEach, beforeEach, describe, expect, it, onTestFinished } from 'vitest';
import { isShared, openStore } from '../../src/store/open-store.ts';
import { readPepper } from '../../src/store/pepper.ts';
import { openJourneys } from './support/open.ts';
import { storeKinds, temporaryFolder } from './support/stores.ts';

const answers = { a: { b: 'c' } };

describe.each(storeKinds)('a new pepper in $name', ({ make }) => {
  async function rotated() {
    const store = await make();
    onTestFinished(() => store.destroy());
    const [was, is] = [randomBytes(32), randomBytes(32)];
    return {
      store,
      before: openJourneys(store.rows, { pepper: was }),
      after: openJourneys(store.rows, { pepper: is, oldPeppers: [was] }),
      only: openJourneys(store.rows, { pepper: is }),
    };
  }

  it('opens what was sealed under the old one, and seals it anew when it is next written', async () => {
    const { before, after, only } = await rotated();
    const { secret, id } = await before.begin(undefined, { answers });
    expect((await after.load(secret, id))?.answers).toEqual(answers);
    expect(await only.load(secret, id)).toBeUndefined();
    await after.answer(secret, id, 'd', { e: 'f' });
    expect((await only.load(secret, id))?.answers).toEqual({ ...answers, d: { e: 'f' } });
    expect(await before.load(secret, id)).toBeUndefined();
  });

  it('keeps the browser, its journeys and its codes', async () => {
    const { before, after } = await rotated();
    const { secret, id } = await before.begin(undefined, { answers });
    const [one, two] = [(await before.save(secret, id))!, (await before.save(secret, id))!];
    expect(await after.resume(secret, one.code)).toMatchObject({ secret });
    expect((await after.begin(secret)).secret).toBe(secret);
    expect(await after.endAll(secret)).toBe(3);
    expect(await after.load(secret, id)).toBeUndefined();
    expect(await after.resume(undefined, two.code)).toBeUndefined();
  });

  it('loses no answer of 30 at once while a row is sealed anew', async () => {
    const { before, after } = await rotated();
    const { secret, id } = await before.begin(undefined);
    const slugs = Array.from({ length: 30 }, (_, n) => `page-${n}`);
    await Promise.all(slugs.map((slug) => after.answer(secret, id, slug, { a: 'b' })));
    expect(Object.keys((await after.load(secret, id))!.answers).sort()).toEqual(slugs.sort());
  });

  it('lets nothing come back that was ended while a row is sealed anew', async () => {
    const { before, after } = await rotated();
    for (let round = 0; round < 40; round++) {
      const { secret, id } = await before.begin(undefined, { answers });
      const write = Array.from({ length: 4 }, (_, n) => after.answer(secret, id, `p${n}`, { a: 'b' }));
      const ended = round % 2 ? after.end(secret, id) : after.endAll(secret);
      await Promise.all([...write, ended]);
      expect(await after.load(secret, id)).toBeUndefined();
      expect(await before.load(secret, id)).toBeUndefined();
    }
  });
});

describe('the pepper', () => {
  let folder: Awaited<ReturnType<typeof temporaryFolder>>;
  let dataDir: string;
  beforeEach(async () => {
    folder = await temporaryFolder();
    dataDir = join(folder.path, 'some', 'data');
  });
  afterEach(() => folder.remove());

  it('is made once, for our eyes only, and kept', async () => {
    const made = await readPepper({ dataDir, shared: false });
    expect(made).toHaveLength(32);
    expect(await readPepper({ dataDir, shared: false })).toEqual(made);
    expect((await readFile(join(dataDir, 'pepper'), 'utf8')).trim()).toBe(made.toString('hex'));
    expect((await stat(join(dataDir, 'pepper'))).mode & 0o777).toBe(0o600);
    expect((await stat(dataDir)).mode & 0o777).toBe(0o700);
    expect(await readdir(dataDir)).toEqual(['pepper']);
  });

  it('is the same for all who start at once', async () => {
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

  it('is the one given, and then nothing is written', async () => {
    const given = 'aB'.repeat(32);
    expect(await readPepper({ given, dataDir, shared: true })).toEqual(Buffer.from(given, 'hex'));
    await expect(stat(dataDir)).rejects.toThrow('ENOENT');
  });

  it('is required where machines share the store', async () => {
    await expect(readPepper({ dataDir, shared: true })).rejects.toThrow('PEPPER is required with Redis');
    await expect(readPepper({ given: '', dataDir, shared: true })).rejects.toThrow('PEPPER is required');
  });

  it('is in memory alone where the answers are', async () => {
    const one = await readPepper({ dataDir: undefined, shared: false });
    expect(one).toHaveLength(32);
    expect(await readPepper({ dataDir: undefined, shared: false })).not.toEqual(one);
  });

  it.each(['zz'.repeat(32), 'ab'.repeat(31), 'ab'.repeat(33), ' '])('is not %j', async (given) => {
    const error: unknown = await readPepper({ given, dataDir, shared: true }).catch((each: unknown) => each);
    expect(String(error)).toBe('Error: PEPPER must be 64 hex digits');
  });

  it('is never overwritten, even where its file is spoilt', async () => {
    await readPepper({ dataDir, shared: false });
    await writeFile(join(dataDir, 'pepper'), 'half');
    await expect(readPepper({ dataDir, shared: false })).rejects.toThrow('pepper must be 64 hex digits');
    expect(await readFile(join(dataDir, 'pepper'), 'utf8')).toBe('half');
  });

  it('comes with a store of the kind that the address names', async () => {
    const memory = await openStore({ url: 'memory:', dataDir, maxBytes: 1e6 });
    expect(await memory.ready()).toBe(true);
    await expect(stat(dataDir)).rejects.toThrow('ENOENT');
    const level = await openStore({ url: 'level:', dataDir, maxBytes: 1e6 });
    expect(await level.ready()).toBe(true);
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
