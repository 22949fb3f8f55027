import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { freePort } from '../support/free-port.ts';

/** A process of its own, so that the client's work is not counted. */
export interface MeasuredProcess {
  /** Microseconds of processor that all its threads have used so far. */
  readonly cpu: () => Promise<number>;
  readonly isRunning: () => boolean;
  readonly stop: () => Promise<void>;
}

export interface MeasuredServer extends MeasuredProcess {
  readonly origin: string;
}

const probe = new URL('./cpu-probe.mjs', import.meta.url).href;
const MOST_TRIES = 300;

/** Runs a JavaScript file as in production. Its output is thrown away, but not its errors. */
export function measuredProcess(file: URL, environment: Readonly<Record<string, string>>): MeasuredProcess {
  const { PATH } = process.env;
  const child: ChildProcess = spawn(process.execPath, ['--import', probe, fileURLToPath(file)], {
    env: { PATH, NODE_ENV: 'production', ...environment },
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
  });
  const ended = once(child, 'close');
  return {
    async cpu() {
      const answer = once(child, 'message');
      child.send('cpu');
      const [used] = (await answer) as [number];
      return used;
    },
    isRunning: () => child.exitCode === null && child.signalCode === null,
    async stop() {
      child.kill('SIGKILL');
      await ended;
    },
  };
}

/** The same for a server that reads its `PORT` from the environment. Waits until it answers. */
export async function measuredServer(
  file: URL,
  environment: Readonly<Record<string, string>> = {},
): Promise<MeasuredServer> {
  const port = await freePort();
  const running = measuredProcess(file, { HOST: '127.0.0.1', PORT: String(port), ...environment });
  const origin = `http://127.0.0.1:${port}`;
  for (let tries = 0; tries < MOST_TRIES && running.isRunning(); tries += 1) {
    const answer = await fetch(origin, { redirect: 'manual' }).catch(() => undefined);
    await answer?.arrayBuffer();
    if (answer) return { ...running, origin };
    await pause(100);
  }
  await running.stop();
  throw new Error(`${file.pathname} does not answer`);
}

/** The product itself, as `npm start` runs it. The peers keep their sessions in memory; `level:` is our default. */
export async function product(store: 'memory:' | 'level:'): Promise<MeasuredServer> {
  const dataDir = mkdtempSync(join(tmpdir(), 'bench-data-'));
  const remove = () => rmSync(dataDir, { recursive: true, force: true });
  try {
    const server = await measuredServer(new URL('../../dist/server.js', import.meta.url), {
      STORE_URL: store,
      DATA_DIR: dataDir,
      RATE_LIMIT: '0',
    });
    return { ...server, stop: () => server.stop().finally(remove) };
  } catch (error) {
    remove();
    throw error;
  }
}
