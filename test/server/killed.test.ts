import { describe, expect, it } from 'vitest';
import { CookieJar, Driver } from '../support/driver.ts';
import { answerUpTo, codeOf, letterOf, persona, undisturbedLetter } from './support/journey.ts';
import { startProduct, temporaryFolder } from './support/product.ts';

describe('a server that is killed, with the embedded store', () => {
  it('loses nothing of a journey, whenever that is', async () => {
    const environment = { DATA_DIR: temporaryFolder() };
    let product = await startProduct(environment);
    const port = String(product.port);
    const expected = await undisturbedLetter(product.origin);
    const driver = new Driver(product.origin);
    await driver.start();
    for (const slug of ['detained', 'so-far', 'letter', 'background', 'own-words']) {
      await answerUpTo(driver, slug);
      await product.kill();
      product = await startProduct({ ...environment, PORT: port });
      // As somebody who presses reload: the address says where they were.
      await driver.open(driver.path);
      expect([driver.status, driver.path]).toEqual([200, `${driver.base}/questions/${slug}`]);
    }
    await driver.walk(persona);
    const code = await codeOf(driver);
    await product.kill();
    product = await startProduct({ ...environment, PORT: port });
    expect(await letterOf(driver)).toBe(expected);

    const elsewhere = new Driver(product.origin);
    await elsewhere.open('/resume');
    await elsewhere.answer({ code });
    expect(elsewhere.path).toMatch(/\/record$/);
    await elsewhere.open(elsewhere.path.replace(/record$/, 'check-answers'));
    expect(elsewhere.text).toContain('Tomasz Żuławski');
  });

  it('has kept every answer that it said it had, with many on their way', async () => {
    const environment = { DATA_DIR: temporaryFolder() };
    const product = await startProduct(environment);
    const writers = await Promise.all(Array.from({ length: 8 }, () => startWriter(product.origin)));
    const running = writers.map((writer) => writer.run());
    await new Promise((resolve) => setTimeout(resolve, 700));
    await product.kill();
    await Promise.all(running);

    const again = await startProduct({ ...environment, PORT: String(product.port) });
    for (const writer of writers) {
      expect(writer.told()).toBeGreaterThan(0);
      // What was on its way may have been kept too.
      expect([writer.told(), writer.told() + 1]).toContain(await writer.kept());
    }
    await again.kill();
  });
});

/** An advocate who changes one answer without end, and counts what the server confirmed. */
async function startWriter(origin: string) {
  const driver = new Driver(origin, new CookieJar());
  await driver.start();
  await driver.answer({ 'help-with': 'advice-and-letter' });
  await driver.answer({ 'who-for': 'client' });
  const page = `${driver.base}/questions/nickname`;
  let told = 0;
  return {
    told: () => told,
    async run() {
      for (;;) {
        const body = new URLSearchParams({ nickname: `Visit ${told + 1}` });
        const answer = await driver.fetch(page, { method: 'POST', body }).catch(() => undefined);
        if (answer?.status !== 303) return;
        told++;
      }
    },
    async kept() {
      await driver.open(page);
      return Number(/value="Visit (\d+)"/.exec(driver.html)?.[1]);
    },
  };
}
