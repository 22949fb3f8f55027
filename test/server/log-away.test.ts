import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { closeSync, existsSync, openSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { freePort } from '../support/free-port.ts';
import { root } from '../support/services.ts';
import { statusOf, until } from './support/journey.ts';

/** A server whose log cannot be written goes on all the same. */
async function startWith(stdout: number | 'pipe') {
  const port = await freePort();
  const env = { PATH: process.env['PATH'], RATE_LIMIT: '0', STORE_URL: 'memory:', PORT: String(port) };
  const server = spawn(process.execPath, [join(root, 'dist/server.js')], {
    env,
    stdio: ['ignore', stdout, 'ignore'],
  });
  const ended = once(server, 'exit');
  onTestFinished(() => void server.kill('SIGKILL'));
  const answers = () =>
    statusOf(`http://127.0.0.1:${port}/guide`).then(
      (status) => status === 200,
      () => false,
    );
  await until('it answers', answers);
  return { server, ended, answers };
}

describe('a log that cannot be written', () => {
  it.skipIf(!existsSync('/dev/full'))(
    'because the disk is full: pages are still served, and the server stops when asked',
    async () => {
      const full = openSync('/dev/full', 'w');
      onTestFinished(() => closeSync(full));
      const { server, ended, answers } = await startWith(full);
      for (let times = 0; times < 100; times += 1) expect(await answers()).toBe(true);
      server.kill('SIGTERM');
      expect(await ended).toEqual([0, null]);
    },
  );

  it('because its reader has gone: pages are still served, and the server stops when asked', async () => {
    const { server, ended, answers } = await startWith('pipe');
    server.stdout!.destroy();
    for (let times = 0; times < 100; times += 1) expect(await answers()).toBe(true);
    server.kill('SIGTERM');
    expect(await ended).toEqual([0, null]);
  });
});
