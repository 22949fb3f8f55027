import type { LetterCost } from './beside-letters.ts';
import { digits, markdownTable, quantile, spreadCells, spreadOf } from './numbers.ts';
import { PAGES } from './page-requests.ts';
import { type Encoding, type PageCost, type ServerId, SERVERS } from './pages.ts';

const median = (numbers: readonly number[]) => quantile(numbers, 0.5);

/** One server's median for the page of this cost, asked for in the same way. */
export function medianOf(costs: readonly PageCost[], like: PageCost, server: ServerId): number {
  const found = costs.find(
    (cost) => cost.server === server && cost.page === like.page && cost.encoding === like.encoding,
  );
  return median(found!.rounds);
}

/** What a page costs each server, and how often that is the bare server's and ours. */
export function pageTable(costs: readonly PageCost[], encoding: Encoding): string {
  const rows = costs
    .filter((cost) => cost.encoding === encoding)
    .map((cost) => [
      PAGES[cost.page],
      SERVERS[cost.server],
      cost.bytes.toLocaleString('en-GB'),
      ...spreadCells(spreadOf(cost.rounds)),
      ...(['bare', 'ours'] as const).map((other) =>
        digits(median(cost.rounds) / medianOf(costs, cost, other)),
      ),
    ]);
  return markdownTable(
    ['page', 'server', 'bytes sent', 'median µs', 'minimum', 'maximum', '× bare', '× ours'],
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
