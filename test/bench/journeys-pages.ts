import { CookieJar } from '../support/browser-cookies.ts';
import { Driver } from '../support/driver.ts';
import { personaFor } from '../support/personas.ts';
import type { LoadNumbers, LoadTask, Visit } from './journeys-load.ts';
import { PEPPER } from './journeys-made.ts';
import { inProcess } from './journeys-process.ts';
import { type MeasuredServer, measuredServer } from './measured-process.ts';
import { mediansOf } from './numbers.ts';

export interface PagesResult {
  readonly results: readonly PagesNumbers[];
  /** The number of requests of one person from the start page to the letter. */
  readonly requestsAJourney: number;
}

/** Pages a second, and microseconds of processor for each. */
export interface PagesNumbers {
  readonly servers: number;
  readonly pages: number;
  readonly median: number;
  readonly p99: number;
  readonly serverCpu: number;
  readonly clientCpu: number;
}

const PEOPLE = 16;
const ROUNDS = 3;
const ROUND_MS = 5_000;
const WARM_UP_MS = 3_000;
const LOAD = new URL('./journeys-load.ts', import.meta.url);
const SERVER = new URL('../../dist/server.js', import.meta.url);
const persona = personaFor('second-opinion-treatment', 'attorney');

/** One server process and two, on the same Redis, in turn. */
export async function measurePages(storeUrl: string): Promise<PagesResult> {
  const start = () => measuredServer(SERVER, { STORE_URL: storeUrl, PEPPER, RATE_LIMIT: '0' });
  const servers = [await start(), await start()];
  try {
    const people = await Promise.all(Array.from({ length: PEOPLE }, () => personOn(servers[0]!)));
    const rounds: PagesNumbers[] = [];
    await measureLoad(servers, people, WARM_UP_MS);
    for (let round = 0; round < ROUNDS; round += 1) {
      for (const some of [servers.slice(0, 1), servers])
        rounds.push(await measureLoad(some, people, ROUND_MS));
    }
    const results = [1, 2].map((count) => mediansOf(rounds.filter(({ servers }) => servers === count)));
    return { results, requestsAJourney: people[0]!.requests };
  } finally {
    await Promise.all(servers.map((server) => server.stop()));
  }
}

interface Person extends Omit<Visit, 'origin'> {
  readonly requests: number;
}

/** Somebody who has answered everything, and now reads, changes an answer and reads again. */
async function personOn({ origin }: MeasuredServer): Promise<Person> {
  const jar = new CookieJar();
  const driver = new Driver(origin, jar);
  await driver.start();
  const questions = await driver.walk(persona);
  const { base } = driver;
  const question = `${base}/questions/background`;
  const body = new URLSearchParams(persona['background'] as Record<string, string>).toString();
  const asked = [
    { path: question },
    { path: question, body },
    { path: `${base}/check-answers` },
    { path: `${base}/letter` },
  ];
  // Each question and its answer, the start page, the plan, check answers and the letter.
  return { cookie: jar.header(base), asked, requests: 2 * questions.length + 4 };
}

/** The people, spread over the servers, whichever server they started on. */
async function measureLoad(
  servers: readonly MeasuredServer[],
  people: readonly Person[],
  ms: number,
): Promise<PagesNumbers> {
  const visits = people.map(({ cookie, asked }, n) => ({
    cookie,
    asked,
    origin: servers[n % servers.length]!.origin,
  }));
  const cpu = async () =>
    (await Promise.all(servers.map((server) => server.cpu()))).reduce((a, b) => a + b, 0);
  const before = await cpu();
  const load = await inProcess<LoadTask, LoadNumbers>(LOAD, { visits, ms });
  return {
    servers: servers.length,
    pages: load.pages / (load.ms / 1_000),
    median: load.median,
    p99: load.p99,
    serverCpu: ((await cpu()) - before) / load.pages,
    clientCpu: load.cpu / load.pages,
  };
}
