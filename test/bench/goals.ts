import type { LetterCost } from './beside-letters.ts';
import type { Busy } from './busy.ts';
import { digits } from './numbers.ts';
import { isTaken, type PageId, PAGES } from './page-requests.ts';
import type { PageCost } from './pages.ts';
import { timesOf, timesOurLetter } from './tables.ts';

const MOST_TIMES_BARE = { shown: 12, taken: 14, check: 16 };
const MOST_P99_MS = 60;
const LEAST_TIMES_HMPO = 6;
const LEAST_TIMES_CHROMIUM = 25;

/** What we set out to reach, each with what it came to; whether it did is for who reads it, not for an exit code. */
export function goalsSaid(
  pages: readonly PageCost[],
  busy: Busy,
  letters: readonly LetterCost[],
): readonly string[] {
  const ours = pages.filter(({ server, encoding }) => server === 'ours' && encoding === 'gzip');
  const beside = ours.flatMap((cost) => {
    const most = mostTimesBare(cost.page);
    const bare = timesOf(pages, cost, 'bare');
    const hmpo = 1 / timesOf(pages, cost, 'hmpo');
    return [
      said(bare <= most, `${PAGES[cost.page]}: at most ${most} × bare`, `${digits(bare)} ×`),
      // The goal is for pages; an answer that is taken sends none. What it costs beside theirs is in the table.
      ...(isTaken(cost.page)
        ? []
        : [
            said(
              hmpo >= LEAST_TIMES_HMPO,
              `${PAGES[cost.page]}: ${LEAST_TIMES_HMPO} × less than hmpo-form-wizard`,
              `${digits(hmpo)} ×`,
            ),
          ]),
    ];
  });
  const browsers = letters
    .filter(({ name }) => name.includes('Chromium'))
    .map((cost) => {
      const times = timesOurLetter(letters, cost);
      return said(
        times >= LEAST_TIMES_CHROMIUM,
        `letter: ${LEAST_TIMES_CHROMIUM} × less than ${cost.name}`,
        `${digits(times)} ×`,
      );
    });
  const p99 = said(
    busy.p99 < MOST_P99_MS,
    `p99 at ${busy.connections} connections: under ${MOST_P99_MS} ms`,
    `${busy.p99} ms`,
  );
  return [...beside, p99, ...browsers];
}

const mostTimesBare = (page: PageId): number =>
  page === 'check' ? MOST_TIMES_BARE.check : isTaken(page) ? MOST_TIMES_BARE.taken : MOST_TIMES_BARE.shown;

const said = (isMet: boolean, goal: string, found: string) =>
  `- ${isMet ? 'met' : '**not met**'}: ${goal} (${found})`;
