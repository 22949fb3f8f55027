import { randomBytes } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Journeys } from '../../src/store/journeys.ts';
import { memoryRows } from '../../src/store/memory-rows.ts';
import { openJourneys, stepping } from './support/open.ts';
import { storeKinds } from './support/stores.ts';
import type { TestStore } from './support/stores.ts';

const answers = { background: { background: 'It began in spring.' } };

describe.each(storeKinds)('many things at once in $name', ({ make }) => {
  let store: TestStore;
  let journeys: Journeys;
  beforeAll(async () => {
    store = await make();
    journeys = openJourneys(store.rows);
  });
  afterAll(() => store.destroy());

  it('loses none of 50 answers given at once', async () => {
    const { secret, id } = await journeys.begin(undefined);
    const slugs = Array.from({ length: 50 }, (_, n) => `page-${n}`);
    await Promise.all(slugs.map((slug) => journeys.answer(secret, id, slug, { [slug]: slug })));
    expect(Object.keys((await journeys.load(secret, id))!.answers).sort()).toEqual(slugs.sort());
  });

  it('lets nothing come back that was ended while answers were on their way', async () => {
    for (let round = 0; round < 20; round++) {
      const { secret, id } = await journeys.begin(undefined);
      const answers = Array.from({ length: 10 }, (_, n) => journeys.answer(secret, id, `p${n}`, { a: 'b' }));
      const ended = round % 2 ? journeys.end(secret, id) : journeys.endAll(secret);
      await Promise.all([...answers, ended]);
      expect(await journeys.load(secret, id)).toBeUndefined();
      expect(await journeys.answer(secret, id, 'late', { a: 'b' })).toBeUndefined();
      expect(await journeys.choose(secret, id, 'late', ['b'])).toBeUndefined();
      expect(await journeys.save(secret, id)).toBeUndefined();
    }
  });

  it('ends also what begins in the same moment, or begins it under a new secret', async () => {
    for (let round = 0; round < 20; round++) {
      const { secret } = await journeys.begin(undefined);
      const begun = Array.from({ length: 5 }, () => journeys.begin(secret));
      const [, ...held] = await Promise.all([journeys.endAll(secret), ...begun]);
      for (const each of held) {
        expect((await journeys.load(each.secret, each.id)) === undefined).toBe(each.secret === secret);
      }
    }
  });

  it('leaves no copy behind that is made while its journey is ended', async () => {
    for (let round = 0; round < 20; round++) {
      const { secret, id } = await journeys.begin(undefined, { answers });
      const saves = Array.from({ length: 3 }, () => journeys.save(secret, id));
      const ended = round % 2 ? journeys.end(secret, id) : journeys.endAll(secret);
      const [, ...codes] = await Promise.all([ended, ...saves]);
      for (const each of codes) expect(each && (await journeys.resume(undefined, each.code))).toBeUndefined();
    }
  });
});

interface Held {
  readonly secret: string;
  readonly id: string;
  readonly code: string;
}
type Use = (journeys: Journeys, held: Held) => Promise<unknown>;

const uses: Record<string, Use> = {
  load: (journeys, { secret, id }) => journeys.load(secret, id),
  answer: (journeys, { secret, id }) => journeys.answer(secret, id, 'a', { b: 'c' }),
  begin: (journeys, { secret }) => journeys.begin(secret, { answers }),
  save: (journeys, { secret, id }) => journeys.save(secret, id),
  resume: (journeys, { secret, code }) => journeys.resume(secret, code),
  end: (journeys, { secret, id }) => journeys.end(secret, id),
};
const endings: Record<string, Use> = {
  end: (journeys, { secret, id }) => journeys.end(secret, id),
  endAll: (journeys, { secret }) => journeys.endAll(secret),
};
const pairs = Object.keys(uses).flatMap((use) =>
  Object.keys(endings).flatMap((ending) => [false, true].map((rotated) => ({ use, ending, rotated }))),
);

describe.each(pairs)('$use and $ending, a new pepper: $rotated', ({ use, ending, rotated }) => {
  it.each(['use', 'ending'])(
    'leave no row behind, whichever step of the %s the other falls into',
    async (cut) => {
      let ran = true;
      for (let step = 0; ran; step++) {
        ran = false;
        const { rows, before, left } = stepping(memoryRows());
        const was = randomBytes(32);
        const older = openJourneys(rows, { pepper: was });
        const journeys = rotated ? openJourneys(rows, { oldPeppers: [was] }) : older;
        const { secret, id } = await older.begin(undefined, { answers });
        const held = { secret, id, code: (await older.save(secret, id))!.code };

        const [outer, inner] =
          cut === 'use' ? [uses[use]!, endings[ending]!] : [endings[ending]!, uses[use]!];
        const results: unknown[] = [];
        before(step, async () => {
          ran = true;
          results.push(await inner(journeys, held));
        });
        results.push(await outer(journeys, held));
        before(Infinity);
        // That was the step after the last one.
        if (!ran) await endings[ending]!(journeys, held);

        expect(await journeys.load(secret, id)).toBeUndefined();
        // Who was overtaken by the end is told so, and is not given a code for nothing.
        if (ran && cut === 'use' && ['load', 'answer', 'save'].includes(use)) {
          expect(results.at(-1)).toBeUndefined();
        }
        // A journey that began in time under a secret of its own is nobody's leftover.
        for (const made of results as (Partial<Held> | undefined)[]) {
          if (made?.code && (await journeys.resume(secret, made.code))) throw new Error('a copy is left');
          if (made?.secret && made.secret !== secret) await journeys.endAll(made.secret);
        }
        await journeys.endAll(secret);
        expect(await left(), `step ${step}`).toEqual([]);
      }
    },
  );
});
