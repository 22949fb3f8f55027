import { describe, expect, it } from 'vitest';
import { Driver } from '../support/driver.ts';
import { needsProgram } from '../support/programs.ts';
import { answerUpTo, letterOf, persona, statusOf, undisturbedLetter, until } from './support/journey.ts';
import { startProduct, temporaryFolder } from './support/product.ts';
import { type Redis, startRedis } from './support/redis.ts';

const PEPPER = 'ab'.repeat(32);

interface Fault {
  readonly name: string;
  readonly away: (redis: Redis) => unknown;
  readonly back: (redis: Redis) => unknown;
}

const faults: readonly Fault[] = [
  { name: 'frozen', away: (redis) => redis.signal('SIGSTOP'), back: (redis) => redis.signal('SIGCONT') },
  { name: 'killed', away: (redis) => redis.kill(), back: (redis) => redis.start() },
];

describe.skipIf(!needsProgram('redis-server')).each(faults)('while Redis is $name', ({ away, back }) => {
  it('says so, keeps what was typed on the page, serves pages that need no store, and recovers without a restart', async () => {
    const redis = await startRedis(temporaryFolder());
    const { origin } = await startProduct({ STORE_URL: redis.url, PEPPER });
    const expected = await undisturbedLetter(origin);
    const driver = new Driver(origin);
    await driver.start();
    await answerUpTo(driver, 'own-words');
    await away(redis);

    const typed = persona['own-words']!['own-words'] as string;
    await driver.answer({ 'own-words': typed }).catch(() => undefined);
    expect(driver.status).toBe(503);
    expect(driver.html).toContain(typed);
    expect(await statusOf(`${origin}/readyz`)).toBe(503);
    for (const path of ['/', '/guide', '/urgent-help', '/privacy', '/healthz']) {
      expect([path, await statusOf(origin + path)]).toEqual([path, 200]);
    }

    await back(redis);
    await until('ready again', async () => (await statusOf(`${origin}/readyz`)) === 200);
    // "Try again" sends the form of the error page.
    await driver.answer({});
    expect(driver.path).toBe(`${driver.base}/questions/reply-by`);
    await driver.walk(persona);
    expect(await letterOf(driver)).toBe(expected);
  });
});

describe.skipIf(!needsProgram('redis-server'))('when Redis is away at the start', () => {
  it('the server starts, is not ready, and uses Redis once it is there', async () => {
    const redis = await startRedis(temporaryFolder());
    await redis.kill();
    const { origin } = await startProduct({ STORE_URL: redis.url, PEPPER });
    expect([await statusOf(origin), await statusOf(`${origin}/readyz`)]).toEqual([200, 503]);
    await redis.start();
    await until('ready', async () => (await statusOf(`${origin}/readyz`)) === 200);
    expect(await undisturbedLetter(origin)).toContain('Tomasz Żuławski');
  });
});
