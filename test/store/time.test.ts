import { describe, expect, it } from 'vitest';
import { memoryRows } from '../../src/store/memory-rows.ts';
import { StoreUnavailable } from '../../src/store/rows.ts';
import type { Rows } from '../../src/store/rows.ts';
import { HOUR, openJourneys, withClock } from './support/open.ts';

describe('how long a journey is kept', () => {
  it('is the hours that were set, after it began', async () => {
    const { journeys, later } = withClock({ hours: 5 });
    const { secret, id } = await journeys.begin(undefined);
    const other = await journeys.begin(undefined);
    later(5 * HOUR - 1);
    expect(await journeys.load(secret, id)).toBeDefined();
    later(1);
    expect(await journeys.load(other.secret, other.id)).toBeUndefined();
    expect(await journeys.answer(other.secret, other.id, 'a', { b: 'c' })).toBeUndefined();
    expect((await journeys.load(secret, id)) !== undefined).toBe(true);
  });

  it.each(['load', 'answer', 'choose', 'save'] as const)('is counted anew from each %s', async (use) => {
    const { journeys, later } = withClock();
    const { secret, id } = await journeys.begin(undefined);
    for (let day = 0; day < 5; day++) {
      later(23.9 * HOUR);
      if (use === 'answer') await journeys.answer(secret, id, 'a', { b: 'c' });
      else if (use === 'choose') await journeys.choose(secret, id, 'a', ['b']);
      else expect(await journeys[use](secret, id)).toBeDefined();
    }
    expect(await journeys.load(secret, id)).toBeDefined();
    expect(await journeys.endAll(secret)).toBe(1);
  });

  it('is written for reading at most once an hour', async () => {
    const { journeys, later, calls } = withClock();
    const { secret, id } = await journeys.begin(undefined);
    calls.length = 0;
    for (let minute = 0; minute < 10 * 60; minute++) {
      later(HOUR / 60);
      await journeys.load(secret, id);
    }
    // Its own row, and the index of its browser.
    expect(calls.filter((call) => call === 'replace')).toHaveLength(2 * 10);
    expect(calls.filter((call) => call === 'get')).toHaveLength(10 * 60 + 10);
  });

  it('is never longer than that of the index by which it can be ended', async () => {
    const { journeys, later } = withClock();
    const { secret, id } = await journeys.begin(undefined);
    for (let n = 0; n < 200; n++) {
      later((n % 7) * 0.2 * HOUR);
      await (n % 3 ? journeys.answer(secret, id, 'a', { b: 'c' }) : journeys.load(secret, id));
    }
    later(24 * HOUR - 1);
    expect(await journeys.endAll(secret)).toBe(1);
    expect(await journeys.load(secret, id)).toBeUndefined();
  });

  it('frees the room of what expired: an advocate begins day after day', async () => {
    const { journeys, later } = withClock();
    let { secret } = await journeys.begin(undefined);
    for (let n = 0; n < 600; n++) {
      later(HOUR / 4);
      ({ secret } = await journeys.begin(secret));
    }
    await expect(Promise.all(Array.from({ length: 250 }, () => journeys.begin(secret)))).rejects.toThrow(
      'too many journeys',
    );
  });
});

describe.each(['before', 'after'] as const)('where the store fails half way, %s it did its work', (when) => {
  it.each(['end', 'endAll'] as const)('%s can be asked again until all is gone', async (how) => {
    for (let good = 0; good < 12; good++) {
      const { journeys, failAfter } = failing(when);
      const { secret, id } = await journeys.begin(undefined, { answers });
      const codes = [(await journeys.save(secret, id))!.code, (await journeys.save(secret, id))!.code];
      failAfter(good);
      await journeys[how](secret, id).catch((error: unknown) => {
        expect(error).toBeInstanceOf(StoreUnavailable);
      });
      failAfter(Infinity);
      await journeys[how](secret, id);
      expect(await journeys.load(secret, id)).toBeUndefined();
      for (const code of codes) expect(await journeys.resume(undefined, code)).toBeUndefined();
    }
  });

  it('resume loses neither the copy nor the code', async () => {
    for (let good = 0; good < 8; good++) {
      const { journeys, failAfter } = failing(when);
      const { secret, id } = await journeys.begin(undefined, { answers });
      const { code } = (await journeys.save(secret, id))!;
      failAfter(good);
      const first = await journeys.resume(undefined, code).catch(() => undefined);
      failAfter(Infinity);
      const held = first ?? (await journeys.resume(undefined, code));
      expect(held && (await journeys.load(held.secret, held.id))?.answers).toEqual(answers);
    }
  });
});

const answers = { a: { b: 'c' } };

/** Journeys whose store is lost after so many steps: it does not answer, having done the work or not. */
function failing(when: 'before' | 'after') {
  const rows = memoryRows();
  let left = Infinity;
  async function step<T>(work: () => Promise<T>): Promise<T> {
    const fails = left-- <= 0;
    const done = fails && when === 'before' ? undefined : await work();
    if (fails) throw new StoreUnavailable('pulled out');
    return done as T;
  }
  const failingRows: Rows = {
    ...rows,
    get: (id) => step(() => rows.get(id)),
    insert: (id, bytes, ttl) => step(() => rows.insert(id, bytes, ttl)),
    replace: (id, version, bytes, ttl) => step(() => rows.replace(id, version, bytes, ttl)),
    delete: (id, version) => step(() => rows.delete(id, version)),
  };
  return { journeys: openJourneys(failingRows), failAfter: (steps: number) => void (left = steps) };
}
