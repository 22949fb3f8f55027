import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { send, type Sent } from './client.ts';
import { type MeasuredServer, measuredServer, product } from './measured-process.ts';
import {
  assertAnswered,
  bareRequests,
  isTaken,
  ourRequests,
  PAGE_IDS,
  type PageId,
  type PageRequests,
  peerRequests,
} from './page-requests.ts';
import { rounds as roundsOf } from './rounds.ts';

/** With fewer requests V8 would still be compiling: `node --trace-opt` prints nothing more after about 3,000. */
const WARM_UP = roundsOf(4_000, 20);
const ROUNDS = roundsOf(31, 3);
const REQUESTS = roundsOf(100, 10);

export const SERVERS = {
  bare: 'bare `node:http`',
  ours: 'ours, in memory',
  level: 'ours, on disk (`level:`)',
  nunjucks: 'Express 5, Nunjucks, express-session',
  hmpo: 'hmpo-form-wizard 18, its own components',
} as const;

export type ServerId = keyof typeof SERVERS;

export const roundsText = `${ROUNDS} rounds of ${REQUESTS} requests in turn`;

/** The encoding that the client accepts. `identity` is an uncompressed page. */
export type Encoding = 'gzip' | 'identity';

/** What one page of one server cost, in microseconds of processor a request, with one number for each round. */
export interface PageCost {
  readonly page: PageId;
  readonly server: ServerId;
  readonly encoding: Encoding;
  /** The bytes sent, after compression. */
  readonly bytes: number;
  readonly rounds: readonly number[];
}

interface Subject {
  readonly id: ServerId;
  readonly server: MeasuredServer;
  readonly requests: PageRequests;
}

/** Measures every page of every server in turn, round after round, so that a busy moment affects all of them. */
export async function measurePages(): Promise<PageCost[]> {
  const subjects: Subject[] = [];
  const folder = mkdtempSync(join(tmpdir(), 'bench-words-'));
  try {
    subjects.push(...(await startAll(folder)));
    return await measure(subjects);
  } finally {
    await Promise.all(subjects.map(({ server }) => server.stop()));
    rmSync(folder, { recursive: true });
  }
}

async function startAll(folder: string): Promise<Subject[]> {
  const peer = (path: string) => new URL(`./peers/${path}`, import.meta.url);
  const server = await product('memory:');
  const { words, requests } = await ourRequests(server);
  const level = await product('level:');
  const PAGE_WORDS = join(folder, 'words.json');
  writeFileSync(PAGE_WORDS, JSON.stringify(words));
  const bare = await measuredServer(peer('bare.js'));
  const nunjucks = await measuredServer(peer('nunjucks/server.js'), { PAGE_WORDS });
  const hmpo = await measuredServer(peer('hmpo/server.js'), { PAGE_WORDS });
  return [
    { id: 'bare', server: bare, requests: await bareRequests(bare, requests) },
    { id: 'ours', server, requests },
    { id: 'level', server: level, requests: (await ourRequests(level)).requests },
    { id: 'nunjucks', server: nunjucks, requests: await peerRequests(nunjucks, words) },
    { id: 'hmpo', server: hmpo, requests: await peerRequests(hmpo, words) },
  ];
}

async function measure(subjects: readonly Subject[]): Promise<PageCost[]> {
  const costs = [];
  for (const page of PAGE_IDS) {
    const encodings = encodingsOf(page);
    for (const encoding of encodings) {
      for (const { id, server, requests } of subjects) {
        const sent = requests[page].map((one) => accepting(encoding, one));
        const { bytes } = await ask(server, page, sent, WARM_UP / encodings.length);
        costs.push({ page, encoding, server: id, bytes, rounds: [] as number[], subject: server, sent });
      }
    }
  }
  for (let round = 0; round < ROUNDS; round += 1) {
    for (const { subject, page, sent, rounds } of costs) {
      rounds.push((await ask(subject, page, sent, REQUESTS)).cpu);
    }
  }
  return costs;
}

/** The encodings to measure. Taking an answer sends no page that could be compressed. */
const encodingsOf = (page: PageId): readonly Encoding[] => (isTaken(page) ? ['gzip'] : ['gzip', 'identity']);

const accepting = (encoding: Encoding, sent: Sent): Sent => ({
  ...sent,
  headers: { ...sent.headers, 'Accept-Encoding': encoding },
});

/** Requests one page many times, and returns microseconds a request and the size of the response. */
async function ask(server: MeasuredServer, page: PageId, sent: readonly Sent[], times: number) {
  let bytes = 0;
  const before = await server.cpu();
  for (let turn = 0; turn < times; turn += 1) {
    const one = sent[turn % sent.length]!;
    const answer = await send(one);
    assertAnswered(page, one, answer);
    bytes = answer.body.length;
  }
  return { cpu: ((await server.cpu()) - before) / times, bytes };
}
