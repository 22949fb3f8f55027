import { describe, expect, it, onTestFinished } from 'vitest';
import { createJourneys } from '../../src/store/journeys.ts';
import { memoryRows } from '../../src/store/memory-rows.ts';
import { runApp, type RunningApp } from '../support/app.ts';
import { answersOf } from '../support/answers.ts';

/** `/held`: what a page asks the server before it is shown again from the browser's memory. */
async function start(overrides: Parameters<typeof runApp>[0] = {}): Promise<RunningApp> {
  const app = await runApp(overrides);
  onTestFinished(app.close);
  return app;
}

const HOUR = 3_600_000;

describe('the question whether a journey is still held', () => {
  it('gets a yes only in its own browser, and an empty response', async () => {
    const app = await start();
    const [mine, other] = [await app.journey(answersOf()), await app.journey()];
    const held = async (base: string, cookie?: string) => (await app.get(`${base}/held`, cookie)).status;
    expect((await app.get(`${mine.base}/held`, mine.cookie)).text).toBe('');
    expect(await held(mine.base, mine.cookie)).toBe(204);
    expect(await held(mine.base, other.cookie)).toBe(410);
    expect(await held(mine.base)).toBe(410);
    expect(await held('/journey/AAAAAAAAAAAA', mine.cookie)).toBe(410);
    await app.post(`${mine.base}/finish`, {}, mine.cookie);
    expect(await held(mine.base, mine.cookie)).toBe(410);
  });

  it('still gets a yes for another journey of the browser after "next person" has ended one', async () => {
    const app = await start();
    const first = await app.journey();
    const second = await app.journey({}, first.secret);
    await app.post(`${first.base}/next-person`, {}, first.cookie);
    expect((await app.get(`${first.base}/held`, first.cookie)).status).toBe(410);
    expect((await app.get(`${second.base}/held`, second.cookie)).status).toBe(204);
  });

  it('does not extend a journey, however often it is asked', async () => {
    let time = Date.parse('2026-11-26T12:00:00Z');
    const now = () => time;
    // The machine's uptime moves with the clock, so that the store trusts the time.
    const rows = memoryRows({ now, uptime: now });
    const app = await start({
      journeys: createJourneys({ rows, pepper: Buffer.alloc(32, 7), hours: 2, now }),
    });
    const { base, cookie } = await app.journey();
    for (const status of [204, 204, 204, 410]) {
      expect((await app.get(`${base}/held`, cookie)).status).toBe(status);
      time += 0.6 * HOUR;
      if (status === 204 && time - Date.parse('2026-11-26T12:00:00Z') > 1.7 * HOUR) time += 0.5 * HOUR;
    }
  });
});
