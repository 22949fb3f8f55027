import { randomBytes } from 'node:crypto';
import { describe, expect, it, onTestFinished } from 'vitest';
import { memoryRows } from '../../src/store/memory-rows.ts';
import type { Rows } from '../../src/store/rows.ts';
import { open, seal, slotFor } from '../../src/store/seal.ts';
import { openJourneys } from './support/open.ts';
import { storeKinds } from './support/stores.ts';

const typed = 'Zebra-Quagga 1987, the voices at night';
const sealedRow = { answers: { background: { background: typed } } };

describe.each(storeKinds)('what a thief finds in $name', ({ make }) => {
  it('is nothing that was typed, no secret, no id, no code, no pepper', async () => {
    const store = await make();
    onTestFinished(() => store.destroy());
    const pepper = randomBytes(32);
    const journeys = openJourneys(store.rows, { pepper });
    const { secret, id } = await journeys.begin(undefined, { offered: { 'patient-name': { name: typed } } });
    await journeys.answer(secret, id, 'background', { background: typed });
    await journeys.choose(secret, id, 'chosen-paragraphs', [typed]);
    const { code } = (await journeys.save(secret, id))!;
    await journeys.resume(secret, code);

    const dump = await store.dump();
    expect(dump.length).toBeGreaterThan(3 * 1024);
    const bare = code.replaceAll('-', '');
    const words = [
      typed,
      'Zebra',
      'voices',
      'background',
      'chosen-paragraphs',
      'answers',
      secret,
      id,
      code,
      bare,
    ];
    for (const word of words) expect(findings(dump, word), word).toEqual([]);
    for (const bytes of [pepper, Buffer.from(secret, 'base64url'), Buffer.from(id, 'base64url')]) {
      expect(dump.includes(bytes)).toBe(false);
    }
  });

  it('would be found by this search, were it there', async () => {
    const store = await make();
    onTestFinished(() => store.destroy());
    await store.rows.insert('0'.repeat(32), Buffer.from(typed), 60_000);
    expect(findings(await store.dump(), 'Quagga')).not.toEqual([]);
  });
});

describe('a stolen row', () => {
  const slot = () => slotFor(randomBytes(32), randomBytes(32), 'test');

  it('does not open at another id, with the right key', () => {
    const at = slot();
    const bytes = seal(at, sealedRow);
    expect(open(at, bytes)).toEqual(sealedRow);
    expect(open({ ...at, rowId: slot().rowId }, bytes)).toBeUndefined();
    expect(open({ ...at, key: slot().key }, bytes)).toBeUndefined();
  });

  it('is not found once it is moved to another journey, and breaks nothing there', async () => {
    const rows = memoryRows();
    const ids: string[] = [];
    const noted: Rows = { ...rows, insert: (id, bytes, ttl) => (ids.push(id), rows.insert(id, bytes, ttl)) };
    const journeys = openJourneys(noted);
    const victim = await journeys.begin(undefined, sealedRow);
    const thief = await journeys.begin(undefined);
    const [victims, , thiefs] = ids as [string, string, string];
    const stolen = (await rows.get(victims))!.bytes;
    expect(await rows.replace(thiefs, 1, stolen, 60_000)).toBe('saved');
    expect(await journeys.load(thief.secret, thief.id)).toBeUndefined();
    expect(await journeys.answer(thief.secret, thief.id, 'a', { b: 'c' })).toBeUndefined();
    expect((await journeys.load(victim.secret, victim.id))?.answers).toEqual(sealedRow.answers);
  });

  it('does not open with any one byte changed, cut off or added', () => {
    const at = slot();
    const bytes = seal(at, sealedRow);
    for (let n = 0; n < bytes.length; n++) {
      const flipped = Buffer.from(bytes);
      flipped[n]! ^= 1 << (n % 8);
      expect(open(at, flipped), `byte ${n}`).toBeUndefined();
    }
    for (let length = 0; length < bytes.length; length++) {
      expect(open(at, bytes.subarray(0, length))).toBeUndefined();
    }
    expect(open(at, Buffer.concat([bytes, Buffer.of(0)]))).toBeUndefined();
  });

  it('tells nothing of what was typed by its size', () => {
    const at = slot();
    const size = (length: number) => seal(at, { text: 'x'.repeat(length) }).length;
    expect(new Set([0, 1, 500, 1000].map(size))).toEqual(new Set([1024 + 29]));
    expect(size(1020)).toBe(2048 + 29);
  });

  it('is never the same twice', () => {
    const at = slot();
    // More than are drawn ahead at once.
    const initials = Array.from({ length: 600 }, () => seal(at, sealedRow).toString('hex', 1, 13));
    expect(new Set(initials).size).toBe(600);
  });
});

/** A word as it is, and as a thief would look for it with little effort. */
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
