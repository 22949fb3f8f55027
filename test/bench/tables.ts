import type { LetterCost } from './beside-letters.ts';
import { digits, markdownTable, quantile, spreadCells, spreadOf } from './numbers.ts';
import { PAGES } from './page-requests.ts';
import { type Encoding, type PageCost, type ServerId, SERVERS } from './pages.ts';

const median = (numbers: readonly number[]) => quantile(numbers, 0.5);

/**
 * How often one cost is another server's for the same page, asked for in the same way: the median of what each round
 * came to, as a busy moment falls on both.
 */
export function timesOf(costs: readonly PageCost[], cost: PageCost, server: ServerId): number {
  const other = costs.find(
    (one) => one.server === server && one.page === cost.page && one.encoding === cost.encoding,
  )!;
  return median(cost.rounds.map((round, index) => round / other.rounds[index]!));
}

/** What a page costs each server, and how often that is another server's. */
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

/** How often ours a letter by another costs, by its processor. */
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
