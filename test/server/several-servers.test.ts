import { randomBytes } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { Driver } from '../support/driver.ts';
import { needsProgram } from '../support/programs.ts';
import { answerUpTo, codeOf, goOn, letterOf, persona, undisturbedLetter } from './support/journey.ts';
import { type Product, startProduct, temporaryFolder } from './support/product.ts';
import { startRedis } from './support/redis.ts';
import { roundRobin } from './support/round-robin.ts';

const pepper = () => randomBytes(32).toString('hex');

describe.skipIf(!needsProgram('redis-server'))('two servers on one Redis, behind a round robin', () => {
  it('carry one journey together, and either carries it alone when the other is killed', async () => {
    const redis = await startRedis(temporaryFolder());
    const environment = { STORE_URL: redis.url, PEPPER: pepper() };
    const [first, second] = [await startProduct(environment), await startProduct(environment)];
    const balancer = await roundRobin([first.port, second.port]);
    const expected = await undisturbedLetter(balancer.origin);
    expect(Math.min(...balancer.served())).toBeGreaterThan(20);

    const driver = new Driver(balancer.origin);
    await driver.start();
    await answerUpTo(driver, 'so-far');
    await first.kill();
    await goOn(driver);
    await answerUpTo(driver, 'background');
    const back = await startProduct({ ...environment, PORT: String(first.port) });
    await second.kill();
    await driver.walk(persona);
    expect(await letterOf(driver)).toBe(expected);
    await back.kill();
  });

  it('change to a new pepper one after the other, and no journey or code is lost', async () => {
    const redis = await startRedis(temporaryFolder());
    const [old, fresh] = [pepper(), pepper()];
    const ports: number[] = [];
    const running: Product[] = [];
    for (const server of [0, 1]) {
      running[server] = await startProduct({ STORE_URL: redis.url, PEPPER: old });
      ports[server] = running[server].port;
    }
    const { origin } = await roundRobin(ports);
    const driver = new Driver(origin);
    await driver.start();
    await answerUpTo(driver, 'detained');
    const code = await codeOf(driver);

    // As docs/running.md says: every server learns the new one before any server seals with it.
    for (const peppers of [`${old},${fresh}`, `${fresh}, ${old}`]) {
      for (const at of [0, 1]) {
        await running[at]!.kill();
        running[at] = await startProduct({ STORE_URL: redis.url, PEPPER: peppers, PORT: String(ports[at]) });
        for (let answers = 0; answers < 3; answers++) await goOn(driver);
      }
    }
    const elsewhere = new Driver(origin);
    await elsewhere.open('/resume');
    await elsewhere.answer({ code });
    // Where the one who went on is now.
    expect(elsewhere.path).toBe(driver.path);

    for (const product of running) await product.kill();
    // The old pepper stays listed for as long as the longest code works.
    await startProduct({ STORE_URL: redis.url, PEPPER: `${fresh},${old}`, PORT: String(ports[0]) });
    await driver.walk(persona);
    expect(await letterOf(driver)).toBe(await undisturbedLetter(origin));
  });
});
