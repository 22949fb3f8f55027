import { spawn, spawnSync } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { freePort } from '../../support/free-port.ts';

/** A Redis of the test's own, which saves nothing to disk. */
export interface RedisServer {
  readonly url: string;
  readonly port: number;
  readonly process: ChildProcess;
  readonly stop: () => Promise<void>;
}

/**
 * Whether there is a redis-server on this machine. If not, the console says what is skipped.
 * @throws Error instead of skipping, if CI is set
 */
export function hasRedis(): boolean {
  if (spawnSync('redis-server', ['--version']).status === 0) return true;
  if (process.env['CI']) throw new Error('redis-server not found: CI must have it');
  console.log('skipped: redis-server not found');
  return false;
}

/** Starts a Redis on this port, or else on a free one. */
export async function startRedis(port?: number): Promise<RedisServer> {
  const at = port ?? (await freePort());
  const args = ['--port', String(at), '--bind', '127.0.0.1', '--save', '', '--appendonly', 'no'];
  // Some tests make it save to disk; the folder is deleted with the test.
  const folder = await mkdtemp(join(tmpdir(), 'redis-'));
  const server = spawn('redis-server', args, { cwd: folder, stdio: ['ignore', 'pipe', 'ignore'] });
  for await (const line of createInterface(server.stdout)) {
    if (line.includes('Ready to accept connections')) break;
  }
  server.stdout.resume();
  return {
    url: `redis://127.0.0.1:${at}`,
    port: at,
    process: server,
    async stop() {
      if (server.exitCode === null && server.signalCode === null) {
        server.kill('SIGKILL');
        await once(server, 'exit');
      }
      await rm(folder, { recursive: true, force: true });
    },
  };
}
