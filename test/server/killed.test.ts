import { describe, expect, it } from 'vitest';
import { CookieJar, Driver } from '../support/driver.ts';
import { answerUpTo, codeOf, letterOf, persona, undisturbedLetter } from './support/journey.ts';
import { startProduct, temporaryFolder } from './support/product.ts';

describe('a server that is killed, with the embedded store', () => {
  it('loses nothing of a journey, whenever it is killed', async () => {
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
      // As a person who presses reload, whose address says where they were.
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

  it('loses nothing of the record when it is killed after each step', async () => {
    const environment = { DATA_DIR: temporaryFolder() };
    let product = await startProduct(environment);
    const port = String(product.port);
    const driver = new Driver(product.origin);
    await driver.start();
    await driver.walk(persona);
    const onDay = (day: string, month: string) => ({
      'when-day': day,
      'when-month': month,
      'when-year': '2025',
    });
    const steps: readonly (readonly [path: string, fields: Readonly<Record<string, string>>])[] = [
      ['letter/sent', { ...onDay('3', '11'), how: 'post' }],
      ['record/add/asked', { ...onDay('20', '11'), 'asked-for': 'news', entry: 'asked-once' }],
      [
        'record/add/answer',
        { ...onDay('1', '12'), 'answer-was': 'no', 'reasons-given': 'no', entry: 'answered-no' },
      ],
    ];
    for (const [path, fields] of steps) {
      const body = new URLSearchParams(fields);
      expect((await driver.fetch(`${driver.base}/${path}`, { method: 'POST', body })).status, path).toBe(303);
      await product.kill();
      product = await startProduct({ ...environment, PORT: port });
    }
    await driver.open(`${driver.base}/record`);
    expect([...driver.html.matchAll(/data-entry="([^"]+)"/g)].map(([, what]) => what)).toEqual([
      'sent-letter',
      'asked',
      'answer',
    ]);
    const [, sent] = /data-entry="sent-letter" data-entry-id="([^"]+)"/.exec(driver.html)!;
    const copy = await driver.fetch(`${driver.base}/record/${sent}/letter.txt`);
    // The copy has the day on which it was sent.
    const asSent = (await letterOf(driver)).replace(/^\d+ \w+ \d{4}$/m, '3 November 2025');
    expect(await copy.text()).toBe(asSent);
    await product.kill();
  });

  it('has kept every answer that it confirmed, while many were being sent', async () => {
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
      // The answer that was being sent may have been kept too.
      expect([writer.told(), writer.told() + 1]).toContain(await writer.kept());
    }
    await again.kill();
  });
});

/** An advocate who keeps changing one answer, and counts how often the server confirmed it. */
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
