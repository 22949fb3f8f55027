import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { onTestFinished } from 'vitest';
import { freePort } from '../../support/free-port.ts';

/** A Redis that keeps every write in its folder, so that it can be killed and come back. */
export interface Redis {
  readonly url: string;
  readonly signal: (signal: NodeJS.Signals) => void;
  readonly kill: () => Promise<void>;
  readonly start: () => Promise<void>;
}

/** Starts a Redis on a free port. It ends with the test. */
export async function startRedis(folder: string): Promise<Redis> {
  const port = await freePort();
  const options = ['--bind', '127.0.0.1', '--save', '', '--appendonly', 'yes', '--appendfsync', 'always'];
  const launch = () =>
    spawn('redis-server', ['--port', String(port), '--dir', folder, ...options], {
      stdio: ['ignore', 'pipe', 'ignore'],
    });
  let server = launch();
  const accepting = async () => {
    for await (const line of createInterface(server.stdout)) {
      if (line.includes('Ready to accept connections')) break;
    }
    server.stdout.resume();
  };
  const kill = async () => {
    if (server.exitCode !== null || server.signalCode !== null) return;
    server.kill('SIGKILL');
    await once(server, 'exit');
  };
  onTestFinished(kill);
  await accepting();
  return {
    url: `redis://127.0.0.1:${port}`,
    signal: (signal) => void server.kill(signal),
    kill,
    async start() {
      server = launch();
      await accepting();
    },
  };
}
