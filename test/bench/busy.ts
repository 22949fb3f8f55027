import { execFile } from 'node:child_process';
import { createRequire } from 'node:module';
import { promisify } from 'node:util';
import { send, type Sent } from './client.ts';
import { product } from './measured-process.ts';
import { ourRequests } from './page-requests.ts';

const CONNECTIONS = 64;
/** Pages and letters are compiled by then. */
const WARM_UP_SECONDS = 6;
const SECONDS = 10;
/** One letter is being made and the next one waits, so that the route is never idle. */
const LETTERS_AT_ONCE = 2;

const run = promisify(execFile);

export interface Busy {
  readonly connections: number;
  /** Milliseconds that a page took. */
  readonly p50: number;
  readonly p99: number;
  readonly pages: number;
  readonly letters: number;
}

/** What autocannon, a process of its own, finds at many connections while letters are made without a pause. */
export async function measureBusy(): Promise<Busy> {
  const server = await product();
  try {
    const { requests, letter } = await ourRequests(server);
    const [page] = requests.radios;
    const letters = keepAsking({ method: 'GET', url: server.origin + letter, headers: page!.headers });
    const found = await load(page!, WARM_UP_SECONDS)
      .then(() => load(page!, SECONDS))
      .finally(letters.stop);
    return { ...found, connections: CONNECTIONS, letters: await letters.made };
  } finally {
    await server.stop();
  }
}

/** Asks without a pause until it is told to stop; how many were made by then. */
function keepAsking(letter: Sent) {
  let isOver = false;
  const ask = async () => {
    let made = 0;
    while (!isOver) {
      const { status } = await send(letter);
      if (status !== 200) throw new Error(`${letter.url} answered ${status}`);
      made += 1;
    }
    return made;
  };
  const made = Promise.all(Array.from({ length: LETTERS_AT_ONCE }, ask)).then((each) =>
    each.reduce((all, one) => all + one, 0),
  );
  // Waits for the last ones, which a server that is stopped meanwhile would drop; `made` says what went wrong.
  const stop = async () => {
    isOver = true;
    await made.catch(() => undefined);
  };
  return { made, stop };
}

async function load(page: Sent, seconds: number) {
  const autocannon = createRequire(new URL('./peers/package.json', import.meta.url)).resolve('autocannon');
  const headers = Object.entries({ ...page.headers, 'Accept-Encoding': 'gzip' });
  const options = [
    ...['--json', '--connections', String(CONNECTIONS), '--duration', String(seconds)],
    // A slow answer is a slow answer, and no error.
    ...['--timeout', '60'],
    ...headers.flatMap(([name, value]) => ['--headers', `${name}=${value}`]),
  ];
  const { stdout } = await run(process.execPath, [autocannon, ...options, page.url]);
  const found = JSON.parse(stdout) as {
    latency: { p50: number; p99: number };
    requests: { total: number };
    non2xx: number;
    errors: number;
  };
  if (found.non2xx + found.errors > 0)
    throw new Error(`autocannon found ${found.errors} errors and ${found.non2xx} refusals`);
  return { p50: found.latency.p50, p99: found.latency.p99, pages: found.requests.total };
}
