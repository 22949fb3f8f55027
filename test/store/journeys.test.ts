import { describe, expect, it, onTestFinished } from 'vitest';
import { StoreFull, StoreUnavailable } from '../../src/store/errors.ts';
import type { Journeys, Started } from '../../src/store/journeys.ts';
import { memoryRows } from '../../src/store/memory-rows.ts';
import type { Rows } from '../../src/store/rows.ts';
import { DAY, HOUR, openJourneys, opened, saved, withClock, written } from './support/open.ts';
import { storeKinds } from './support/stores.ts';

const answers = { background: { background: 'was' } };
const entry = (id: string) => ({ id, what: 'pals', when: '2026-11-03', addedAt: 1, fields: { who: 'Pat' } });

describe.each(storeKinds)('journeys in $name', ({ make }) => {
  async function journeysHere(): Promise<Journeys> {
    const store = await make();
    onTestFinished(() => store.destroy());
    return openJourneys(store.rows);
  }

  it('keep answers, unfinished answers and choices, and entries with their letters', async () => {
    const journeys = await journeysHere();
    const started = await journeys.start(undefined, { drafts: answers });
    let journey = await opened(journeys, started);
    expect(journey.drafts).toEqual(answers);
    journey = await written(journey.choose('leave-out', ['one', 'two']));
    journey = await written(journey.answer('so-far', { 'so-far': ['talked', 'asked-why'] }));
    journey = await written(journey.putAside('problems', { problems: 'half' }));
    journey = await written(journey.answer('background', { background: 'is' }));
    journey = await written(journey.keepLetter('e1', { lines: ['Dear Dr Patel'] }));
    for (const id of ['e1', 'e2', 'e3']) journey = await written(journey.addEntry(entry(id)));
    journey = await written(journey.changeEntry({ ...entry('e2'), what: 'settled' }));
    await written(journey.deleteEntry('e3'));

    const again = await opened(journeys, started);
    expect(again).toMatchObject({
      id: started.id,
      answers: { 'so-far': { 'so-far': ['talked', 'asked-why'] }, background: { background: 'is' } },
      choices: { 'leave-out': ['one', 'two'] },
      drafts: { problems: { problems: 'half' } },
      entries: [entry('e1'), { ...entry('e2'), what: 'settled' }],
      codes: [],
    });
    expect(await again.letter('e1')).toEqual({ lines: ['Dear Dr Patel'] });
    expect(again.sentLetters).toEqual(['e1']);
    expect(await again.letter('e2')).toBeUndefined();
  });

  it('can forget answers with a new entry, and delete the whole record with its letters', async () => {
    const journeys = await journeysHere();
    const started = await journeys.start(undefined, { answers: { ...answers, medicine: {} } });
    let journey = await opened(journeys, started);
    journey = await written(journey.putAside('background', { background: 'half' }));
    journey = await written(journey.keepLetter('e1', { lines: ['Dear Dr Patel'] }));
    journey = await written(journey.addEntry(entry('e1')));
    journey = await written(journey.addEntry(entry('e2'), ['background']));
    expect(journey.drafts).toEqual({});
    await written(journey.deleteEntries());

    const again = await opened(journeys, started);
    expect(again).toMatchObject({ answers: { medicine: {} }, drafts: {}, entries: [] });
    expect(again.answers).not.toHaveProperty('background');
    expect(await again.letter('e1')).toBeUndefined();
  });

  it('keep what 30 tabs answer at once, and end in all of them', async () => {
    const journeys = await journeysHere();
    const started = await journeys.start(undefined);
    const slugs = Array.from({ length: 30 }, (_, n) => `page-${n}`);
    const answer = async (slug: string) => (await opened(journeys, started)).answer(slug, { [slug]: slug });
    await Promise.all(slugs.map(answer));
    const journey = await opened(journeys, started);
    expect(Object.keys(journey.answers).sort()).toEqual(slugs.sort());
    expect(await journey.end({ keep: 'nothing' })).toEqual({ deleted: true });
    expect(await journey.answer('late', { late: 'yes' })).toBe('gone');
    expect(await journey.save('28-days')).toBe('gone');
    expect(await journeys.open(started.secret, started.id)).toBeUndefined();
  });

  it('open only in their own browser, each under its own id', async () => {
    const journeys = await journeysHere();
    const one = await journeys.start(undefined);
    const two = await journeys.start(one.secret);
    const theirs = await journeys.start(undefined);
    expect([two.secret === one.secret, theirs.secret === one.secret]).toEqual([true, false]);
    await written((await opened(journeys, one)).answer('nickname', { nickname: 'first' }));
    expect((await opened(journeys, two)).answers).toEqual({});
    const wrong: [string | undefined, string][] = [
      [undefined, one.id],
      [theirs.secret, one.id],
      ['A'.repeat(43), one.id],
      [`${one.secret} `, one.id],
      ['x', one.id],
      [one.secret, theirs.id],
      [one.secret, ''],
      [one.secret, '__proto__'],
    ];
    for (const [secret, id] of wrong) expect(await journeys.open(secret, id)).toBeUndefined();
    expect((await journeys.openAll(one.secret)).map(({ id }) => id).sort()).toEqual([one.id, two.id].sort());
    expect(await journeys.openAll('A'.repeat(43))).toEqual([]);
  });

  it('never use a secret that a client made up', async () => {
    const journeys = await journeysHere();
    for (const made of ['A'.repeat(43), 'x', '']) {
      const { secret, id } = await journeys.start(made);
      expect(secret).not.toBe(made);
      expect(await journeys.open(made, id)).toBeUndefined();
      expect(await journeys.deleteAll(made)).toMatchObject({ found: false, deleted: 0 });
      expect(await journeys.open(secret, id)).toBeDefined();
    }
  });

  describe('a code', () => {
    it('opens the same journey again and again, in any browser, with everything answered since', async () => {
      const journeys = await journeysHere();
      const mine = await journeys.start(undefined, { answers });
      const { code } = await saved(await opened(journeys, mine));
      expect(code).toMatch(/^([0-9A-HJKMNP-TV-Z]{4}-){3}[0-9A-HJKMNP-TV-Z]{4}$/);
      await written((await opened(journeys, mine)).answer('later', { later: 'yes' }));
      const other = await journeys.start(undefined);
      const taken: (Started | undefined)[] = [
        await journeys.resume(undefined, code),
        await journeys.resume(other.secret, code.toLowerCase().replaceAll('-', ' ')),
        await journeys.resume(mine.secret, code),
      ];
      expect(taken.map((each) => each?.id)).toEqual([mine.id, mine.id, mine.id]);
      expect([taken[1]!.secret, taken[2]!.secret]).toEqual([other.secret, mine.secret]);
      expect(await journeys.openAll(mine.secret)).toHaveLength(1);
      await written((await opened(journeys, taken[0]!)).answer('there', { there: 'yes' }));
      expect(Object.keys((await opened(journeys, mine)).answers)).toEqual(['background', 'later', 'there']);
    });

    it('no longer works once it is stopped, and a journey has at most 20', async () => {
      const journeys = await journeysHere();
      const started = await journeys.start(undefined);
      const codes = [];
      for (let n = 0; n < 20; n++) codes.push((await saved(await opened(journeys, started))).code);
      expect(await (await opened(journeys, started)).save('28-days')).toBe('too-many');
      for (const code of codes) expect(await journeys.resume(undefined, code)).toBeDefined();
      const journey = await written((await opened(journeys, started)).stopCodes());
      expect(journey.codes).toEqual([]);
      for (const code of codes) expect(await journeys.resume(undefined, code)).toBeUndefined();
      expect(typeof (await journey.save('28-days'))).toBe('object');
    });
  });

  it('are deleted when their browser is cleared, except those with a code', async () => {
    const journeys = await journeysHere();
    const without = await journeys.start(undefined);
    const withCode = await journeys.start(without.secret);
    const { code, until } = await saved(await opened(journeys, withCode), '3-months');
    expect(await journeys.clear(without.secret)).toEqual({ found: true, deleted: 1, goOn: [until], left: 0 });
    expect(await journeys.openAll(without.secret)).toEqual([]);
    expect(await journeys.clear(without.secret)).toEqual({ found: false, deleted: 0, goOn: [], left: 0 });
    expect((await journeys.start(without.secret)).secret).not.toBe(without.secret);
    const again = (await journeys.resume(undefined, code))!;
    expect(await journeys.deleteAll(again.secret)).toEqual({ found: true, deleted: 1, goOn: [], left: 0 });
    expect(await journeys.resume(undefined, code)).toBeUndefined();
  });

  it('end one at a time, while the others of the browser go on', async () => {
    const journeys = await journeysHere();
    const [one, two] = [await journeys.start(undefined), await journeys.start(undefined)];
    const code = await saved(await opened(journeys, one));
    const third = await journeys.start(one.secret);
    expect(await (await opened(journeys, one)).end({ keep: 'code' })).toEqual({
      deleted: false,
      until: code.until,
    });
    expect(await journeys.open(one.secret, one.id)).toBeUndefined();
    expect(await journeys.open(one.secret, third.id)).toBeDefined();
    expect(await journeys.resume(two.secret, code.code)).toMatchObject({ id: one.id });
    expect(await (await opened(journeys, two)).end({ keep: 'code' })).toEqual({ deleted: true });
    const taken = await opened(journeys, { secret: two.secret, id: one.id });
    expect(await taken.end({ keep: 'nothing' })).toEqual({ deleted: true });
    expect(await journeys.resume(undefined, code.code)).toBeUndefined();
  });
});

describe('names and limits', () => {
  it.each(['constructor', 'toString', 'hasOwnProperty', '', 'ü', 'a b'])(
    '%j is a name like any other',
    async (name) => {
      const { journeys } = withClock();
      const started = await journeys.start(undefined);
      await written((await opened(journeys, started)).answer(name, { [name]: 'x' }));
      const journey = await written((await opened(journeys, started)).choose(name, ['y']));
      expect([journey.answers, journey.choices]).toEqual([{ [name]: { [name]: 'x' } }, { [name]: ['y'] }]);
      expect(Object.getPrototypeOf(journey.answers)).toBe(Object.prototype);
    },
  );

  it('__proto__ is refused, so that it is never lost silently', async () => {
    const { journeys } = withClock();
    const started = await journeys.start(undefined);
    const journey = await opened(journeys, started);
    const given = JSON.parse('{"__proto__":"x"}') as Record<string, string>;
    for (const write of [
      () => journey.answer('__proto__', {}),
      () => journey.answer('a', given),
      () => journey.putAside('a', given),
      () => journey.choose('__proto__', []),
      () => journey.addEntry({ ...entry('e'), fields: given }),
    ])
      expect(write).toThrow(TypeError);
    await expect(journeys.start(undefined, { answers: { a: given } })).rejects.toThrow(TypeError);
  });

  it('an entry is added once, and keeps its first letter', async () => {
    const { journeys } = withClock();
    const started = await journeys.start(undefined);
    const add = async () => {
      const journey = await opened(journeys, started);
      await journey.keepLetter('e', { n: Math.random() });
      return written(journey.addEntry(entry('e')));
    };
    const first = await (await add()).letter('e');
    const again = await add();
    expect(again.entries).toHaveLength(1);
    expect(await (await opened(journeys, started)).letter('e')).toEqual(first ?? expect.anything());
    await written((await opened(journeys, started)).deleteEntry('e'));
    expect(await (await opened(journeys, started)).letter('e')).toBeUndefined();
  });

  it('a browser has 50 journeys at most', async () => {
    const { journeys } = withClock();
    let { secret } = await journeys.start(undefined);
    for (let n = 1; n < 50; n++) ({ secret } = await journeys.start(secret));
    await expect(journeys.start(secret)).rejects.toThrow(StoreFull);
    expect(await journeys.openAll(secret)).toHaveLength(50);
  });
});

describe('time', () => {
  it('ends a journey after its hours without use, not before', async () => {
    const { journeys, later } = withClock();
    const [used, unused] = [await journeys.start(undefined), await journeys.start(undefined)];
    for (let hours = 0; hours < 72; hours += 12) {
      later(12 * HOUR);
      expect(await journeys.open(used.secret, used.id)).toBeDefined();
    }
    expect(await journeys.open(unused.secret, unused.id)).toBeUndefined();
    later(24 * HOUR - 1);
    expect(await journeys.open(used.secret, used.id)).toBeDefined();
    later(25 * HOUR);
    expect(await journeys.open(used.secret, used.id)).toBeUndefined();
  });

  it('ends a browser’s access after its hours, even if there is a code', async () => {
    const { journeys, later } = withClock();
    const started = await journeys.start(undefined, { answers });
    const { code } = await saved(await opened(journeys, started));
    later(25 * HOUR);
    expect(await journeys.open(started.secret, started.id)).toBeUndefined();
    const taken = (await journeys.resume(started.secret, code))!;
    expect(taken.secret).not.toBe(started.secret);
    const journey = await opened(journeys, taken);
    expect(journey.answers).toEqual(answers);
  });

  it('ends the journeys of a browser that were not used, and keeps the one that was', async () => {
    const { journeys, later } = withClock();
    const one = await journeys.start(undefined);
    const two = await journeys.start(one.secret);
    later(20 * HOUR);
    await opened(journeys, one);
    later(20 * HOUR);
    expect(await journeys.open(one.secret, one.id)).toBeDefined();
    expect(await journeys.open(two.secret, two.id)).toBeUndefined();
  });

  it.each([
    ['28-days', 28, '2026-12-20'],
    ['3-months', 92, '2027-02-22'],
    ['6-months', 181, '2027-05-22'],
    ['12-months', 365, '2027-11-22'],
  ] as const)(
    'ends a code for %s after its last day, whether it was used or not',
    async (keepFor, days, day) => {
      const { journeys, later } = withClock();
      const started = await journeys.start(undefined, { answers });
      const { code, until } = await saved(await opened(journeys, started), keepFor);
      expect(until).toBe(day);
      for (let week = 1; week <= Math.floor(days / 7); week++) {
        later(7 * DAY);
        if (week % 2) expect(await journeys.resume(undefined, code)).toBeDefined();
      }
      later((days % 7) * DAY + 13 * HOUR);
      const taken = (await journeys.resume(undefined, code))!;
      expect((await opened(journeys, taken)).codes).toEqual([day]);
      later(HOUR);
      expect(await journeys.resume(undefined, code)).toBeUndefined();
      expect((await opened(journeys, taken)).codes).toEqual([]);
      expect((await opened(journeys, taken)).answers).toEqual(answers);
    },
  );

  it('ends a code that was kept longer on its new day, and its letters stay until then', async () => {
    const { journeys, later } = withClock();
    const started = await journeys.start(undefined);
    await written((await opened(journeys, started)).keepLetter('e', { text: 'Dear' }));
    await written((await opened(journeys, started)).addEntry(entry('e')));
    const { code } = await saved(await opened(journeys, started));
    later(20 * DAY);
    const taken = (await journeys.resume(undefined, code))!;
    const longer = await written((await opened(journeys, taken)).keepLonger('6-months'));
    expect(longer.codes).toEqual(['2027-06-12']);
    expect((await written(longer.keepLonger('28-days'))).codes).toEqual(['2027-06-12']);
    later(170 * DAY);
    const again = (await journeys.resume(undefined, code))!;
    expect(await (await opened(journeys, again)).letter('e')).toEqual({ text: 'Dear' });
    later(40 * DAY);
    expect(await journeys.resume(undefined, code)).toBeUndefined();
  });

  it('says when a journey was last opened before its code was used', async () => {
    const { journeys, later, now } = withClock();
    const started = await journeys.start(undefined);
    const { code } = await saved(await opened(journeys, started));
    const before = now();
    later(10 * DAY);
    const taken = (await journeys.resume(undefined, code))!;
    expect((await opened(journeys, taken)).lastOpened).toBe(before);
  });

  it('loses nothing when a clock jumps ahead and is put right', async () => {
    const { journeys, rows, later, jump } = withClock();
    rows.sweep();
    const started = await journeys.start(undefined, { answers });
    const { code } = await saved(await opened(journeys, started));
    later(2 * HOUR);
    rows.sweep();
    for (const ahead of [25 * HOUR, 40 * DAY]) {
      jump(ahead);
      expect(await journeys.open(started.secret, started.id)).toBeUndefined();
      expect(rows.sweep()).toBe(0);
      jump(-ahead);
      expect((await opened(journeys, started)).answers).toEqual(answers);
      expect(await journeys.resume(undefined, code)).toBeDefined();
    }
  });
});

describe('a store that fails', () => {
  function failing() {
    const rows = memoryRows();
    let fails: readonly string[] = [];
    const methods = ['get', 'insert', 'replace', 'touch', 'delete'] as const;
    const guarded = Object.fromEntries(
      methods.map((name) => [
        name,
        (...given: unknown[]) =>
          fails.includes(name)
            ? Promise.reject(new StoreUnavailable('TEST'))
            : (rows[name] as (...given: unknown[]) => unknown)(...given),
      ]),
    ) as unknown as Pick<Rows, (typeof methods)[number]>;
    return { rows: { ...rows, ...guarded }, fail: (...names: string[]) => void (fails = names) };
  }

  it('to write can still be read', async () => {
    let time = Date.now();
    const { rows, fail } = failing();
    const journeys = openJourneys(rows, { now: () => time });
    const started = await journeys.start(undefined, { answers });
    time += 2 * HOUR;
    fail('insert', 'replace', 'touch', 'delete');
    expect((await opened(journeys, started)).answers).toEqual(answers);
    await expect((await opened(journeys, started)).answer('a', {})).rejects.toThrow(StoreUnavailable);
  });

  it('to delete leads "clear" to say what is left, and this browser can no longer open it', async () => {
    const { rows, fail } = failing();
    let deletes = 0;
    const once: Rows = {
      ...rows,
      delete: (id, version) =>
        deletes++ === 0 ? rows.delete(id, version) : Promise.reject(new StoreUnavailable('TEST')),
    };
    const journeys = openJourneys(once);
    const started = await journeys.start(undefined);
    expect(await journeys.clear(started.secret)).toEqual({ found: true, deleted: 0, goOn: [], left: 1 });
    fail();
    expect(await journeys.open(started.secret, started.id)).toBeUndefined();
  });

  it('to keep a code shows no code', async () => {
    const { rows, fail } = failing();
    const journeys = openJourneys(rows);
    const started = await journeys.start(undefined);
    const journey = await opened(journeys, started);
    fail('replace');
    await expect(journey.save('28-days')).rejects.toThrow(StoreUnavailable);
    fail();
    expect((await opened(journeys, started)).codes).toEqual([]);
  });
});
