import { cpus } from 'node:os';
import type { LevelNumbers, Sweep } from './journeys-level.ts';
import type { Times } from './journeys-made.ts';
import type { PagesNumbers, PagesResult } from './journeys-pages.ts';
import type { RedisNumbers } from './journeys-redis.ts';
import type { StartTimes } from './journeys-start.ts';
import { goalLine } from './goals.ts';
import { digits, markdownTable } from './numbers.ts';

export interface LevelResult extends LevelNumbers, StartTimes {
  readonly count: number;
  readonly disk: number;
}

export interface RedisResult extends RedisNumbers {
  readonly count: number;
}

const MB = 1024 * 1024;
const GB = 1024 * MB;
const DAY_S = 86_400;
const MOST_TIMES_SLOWER = 2;
const whole = (number: number) => Math.round(number).toLocaleString('en-GB');
const both = ({ median, p99 }: Times) => `${digits(median)}, ${digits(p99)}`;

/** A line for each measurement, a column for each size. */
function bySize<T extends { readonly count: number }>(
  title: string,
  results: readonly T[],
  lines: readonly (readonly [string, (one: T) => string])[],
): string {
  const head = [title, ...results.map(({ count }) => `${whole(count)} journeys`)];
  return markdownTable(
    head,
    lines.map(([name, cell]) => [name, ...results.map(cell)]),
  );
}

const sweepCell = ({ rows, ms }: Sweep) => `${digits(ms)} (${whole(rows)} rows)`;

export function levelTable(results: readonly LevelResult[]): string {
  const last = results.at(-1)!;
  const table = bySize('the embedded store', results, [
    ['on disk, MB', ({ disk }) => whole(disk / MB)],
    ['on disk, bytes a journey', ({ disk, count }) => whole(disk / count)],
    ['memory of the process for it, MB', ({ memory }) => digits(memory / MB)],
    ['start of the server to its first page, ms', ({ firstPage }) => whole(firstPage)],
    ['… to its first new journey, ms', ({ firstJourney }) => whole(firstJourney)],
    ['open one, ms: median, p99', ({ opened }) => both(opened)],
    ['answer in one, ms: median, p99', ({ answered }) => both(answered)],
    ['delete one, ms: median, p99', ({ deleted }) => both(deleted)],
    ['sweep where nothing expired, ms', ({ emptySweep }) => digits(emptySweep)],
    ['sweep of one minute, ms', ({ minuteSweep }) => sweepCell(minuteSweep)],
    ['sweep of ten minutes at once, ms', ({ longSweep }) => sweepCell(longSweep)],
    ['… µs a row', ({ longSweep: { ms, rows } }) => whole((ms * 1_000) / rows)],
    ['… open one meanwhile, ms: median, p99', ({ longSweep }) => both(longSweep.opened)],
    ['rewrite every file, ms', ({ wholeTidying }) => whole(wholeTidying)],
  ]);
  const each = last.counted / last.count;
  return `${table}

A journey counts ${whole(each)} bytes towards \`STORE_LIMIT_MB\`: 1,024 MB hold ${whole(GB / each)} of them, and a million need ${whole((1_000_000 * each) / MB)} MB.`;
}

/** What each size may cost beside the smallest one. */
export function levelGoals(results: readonly LevelResult[]): string {
  const [least] = results as [LevelResult, ...LevelResult[]];
  return results
    .slice(1)
    .map(({ count, opened }) => {
      const times = opened.median / least.opened.median;
      const goal = `opening one of ${whole(count)}: at most ${MOST_TIMES_SLOWER} × as with ${whole(least.count)}`;
      return goalLine(times <= MOST_TIMES_SLOWER, goal, `${digits(times)} ×`);
    })
    .join('\n');
}

export function redisTable(results: readonly RedisResult[]): string {
  const last = results.at(-1);
  const table = bySize(`Redis ${results[0]?.version ?? ''}`, results, [
    ['memory of Redis, MB', ({ memory }) => whole(memory / MB)],
    ['memory of Redis, bytes a journey', ({ memory, count }) => whole(memory / count)],
    ['open one, ms: median, p99', ({ opened }) => both(opened)],
    ['answer in one, ms: median, p99', ({ answered }) => both(answered)],
    ['delete one, ms: median, p99', ({ deleted }) => both(deleted)],
  ]);
  return last ? `${table}\n\n1 GB of Redis holds ${whole((GB * last.count) / last.memory)} journeys.` : table;
}

export function pagesTable({ results, requestsAJourney }: PagesResult): string {
  const [one, two] = results as [PagesNumbers, PagesNumbers];
  const line = (name: string, cell: (numbers: PagesNumbers) => string) => [name, cell(one), cell(two)];
  const table = markdownTable(
    ['on one Redis', 'one server process', 'two'],
    [
      line('pages a second', ({ pages }) => whole(pages)),
      line('× one process', ({ pages }) => digits(pages / one.pages)),
      line('ms a page: median, p99', both),
      line('server’s processor, µs a page', ({ serverCpu }) => whole(serverCpu)),
      line('client’s processor, µs a page', ({ clientCpu }) => whole(clientCpu)),
    ],
  );
  const alone = 1_000_000 / one.serverCpu;
  const aDay = (alone * DAY_S) / requestsAJourney;
  return `${table}

A page is, in turn, a question, its answer, the answers to check, and the letter. The client, Redis and the servers
share the ${cpus().length} cores of this machine, so that a second process has no core of its own here. By its processor time alone,
one server process on a core of its own makes ${whole(alone)} pages a second, and each further one as many again. A journey is
${whole(requestsAJourney)} requests: a process that is never idle takes ${whole(aDay)} journeys a day.`;
}
