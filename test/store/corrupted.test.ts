import { randomBytes } from 'node:crypto';
import { describe, expect, it, onTestFinished } from 'vitest';
import type { Rows } from '../../src/store/rows.ts';
import { openJourneys } from './support/open.ts';
import { storeKinds } from './support/stores.ts';

const kept = { answers: { background: { background: 'It began in spring.' } } };

describe.each(storeKinds)('a corrupted row in $name', ({ make }) => {
  it.each([
    ['one byte', (bytes: Buffer) => Buffer.from(bytes.map((byte, at) => (at === 99 ? byte ^ 1 : byte)))],
    ['all of it', () => randomBytes(2000)],
    ['nothing left', () => Buffer.alloc(0)],
    ['another version', (bytes: Buffer) => Buffer.concat([Buffer.of(2), bytes.subarray(1)])],
  ])('is not found: %s', async (_, corrupt) => {
    const store = await make();
    onTestFinished(() => store.destroy());
    const ids: string[] = [];
    const rows: Rows = {
      ...store.rows,
      insert: (id, bytes, ttl) => (ids.push(id), store.rows.insert(id, bytes, ttl)),
    };
    const journeys = openJourneys(rows);
    const { secret, id } = await journeys.begin(undefined, kept);
    for (const each of ids) {
      const row = (await rows.get(each))!;
      await rows.replace(each, row.version, corrupt(row.bytes), 60_000);
    }
    expect(await journeys.load(secret, id)).toBeUndefined();
    expect(await journeys.answer(secret, id, 'a', { b: 'c' })).toBeUndefined();
    expect(await journeys.save(secret, id)).toBeUndefined();
    expect(await journeys.endAll(secret)).toBe(0);
    expect((await journeys.begin(secret)).secret).not.toBe(secret);
    await journeys.end(secret, id);
  });
});
