import type { LetterCost } from './beside-letters.ts';
import { digits, markdownTable, quantile, spreadCells, spreadOf } from './numbers.ts';
import { PAGES } from './page-requests.ts';
import { type Encoding, type PageCost, type ServerId, SERVERS } from './pages.ts';

const median = (numbers: readonly number[]) => quantile(numbers, 0.5);

/**
 * One cost divided by another server's for the same page and encoding: the median over the rounds, as a busy moment
 * affects both.
 */
export function timesOf(costs: readonly PageCost[], cost: PageCost, server: ServerId): number {
  const other = costs.find(
    (one) => one.server === server && one.page === cost.page && one.encoding === cost.encoding,
  )!;
  return median(cost.rounds.map((round, index) => round / other.rounds[index]!));
}

/** What a page costs each server, also as a multiple of other servers' costs. */
export function pageTable(costs: readonly PageCost[], encoding: Encoding): string {
  const rows = costs
    .filter((cost) => cost.encoding === encoding)
    .map((cost) => [
      PAGES[cost.page],
      SERVERS[cost.server],
      cost.bytes.toLocaleString('en-GB'),
      ...spreadCells(spreadOf(cost.rounds)),
      ...(['bare', 'nunjucks', 'ours'] as const).map((other) => digits(timesOf(costs, cost, other))),
    ]);
  return markdownTable(
    ['page', 'server', 'bytes sent', 'median µs', 'minimum', 'maximum', '× bare', '× Nunjucks', '× ours'],
    rows,
  );
}

/** The processor cost of another maker's letter as a multiple of ours. */
export const timesOurLetter = (costs: readonly LetterCost[], { cpu }: LetterCost): number =>
  median(cpu) / median(costs[0]!.cpu);

export function letterTable(costs: readonly LetterCost[]): string {
  const rows = costs.map((cost) => [
    cost.name,
    cost.bytes.toLocaleString('en-GB'),
    ...spreadCells(spreadOf(cost.cpu)),
    digits(median(cost.wall)),
    digits(timesOurLetter(costs, cost)),
  ]);
  return markdownTable(
    ['letter by', 'bytes', 'median CPU ms', 'minimum', 'maximum', 'median wall ms', '× ours'],
    rows,
  );
}
