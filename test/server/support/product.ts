import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import { root } from '../../support/services.ts';

/** One server, started as an operator starts it. It ends with the test. */
export interface Product {
  readonly origin: string;
  readonly port: number;
  /** What it has written so far, on either stream. */
  readonly output: () => string;
  readonly signal: (signal: NodeJS.Signals) => void;
  /** Its exit code once it has ended by itself, or null if a signal ended it. */
  readonly ended: Promise<number | null>;
  readonly kill: () => Promise<void>;
}

/** Starts a server and waits for its first page. Without a PORT it takes a free one. */
export async function startProduct(environment: Record<string, string>): Promise<Product> {
  const { child, output, ended } = run({ PORT: '0', ...environment });
  const port = await new Promise<number>((resolve, reject) => {
    child.stdout!.on('data', () => {
      const [, found] = /Listening on http:\/\/\S+:(\d+)"/.exec(output()) ?? [];
      if (found) resolve(Number(found));
    });
    void ended.then((code) => reject(new Error(`it ended with ${code}: ${output()}`)));
  });
  const origin = `http://127.0.0.1:${port}`;
  return {
    origin,
    port,
    output,
    ended,
    signal: (signal) => void child.kill(signal),
    async kill() {
      child.kill('SIGKILL');
      await ended;
    },
  };
}

/** Runs a server that is not expected to start. */
export async function failedStart(environment: Record<string, string>) {
  const { child, ended } = run({ PORT: '0', ...environment });
  const streams = { stdout: '', stderr: '' };
  child.stdout!.on('data', (chunk) => (streams.stdout += String(chunk)));
  child.stderr!.on('data', (chunk) => (streams.stderr += String(chunk)));
  return { code: await ended, ...streams };
}

/** A folder that is deleted after the test. */
export function temporaryFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'server-test-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

function run(environment: Record<string, string>) {
  // The environment of the tests is left out, as it may have configuration of its own.
  const env = { PATH: process.env['PATH'], RATE_LIMIT: '0', ...environment };
  const child: ChildProcess = spawn(process.execPath, [join(root, 'dist/server.js')], { env, cwd: '/' });
  let written = '';
  for (const stream of [child.stdout!, child.stderr!]) {
    stream.on('data', (chunk) => (written += String(chunk)));
  }
  const ended = once(child, 'close').then(([code]) => code as number | null);
  onTestFinished(async () => {
    child.kill('SIGKILL');
    await ended;
  });
  return { child, ended, output: () => written };
}
