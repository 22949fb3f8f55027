import { describe, expect, it } from 'vitest';
import { DAY, HOUR, withClock } from './support/open.ts';

const answers = { background: { background: 'It began in spring.' } };

describe('how long a code is kept', () => {
  it('is 28 days, fixed, whatever becomes of the journey', async () => {
    const { journeys, later, now } = withClock();
    const { secret, id } = await journeys.begin(undefined, { answers });
    const { code, until } = (await journeys.save(secret, id))!;
    expect(until.getTime() - now()).toBe(28 * DAY);
    later(28 * DAY - 1);
    expect(await journeys.load(secret, id)).toBeUndefined();
    const held = (await journeys.resume(undefined, code))!;
    expect((await journeys.load(held.secret, held.id))?.answers).toEqual(answers);
  });

  it('asks the same of the store for unknown, used-up, expired and impossible codes', async () => {
    const { journeys, later, calls } = withClock();
    const { secret, id } = await journeys.begin(undefined, { answers });
    const [used, expired] = [(await journeys.save(secret, id))!, (await journeys.save(secret, id))!];
    await journeys.resume(undefined, used.code);
    later(28 * DAY);
    for (const code of [used.code, expired.code, '0000-0000-0000-0000', 'no code at all', '']) {
      calls.length = 0;
      expect(await journeys.resume(secret, code)).toBeUndefined();
      expect(calls).toEqual(['get']);
    }
  });

  it('refuses the 21st copy of one journey rather than drop one', async () => {
    const { journeys, later } = withClock();
    const { secret, id } = await journeys.begin(undefined);
    for (let n = 0; n < 20; n++) expect(await journeys.save(secret, id)).toBeDefined();
    await expect(journeys.save(secret, id)).rejects.toThrow('too many copies');
    for (let hours = 0; hours < 28 * 24; hours += 12) {
      later(12 * HOUR);
      expect(await journeys.load(secret, id)).toBeDefined();
    }
    expect(await journeys.save(secret, id)).toBeDefined();
  });
});
