import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Journeys } from '../../src/store/journeys.ts';
import { openJourneys } from './support/open.ts';
import { storeKinds } from './support/stores.ts';
import type { TestStore } from './support/stores.ts';

const answers = { background: { background: 'It began in spring.' } };

describe.each(storeKinds)('carrying on later, in $name', ({ make }) => {
  let store: TestStore;
  let journeys: Journeys;
  beforeAll(async () => {
    store = await make();
    journeys = openJourneys(store.rows);
  });
  afterAll(() => store.destroy());

  async function saved() {
    const held = await journeys.begin(undefined, { answers });
    return { ...held, ...(await journeys.save(held.secret, held.id))! };
  }

  it('gives a code of sixteen characters in fours', async () => {
    expect((await saved()).code).toMatch(/^([0-9A-HJKMNP-TV-Z]{4}-){3}[0-9A-HJKMNP-TV-Z]{4}$/);
  });

  it('is taken up elsewhere, with everything in it, and the first journey goes on', async () => {
    const { secret, id, code } = await saved();
    await journeys.answer(secret, id, 'background', { background: 'changed later' });
    const elsewhere = (await journeys.resume(undefined, code))!;
    expect(elsewhere.secret).not.toBe(secret);
    expect((await journeys.load(elsewhere.secret, elsewhere.id))?.answers).toEqual(answers);
    expect((await journeys.load(secret, id))?.answers).not.toEqual(answers);
  });

  it('is taken up beside what this browser holds already', async () => {
    const { code } = await saved();
    const here = await journeys.begin(undefined);
    const resumed = (await journeys.resume(here.secret, code))!;
    expect(resumed.secret).toBe(here.secret);
    expect(await journeys.endAll(here.secret)).toBe(2);
  });

  it('is taken up once', async () => {
    const { code } = await saved();
    expect(await journeys.resume(undefined, code)).toBeDefined();
    expect(await journeys.resume(undefined, code)).toBeUndefined();
  });

  it('is taken up once by many at once, and leaves the others nothing', async () => {
    const { code } = await saved();
    const here = await journeys.begin(undefined);
    const all = await Promise.all(Array.from({ length: 10 }, () => journeys.resume(here.secret, code)));
    expect(all.filter(Boolean)).toHaveLength(1);
    expect(await journeys.endAll(here.secret)).toBe(2);
  });

  it('forgives how people write a code', async () => {
    const ways: ((code: string) => string)[] = [
      (code) => code.toLowerCase(),
      (code) => code.replaceAll('-', ''),
      (code) => code.replaceAll('-', ' '),
      (code) => `  ${code.replaceAll('-', ' – ')}\r\n`,
      (code) => code.replaceAll('0', 'O').replaceAll('1', 'I'),
      (code) => code.replaceAll('0', 'o').replaceAll('1', 'l'),
      (code) => [...code].join(' '),
      (code) => code.replace(/[0-9A-Z]/g, (each) => String.fromCodePoint(each.codePointAt(0)! + 0xfee0)),
    ];
    // Every code here has a 0 and a 1: random ones seldom have both.
    for (const [n, way] of ways.entries()) {
      const zeros = openJourneys(store.rows, { random: (size) => Buffer.from(rounds(size, n)) });
      const { secret, id } = await zeros.begin(undefined, { answers });
      const { code } = (await zeros.save(secret, id))!;
      expect(code).toMatch(/0.*1/);
      const real = await zeros.resume(secret, way(code));
      expect(real && (await zeros.load(real.secret, real.id))?.answers).toEqual(answers);
    }
  });

  it.each(['', '0000', 'UUUU-UUUU-UUUU-UUUU', '0000-0000-0000-0000', '0'.repeat(100_000), '\0', '__proto__'])(
    'takes nothing up for %.30j',
    async (code) => {
      expect(await journeys.resume(undefined, code)).toBeUndefined();
    },
  );

  it('is gone when its journey is ended, or every journey of its browser', async () => {
    const [one, two] = [await saved(), await saved()];
    await journeys.end(one.secret, one.id);
    expect(await journeys.resume(undefined, one.code)).toBeUndefined();
    await journeys.endAll(two.secret);
    expect(await journeys.resume(undefined, two.code)).toBeUndefined();
  });

  it('is gone too when who carried on ends everything', async () => {
    const { secret, id, code } = await saved();
    const later = (await journeys.save(secret, id))!;
    const elsewhere = (await journeys.resume(undefined, later.code))!;
    await journeys.endAll(elsewhere.secret);
    expect(await journeys.resume(undefined, code)).toBeUndefined();
  });
});

/** Bytes whose code has a 0 and a 1, other ones in every round. */
function rounds(size: number, n: number): number[] {
  return Array.from({ length: size }, (_, at) =>
    at < 2 ? at : n * 7 + at + Math.floor(Math.random() * 256),
  );
}
