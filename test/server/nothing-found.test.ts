import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { CookieJar, Driver } from '../support/driver.ts';
import { needsProgram } from '../support/programs.ts';
import { codeOf, persona } from './support/journey.ts';
import { type Product, startProduct, temporaryFolder } from './support/product.ts';
import { startRedis } from './support/redis.ts';

/** What the persona types, line by line. The values of choices are our own words, so they are left out. */
const typed = Object.values(persona)
  .flatMap((fields) => Object.values(fields).flat())
  .flatMap((value) => value.split('\n'))
  .filter((line) => /[ @]/.test(line));

describe('what was typed, and the secrets that open it,', () => {
  it('are not in the data folder while the server runs, nor afterwards', async () => {
    const DATA_DIR = temporaryFolder();
    const product = await startProduct({ DATA_DIR });
    const secrets = await wholeJourney(product);
    expect(found(everyByte(DATA_DIR), secrets)).toEqual([]);
    product.signal('SIGTERM');
    await product.ended;
    const left = everyByte(DATA_DIR);
    expect(left.length).toBeGreaterThan(4_096);
    expect(found(left, secrets)).toEqual([]);
  });

  it.skipIf(!needsProgram('redis-server'))('are not in anything that Redis ever wrote', async () => {
    const folder = temporaryFolder();
    // Redis appends every write to a file there, including those that are overwritten later.
    const redis = await startRedis(folder);
    const secrets = await wholeJourney(await startProduct({ STORE_URL: redis.url, PEPPER: 'ab'.repeat(32) }));
    await redis.kill();
    const written = everyByte(folder);
    expect(written.length).toBeGreaterThan(40_000);
    expect(found(written, secrets)).toEqual([]);
  });

  it('would be found if they were there', () => {
    const folder = temporaryFolder();
    expect(typed.length).toBeGreaterThan(20);
    for (const encoding of ['utf8', 'utf16le', 'hex', 'base64'] as const) {
      writeFileSync(join(folder, 'row'), spelling(`… ${typed[0]} …`, encoding));
      expect(found(everyByte(folder), [])).toEqual([typed[0]]);
    }
  });

  it('are not in the log at any level, whatever goes wrong', async () => {
    const product = await startProduct({ DATA_DIR: temporaryFolder(), LOG_LEVEL: 'trace' });
    const secrets = await wholeJourney(product);
    await mistakes(product, secrets);
    product.signal('SIGTERM');
    expect(await product.ended).toBe(0);

    const lines = product.output().trim().split('\n');
    expect(lines.length).toBeGreaterThan(60);
    expect(found(Buffer.from(product.output()), [...secrets, 'Mozilla', 'elsewhere.example'])).toEqual([]);
    const names = new Set(lines.flatMap((line) => Object.keys(JSON.parse(line) as object)));
    expect([...names].sort()).toEqual(['level', 'method', 'ms', 'msg', 'route', 'status', 'time']);
    expect(product.output()).toContain('"route":"/journey/:id/letter.:format"');
  });

  it('are not logged with an error that nobody caught', async () => {
    // A preloaded module stands in for code that throws outside a request.
    const thrower = join(temporaryFolder(), 'thrower.mjs');
    const words = JSON.stringify(`${typed[0]}\n    at ${typed[1]}`);
    writeFileSync(thrower, `process.once('SIGUSR2', () => { throw new RangeError(${words}); });`);
    const NODE_OPTIONS = `--import ${thrower}`;
    const product = await startProduct({ DATA_DIR: temporaryFolder(), NODE_OPTIONS });
    product.signal('SIGUSR2');
    expect(await product.ended).toBe(1);
    const lines = product.output().trim().split('\n');
    const told = lines.map((line) => JSON.parse(line) as object).find((line) => 'error' in line);
    expect(told).toMatchObject({
      level: 60,
      error: 'RangeError',
      at: expect.stringContaining('thrower.mjs'),
    });
    expect(found(Buffer.from(product.output()), [])).toEqual([]);
  });
});

/**
 * Answers everything, makes a code and downloads the letter.
 * @returns the secrets that nobody else may see
 */
async function wholeJourney({ origin }: Product): Promise<string[]> {
  const jar = new CookieJar();
  const driver = new Driver(origin, jar);
  await driver.start();
  await driver.walk(persona);
  for (const page of ['letter', 'letter.pdf', 'letter.docx', 'letter.txt']) {
    const { status, body } = await driver.fetch(`${driver.base}/${page}`);
    expect([page, status]).toEqual([page, 200]);
    await body?.cancel();
  }
  const code = await codeOf(driver);
  const [, cookie] = jar.header('/').split('=');
  return [cookie!, driver.base.split('/').at(-1)!, code, code.replaceAll('-', '')];
}

/** Requests that fail in every way that a client can cause, each with something typed in it. */
async function mistakes({ origin }: Product, [secret, id, code]: string[]): Promise<void> {
  const words = typed[0]!;
  const question = `/journey/${id}/questions/own-words`;
  const headers = {
    Cookie: `journeys=${secret}`,
    Referer: `https://elsewhere.example/${encodeURIComponent(words)}`,
    'User-Agent': 'Mozilla/5.0',
    'Sec-Fetch-Site': 'same-origin',
  };
  const post = (path: string, fields: Record<string, string>, more = {}) =>
    fetch(origin + path, {
      method: 'POST',
      headers: { ...headers, ...more },
      body: new URLSearchParams(fields),
    });
  const answers = [
    await fetch(`${origin}/guide/${encodeURIComponent(words)}?words=${encodeURIComponent(words)}`, {
      headers,
    }),
    await fetch(`${origin}/guide/%E0%A4%A`, { headers }),
    await post(question, { 'own-words': words }, { 'Sec-Fetch-Site': 'cross-site' }),
    await post(question, { 'own-words': words.repeat(1_000) }),
    await post(question, { 'own-words': words.repeat(100_000) }),
    await post(question, { [words]: words }),
    await post('/resume', { code: `${code} ${words}` }),
    await post(`/journey/${id}x/questions/own-words`, { 'own-words': words }),
  ];
  expect(answers.map(({ status }) => status)).toEqual([404, 400, 403, 422, 413, 200, 422, 410]);
  await Promise.all(answers.map((answer) => answer.text()));
}

function everyByte(folder: string): Buffer {
  const entries = readdirSync(folder, { recursive: true, withFileTypes: true });
  const files = entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
  return Buffer.concat(files.map((file) => readFileSync(file)));
}

/** Which of these words somebody would find with a little effort. */
function found(bytes: Buffer, secrets: readonly string[]): string[] {
  const encodings = ['utf8', 'utf16le', 'hex', 'base64'] as const;
  return [...typed, ...secrets].filter((word) =>
    encodings.some((encoding) => {
      if (encoding !== 'base64') return bytes.includes(spelling(word, encoding));
      // The word may be anywhere in a longer text, so the characters that depend on its neighbours are left out.
      return [0, 1, 2].some((before) => {
        const whole = Buffer.from(' '.repeat(before) + word).toString('base64');
        return bytes.includes(whole.slice(before === 0 ? 0 : before + 1, -4));
      });
    }),
  );
}

function spelling(word: string, encoding: BufferEncoding): Buffer {
  const bytes = Buffer.from(word, encoding === 'utf16le' ? encoding : 'utf8');
  return encoding === 'utf16le' ? bytes : Buffer.from(bytes.toString(encoding));
}
