import { randomBytes } from 'node:crypto';
import { describe, expect, it, onTestFinished } from 'vitest';
import {
  codeRowKey,
  journeyRowKey,
  newJourneyKey,
  type RowKey,
  sessionRowKey,
} from '../../src/store/keys.ts';
import { memoryRows } from '../../src/store/memory-rows.ts';
import { seal, unseal } from '../../src/store/seal.ts';
import { newCode } from '../../src/store/codes.ts';
import { newSecret } from '../../src/store/secrets.ts';
import { noting } from './support/noting.ts';
import { HOUR, openJourneys, opened, saved, written } from './support/open.ts';
import { storeKinds } from './support/stores.ts';

const typed = 'Zebra-Quagga 1987, the voices at night';
const value = { answers: { background: { background: typed } } };

describe.each(storeKinds)('what a thief finds in $name', ({ make }) => {
  it('has nothing that was typed, and no secret, id, code or pepper', async () => {
    const store = await make();
    onTestFinished(() => store.destroy());
    const pepper = randomBytes(32);
    const journeys = openJourneys(store.rows, { pepper });
    const started = await journeys.start(undefined, { drafts: { 'patient-name': { name: typed } } });
    const { secret, id } = started;
    let journey = await opened(journeys, started);
    journey = await written(journey.answer('background', { background: typed }));
    journey = await written(journey.choose('leave-out', [typed]));
    journey = await written(journey.keepLetter('e1', { text: typed }));
    const fields = { notes: typed };
    journey = await written(journey.addEntry({ id: 'e1', what: 'sent-letter', addedAt: 1, fields }));
    const { code } = await saved(journey);
    await journeys.resume(secret, code);

    const dump = await store.dump();
    expect(dump.length).toBeGreaterThan(4 * 1024);
    const bare = code.replaceAll('-', '');
    const words = [
      'Zebra',
      'voices',
      'background',
      'leave-out',
      'answers',
      'sent-letter',
      secret,
      id,
      code,
      bare,
    ];
    for (const word of [typed, ...words]) expect(findings(dump, word), word).toEqual([]);
    for (const bytes of [pepper, Buffer.from(secret, 'base64url'), Buffer.from(id, 'base64url')])
      expect(dump.includes(bytes)).toBe(false);
  });

  it('would show typed words if they were there', async () => {
    const store = await make();
    onTestFinished(() => store.destroy());
    await store.rows.insert('0'.repeat(32), Buffer.from(typed), Date.now() + HOUR, 'new');
    expect(findings(await store.dump(), 'Quagga')).not.toEqual([]);
  });
});

describe('a thief with the whole store and the pepper', () => {
  it('opens nothing without a code or a cookie, whatever is tried instead', async () => {
    const rows = memoryRows();
    const ids: string[] = [];
    const pepper = randomBytes(32);
    const journeys = openJourneys(noting(rows, [], ids), { pepper });
    const started = await journeys.start(undefined, value);
    await saved(await opened(journeys, started));
    await (await opened(journeys, started)).keepLetter('e1', { text: typed });
    const stolen = await Promise.all(ids.map(async (id) => ({ id, bytes: (await rows.get(id))!.bytes })));
    expect(stolen).toHaveLength(4);

    const guesses = [pepper, Buffer.alloc(32), ...ids.map((id) => Buffer.from(id.padEnd(64, '0'), 'hex'))];
    const keys = guesses.flatMap((guess) => [
      guess.subarray(0, 32),
      sessionRowKey(guess, pepper).key,
      codeRowKey(guess.toString('hex'), pepper).key,
      codeRowKey('', pepper).key,
    ]);
    for (const { id, bytes } of stolen)
      for (const key of keys) expect(unseal({ rowId: id, key }, bytes)).toBeUndefined();
    for (const guess of guesses) expect(await journeys.openAll(guess.toString('base64url'))).toEqual([]);
    for (const { id } of stolen) expect(await journeys.resume(undefined, id)).toBeUndefined();
  });

  it('opens nothing with a cookie or a code if the pepper is missing', async () => {
    const rows = memoryRows();
    const journeys = openJourneys(rows);
    const started = await journeys.start(undefined, value);
    const { code } = await saved(await opened(journeys, started));
    const thief = openJourneys(rows);
    expect(await thief.open(started.secret, started.id)).toBeUndefined();
    expect(await thief.openAll(started.secret)).toEqual([]);
    expect(await thief.resume(undefined, code)).toBeUndefined();
  });

  it('opens nothing that was deleted, even with the old code and the old cookie', async () => {
    const rows = memoryRows();
    const ids: string[] = [];
    const journeys = openJourneys(noting(rows, [], ids));
    const started = await journeys.start(undefined, value);
    const { code } = await saved(await opened(journeys, started));
    await journeys.deleteAll(started.secret);
    for (const id of ids) expect(await rows.get(id)).toBeUndefined();
    expect(await journeys.resume(started.secret, code)).toBeUndefined();
  });
});

describe('a wrong code', () => {
  it('makes the same calls to the store, whether it is unknown, expired, stopped or not a code at all', async () => {
    let time = Date.now();
    const now = () => time;
    const calls: string[] = [];
    const rows = noting(memoryRows({ now }), calls);
    const journeys = openJourneys(rows, { now, oldPeppers: [randomBytes(32), randomBytes(32)] });
    const started = await journeys.start(undefined);
    const journey = await opened(journeys, started);
    const stopped = await saved(journey);
    await written((await opened(journeys, started)).stopCodes());
    const ended = await saved(await opened(journeys, started));
    time += 40 * 24 * HOUR;
    for (const code of ['0000-0000-0000-0000', 'hello', '', '0'.repeat(10_000), stopped.code, ended.code]) {
      calls.length = 0;
      expect(await journeys.resume(undefined, code)).toBeUndefined();
      expect(calls).toEqual(Array(6).fill('get'));
    }
  });
});

describe('a stolen row', () => {
  const somewhere = (): RowKey => journeyRowKey(newJourneyKey());

  it('does not open under another id, or with another key', () => {
    const at = somewhere();
    const bytes = seal(at, value);
    expect(unseal(at, bytes)).toEqual({ format: 1, value });
    expect(unseal({ ...at, rowId: somewhere().rowId }, bytes)).toBeUndefined();
    expect(unseal({ ...at, key: somewhere().key }, bytes)).toBeUndefined();
  });

  it('does not open once it is moved to another journey', async () => {
    const rows = memoryRows();
    const ids: string[] = [];
    const journeys = openJourneys(noting(rows, [], ids));
    const victim = await journeys.start(undefined, value);
    const thief = await journeys.start(undefined);
    const [victims, , thiefs] = ids as [string, string, string];
    const stolen = (await rows.get(victims))!.bytes;
    expect(await rows.replace(thiefs, 1, stolen, Date.now() + HOUR)).toBe('done');
    expect(await journeys.open(thief.secret, thief.id)).toBeUndefined();
    expect(await journeys.openAll(thief.secret)).toEqual([]);
    expect((await opened(journeys, victim)).answers).toEqual(value.answers);
  });

  it('does not open when any one byte is changed, cut off or added', () => {
    const at = somewhere();
    const bytes = seal(at, value);
    for (let n = 0; n < bytes.length; n++) {
      const flipped = Buffer.from(bytes);
      flipped[n]! ^= 1 << (n % 8);
      expect(unseal(at, flipped), `byte ${n}`).toBeUndefined();
    }
    for (let length = 0; length < bytes.length; length++)
      expect(unseal(at, bytes.subarray(0, length))).toBeUndefined();
    expect(unseal(at, Buffer.concat([bytes, Buffer.of(0)]))).toBeUndefined();
  });

  it('has a size that says little about what was typed, and never looks the same twice', () => {
    const at = somewhere();
    const size = (length: number) => seal(at, { text: 'x'.repeat(length) }).length;
    expect(new Set([0, 1, 500, 1000].map(size))).toEqual(new Set([1024 + 29]));
    expect(size(1020)).toBe(2048 + 29);
    const vectors = Array.from({ length: 600 }, () => seal(at, value).toString('hex', 1, 13));
    expect(new Set(vectors).size).toBe(600);
  });
});

it('a row id depends on the secret, or on the code and the pepper, and says nothing about the key', () => {
  const [one, two] = [randomBytes(32), randomBytes(32)];
  const secret = Buffer.from(newSecret(), 'base64url');
  const code = newCode();
  expect(sessionRowKey(secret, one).rowId).toBe(sessionRowKey(secret, two).rowId);
  expect(sessionRowKey(secret, one).key).not.toEqual(sessionRowKey(secret, two).key);
  expect(codeRowKey(code, one).rowId).not.toBe(codeRowKey(code, two).rowId);
  for (const at of [sessionRowKey(secret, one), codeRowKey(code, one), journeyRowKey(newJourneyKey())]) {
    expect([at.rowId.length, at.key.length]).toEqual([32, 32]);
    expect(at.key.toString('hex')).not.toContain(at.rowId);
  }
});

/** The spellings of a word that are in the dump: as it is, and as a thief could find it with little effort. */
function findings(dump: Buffer, word: string): string[] {
  const bytes = Buffer.from(word);
  const spellings = {
    plain: bytes,
    wide: Buffer.from(word, 'utf16le'),
    hex: Buffer.from(bytes.toString('hex')),
    base64: Buffer.from(bytes.toString('base64').replace(/=*$/, '').slice(0, -1)),
  };
  return Object.entries(spellings)
    .filter(([, spelling]) => dump.includes(spelling))
    .map(([name]) => name);
}
