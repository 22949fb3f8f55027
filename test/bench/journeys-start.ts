import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { PEPPER } from './journeys-made.ts';

const SERVER = fileURLToPath(new URL('../../dist/server.js', import.meta.url));

/** From the start of the process, in milliseconds. */
export interface StartTimes {
  readonly firstPage: number;
  /** The first new journey, which waits until the store knows how full it is. */
  readonly firstJourney: number;
}

/** Starts the product on a data folder, as an operator does. */
export async function startTimes(dataDir: string): Promise<StartTimes> {
  const began = performance.now();
  const server = spawn(process.execPath, [SERVER], {
    env: {
      PATH: process.env['PATH'],
      NODE_ENV: 'production',
      PORT: '0',
      RATE_LIMIT: '0',
      DATA_DIR: dataDir,
      PEPPER,
      STORE_LIMIT_MB: '1000000',
    },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const ended = once(server, 'exit');
  try {
    const origin = await listening(server.stdout);
    await (await fetch(origin)).text();
    const firstPage = performance.now() - began;
    const begun = await fetch(`${origin}/start`, {
      method: 'POST',
      headers: { 'Sec-Fetch-Site': 'same-origin', 'Content-Type': 'application/x-www-form-urlencoded' },
      redirect: 'manual',
    });
    await begun.text();
    if (begun.status !== 303) throw new Error(`a new journey: ${begun.status}`);
    return { firstPage, firstJourney: performance.now() - began };
  } finally {
    server.kill();
    await ended;
  }
}

async function listening(output: NodeJS.ReadableStream): Promise<string> {
  for await (const line of createInterface(output)) {
    const [, origin] = /Listening on (http:\/\/[\w.:]+)/.exec(line) ?? [];
    if (origin) {
      output.resume();
      return origin;
    }
  }
  throw new Error('the server ended');
}
