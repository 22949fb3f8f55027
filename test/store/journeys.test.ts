import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Journeys } from '../../src/store/journeys.ts';
import { noting, openJourneys } from './support/open.ts';
import { storeKinds } from './support/stores.ts';
import type { TestStore } from './support/stores.ts';

const someones = 'A'.repeat(43);

describe.each(storeKinds)('journeys in $name', ({ make }) => {
  let store: TestStore;
  let journeys: Journeys;
  beforeAll(async () => {
    store = await make();
    journeys = openJourneys(store.rows);
  });
  afterAll(() => store.destroy());

  it('keeps answers, what is offered and what is chosen', async () => {
    const { secret, id } = await journeys.begin(undefined, {
      offered: { background: { background: 'was' } },
    });
    expect(secret).toMatch(/^[\w-]{43}$/);
    expect(id).toMatch(/^[\w-]{12,16}$/);
    expect((await journeys.load(secret, id))?.offered).toEqual({ background: { background: 'was' } });
    await journeys.choose(secret, id, 'paragraphs', ['one', 'two']);
    await journeys.answer(secret, id, 'so-far', { 'so-far': ['talked', 'asked-why'] });
    const kept = await journeys.answer(secret, id, 'background', { background: 'is' });
    expect(kept).toEqual({
      answers: { 'so-far': { 'so-far': ['talked', 'asked-why'] }, background: { background: 'is' } },
      offered: {},
      choices: { paragraphs: ['one', 'two'] },
    });
    expect(await journeys.load(secret, id)).toEqual(kept);
  });

  it('keeps any text as it was typed', async () => {
    const { secret, id } = await journeys.begin(undefined);
    const texts = fc.string({ unit: 'grapheme', maxLength: 300 });
    const keys = fc.oneof(texts, fc.constantFrom('__proto__', 'constructor', 'toString', ''));
    const given = fc.dictionary(keys, fc.oneof(texts, fc.array(texts)), { noNullPrototype: true });
    await fc.assert(
      fc.asyncProperty(keys, given, async (slug, fields) => {
        await journeys.answer(secret, id, slug, fields);
        const kept = await journeys.load(secret, id);
        expect(Object.entries(kept!.answers[slug]!)).toEqual(Object.entries(fields));
      }),
      { numRuns: 50 },
    );
  });

  it('keeps a long journey', async () => {
    const { secret, id } = await journeys.begin(undefined);
    const long = '痛'.repeat(5000);
    for (let n = 0; n < 40; n++) await journeys.answer(secret, id, `page-${n}`, { text: long });
    expect((await journeys.load(secret, id))?.answers['page-39']).toEqual({ text: long });
  });

  it('takes __proto__ for a name like any other', async () => {
    const { secret, id } = await journeys.begin(undefined);
    const given = JSON.parse('{"__proto__": "x", "constructor": "y"}') as Record<string, string>;
    await journeys.answer(secret, id, '__proto__', given);
    await journeys.choose(secret, id, '__proto__', ['z']);
    const kept = await journeys.load(secret, id);
    for (const each of [kept!.answers, kept!.offered, kept!.choices, kept!.answers['__proto__']!]) {
      expect(Object.getPrototypeOf(each)).toBeNull();
    }
    expect(Object.keys(kept!.answers['__proto__']!)).toEqual(['__proto__', 'constructor']);
    expect(({} as Record<string, unknown>)['x']).toBeUndefined();
  });

  it('never mixes two journeys of one browser', async () => {
    const one = await journeys.begin(undefined);
    const two = await journeys.begin(one.secret);
    expect(two.secret).toBe(one.secret);
    expect(two.id).not.toBe(one.id);
    await journeys.answer(one.secret, one.id, 'nickname', { nickname: 'first' });
    await journeys.answer(two.secret, two.id, 'nickname', { nickname: 'second' });
    expect((await journeys.load(one.secret, one.id))?.answers).toEqual({ nickname: { nickname: 'first' } });
    expect((await journeys.load(two.secret, two.id))?.answers).toEqual({ nickname: { nickname: 'second' } });
    await journeys.end(one.secret, one.id);
    expect(await journeys.load(one.secret, one.id)).toBeUndefined();
    expect(await journeys.load(two.secret, two.id)).toBeDefined();
  });

  it('opens with both the secret and the id, and with nothing else', async () => {
    const [one, two] = [await journeys.begin(undefined), await journeys.begin(undefined)];
    const wrong: [string | undefined, string][] = [
      [one.secret, two.id],
      [two.secret, one.id],
      [undefined, one.id],
      ['', one.id],
      [one.secret, ''],
      [one.secret, `${one.id}/`],
      [one.secret, '__proto__'],
      [`${one.secret}A`, one.id],
      [someones, one.id],
    ];
    for (const [secret, id] of wrong) {
      expect(await journeys.load(secret, id)).toBeUndefined();
      expect(await journeys.answer(secret, id, 'a', { b: 'c' })).toBeUndefined();
      await journeys.end(secret, id);
    }
    expect(await journeys.load(one.secret, one.id)).toBeDefined();
  });

  it.each([undefined, '', 'short', someones, `${someones}A`, '__proto__', '\0'.repeat(43)])(
    'gives a fresh secret for %j',
    async (made) => {
      const { secret, id } = await journeys.begin(made);
      expect(secret).not.toBe(made);
      expect(await journeys.load(made, id)).toBeUndefined();
      expect(await journeys.endAll(made)).toBe(0);
      expect(await journeys.load(secret, id)).toBeDefined();
    },
  );

  it('makes no row, not even for a moment, for a secret that it did not give', async () => {
    const calls: string[] = [];
    const noted = openJourneys(noting(store.rows, calls));
    await noted.begin(someones);
    expect(calls).toEqual(['get', 'insert', 'insert']);
  });

  it('gives a fresh secret after everything was ended', async () => {
    const { secret } = await journeys.begin(undefined);
    await journeys.begin(secret);
    expect(await journeys.endAll(secret)).toBe(2);
    expect(await journeys.endAll(secret)).toBe(0);
    expect((await journeys.begin(secret)).secret).not.toBe(secret);
  });
});
