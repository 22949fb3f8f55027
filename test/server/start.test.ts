import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import { describe, expect, it, onTestFinished } from 'vitest';
import { failedStart, startProduct, temporaryFolder } from './support/product.ts';

const PEPPER = 'ab'.repeat(32);
const TRACE = /\n\s+at /;

describe('a start that fails', () => {
  it('names every mistake in one message, and exits with 1', async () => {
    const { code, stdout, stderr } = await failedStart({
      PORT: '70000',
      STORE_URL: 'mysql://somebody:hunter2@store',
      PEPPER: 'too-short-hunter2',
      PUBLIC_ORIGIN: 'https://letters.example.org/path',
      TRUST_PROXY: 'yes',
      JOURNEY_HOURS: '0',
      CONTACT_EMAIL: 'nobody',
      RATE_LIMIT: '-1',
      LOG_LEVEL: 'loud',
    });
    expect([code, stdout]).toEqual([1, '']);
    const [first, ...lines] = stderr.trim().split('\n');
    expect(first).toBe('The configuration cannot be used:');
    expect(lines.map((line) => line.split(' ')[1])).toEqual([
      'PORT',
      'STORE_URL',
      'PEPPER',
      'PUBLIC_ORIGIN',
      'TRUST_PROXY',
      'JOURNEY_HOURS',
      'CONTACT_EMAIL',
      'RATE_LIMIT',
      'LOG_LEVEL',
    ]);
    expect(stderr).not.toMatch(/hunter2/);
    expect(stderr).not.toMatch(TRACE);
  });

  it('asks for a pepper with Redis', async () => {
    const { code, stderr } = await failedStart({ STORE_URL: 'redis://127.0.0.1:1' });
    expect(code).toBe(1);
    expect(stderr).toMatch(/^The configuration cannot be used:\n- PEPPER is required with Redis[^\n]*\n$/);
  });

  it('says that the port is taken', async () => {
    const other = createServer().listen(0, '127.0.0.1');
    await once(other, 'listening');
    onTestFinished(() => void other.close());
    const { port } = other.address() as AddressInfo;
    const { code, stderr } = await failedStart({ PORT: String(port), DATA_DIR: temporaryFolder() });
    expect(code).toBe(1);
    expect(stderr).toBe(`listen EADDRINUSE: address already in use 127.0.0.1:${port}\n`);
  });

  it('says that another server uses the folder', async () => {
    const DATA_DIR = temporaryFolder();
    await startProduct({ DATA_DIR });
    const { code, stderr } = await failedStart({ DATA_DIR });
    expect(code).toBe(1);
    expect(stderr).toBe(`cannot open the store in ${DATA_DIR}/journeys: LEVEL_LOCKED\n`);
  });
});

describe('a start', () => {
  it('says what is still missing before other people may use it', async () => {
    const product = await startProduct({ DATA_DIR: temporaryFolder(), HOST: '0.0.0.0' });
    await product.kill();
    const warned = [...product.output().matchAll(/"level":40.*?Not ready for other people\. (\w+):/g)];
    expect(warned.map(([, name]) => name)).toEqual(['ORGANISATION', 'CONTACT_EMAIL', 'PUBLIC_ORIGIN']);
  });

  it('warns of nothing on one’s own computer', async () => {
    const product = await startProduct({ DATA_DIR: temporaryFolder() });
    await product.kill();
    expect(product.output()).toContain('Listening');
    expect(product.output()).not.toContain('"level":40');
  });

  it('with Redis writes nothing into the data folder', async () => {
    const DATA_DIR = `${temporaryFolder()}/none`;
    await startProduct({ DATA_DIR, STORE_URL: 'redis://127.0.0.1:1', PEPPER });
    expect(existsSync(DATA_DIR)).toBe(false);
  });
});
