import { readFileSync, readdirSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { createJourneys } from '../../src/store/journeys.ts';
import { memoryRows } from '../../src/store/memory-rows.ts';
import { journeySchemas } from '../../src/store/journey-row.ts';
import { journeyRowKey, newJourneyKey } from '../../src/store/keys.ts';
import { readSealed } from '../../src/store/sealed-row.ts';
import { FORMAT, seal } from '../../src/store/seal.ts';
import { START, opened, written } from './support/open.ts';

/** Rows in each format that the store has ever written, to show that they still open. `fixtures/make.ts` made them. */
interface Fixture {
  readonly secret: string;
  readonly id: string;
  readonly code: string;
  readonly rows: Readonly<Record<string, string>>;
}

const folder = new URL('fixtures/', import.meta.url);
const files = readdirSync(folder).filter((name) => name.endsWith('.json'));

it('there are rows of every format that the store has ever written', () => {
  const formats = Array.from({ length: FORMAT }, (_, at) => `format-${at + 1}.json`);
  expect(files.sort()).toEqual(formats.sort());
});

describe.each(files)('%s', (file) => {
  const fixture = JSON.parse(readFileSync(new URL(file, folder), 'utf8')) as Fixture;

  async function stored() {
    const now = () => START;
    const rows = memoryRows({ now });
    for (const [id, row] of Object.entries(fixture.rows))
      await rows.insert(id, Buffer.from(row, 'base64'), START + 3_600_000, 'open');
    return createJourneys({ rows, pepper: Buffer.alloc(32, 7), hours: 24, now });
  }

  it('opens in its browser and with its code, and can be written to', async () => {
    const journeys = await stored();
    const resumed = (await journeys.resume(undefined, fixture.code))!;
    for (const held of [fixture, resumed]) {
      const journey = await opened(journeys, held);
      expect(journey).toMatchObject({
        answers: { 'so-far': { 'so-far': ['talked', 'asked-why'] } },
        drafts: { problems: { problems: 'half a thought' } },
        choices: { 'leave-out': ['side-effects'] },
        entries: [
          { id: 'e1', what: 'sent-letter', when: '2026-11-20', fields: { letter: 'chaser', how: 'post' } },
          { id: 'e2', what: 'pals', fields: {} },
        ],
        codes: ['2027-11-22'],
      });
      expect(await journey.letter('e1')).toEqual({ lines: ['Dear Dr Patel,'] });
      await written(journey.answer('later', { later: 'yes' }));
    }
  });
});

describe('a row that is opened', () => {
  const at = journeyRowKey(newJourneyKey());
  const empty = { answers: {}, offered: {}, choices: {}, entries: [], letters: [], codes: [], used: 1 };
  const read = (value: unknown) => readSealed(at, seal(at, value), journeySchemas);

  it('is parsed, and anything that is not a journey is refused', () => {
    expect(read(empty)).toEqual(empty);
    for (const wrong of [
      null,
      [],
      'x',
      {},
      { ...empty, answers: [] },
      { ...empty, answers: { a: { b: 1 } } },
    ])
      expect(read(wrong)).toBeUndefined();
  });

  it('has no key with a special meaning, such as __proto__', () => {
    const hostile = JSON.parse('{"__proto__": {"polluted": "yes"}, "a": {"__proto__": "x"}}') as object;
    const row = read({ ...empty, answers: hostile })!;
    expect(Object.keys(row.answers)).toEqual(['a']);
    expect([row.answers, row.answers['a']].map((each) => Object.getPrototypeOf(each) as unknown)).toEqual([
      Object.prototype,
      Object.prototype,
    ]);
    expect(({} as { polluted?: string }).polluted).toBeUndefined();
  });

  it('is refused if its format is unknown', () => {
    const bytes = seal(at, empty);
    bytes[0] = 99;
    expect(readSealed(at, bytes, journeySchemas)).toBeUndefined();
  });
});
