import type { LetterCost } from './beside-letters.ts';
import { digits } from './numbers.ts';
import { isTaken, PAGES } from './page-requests.ts';
import type { PageCost } from './pages.ts';
import { timesOf, timesOurLetter } from './tables.ts';

const MOST_TIMES_NUNJUCKS = { shown: 1.3, taken: 2 };
const LEAST_TIMES_HMPO = 5;

/** One goal and what was measured. Whether it was met is for people to read, and does not change the exit code. */
export const goalLine = (isMet: boolean, goal: string, found: string): string =>
  `- ${isMet ? 'met' : '**not met**'}: ${goal} (${found})`;

/** What a page and a letter may cost compared with the peers, each with what was measured. */
export function goalLines(pages: readonly PageCost[], letters: readonly LetterCost[]): readonly string[] {
  const ours = pages.filter(({ server, encoding }) => server === 'ours' && encoding === 'gzip');
  return [
    ...ours.map((cost) => besideNunjucks(pages, cost)),
    // Taking an answer sends no page, so it has no goal here; the table has its cost.
    ...ours.filter(({ page }) => !isTaken(page)).map((cost) => besideHmpo(pages, cost)),
    ...letters.slice(1).map((cost) => {
      const times = timesOurLetter(letters, cost);
      return goalLine(times > 1, `letter: less than ${cost.name}`, `${digits(times)} × less`);
    }),
  ];
}

function besideNunjucks(pages: readonly PageCost[], cost: PageCost): string {
  const most = isTaken(cost.page) ? MOST_TIMES_NUNJUCKS.taken : MOST_TIMES_NUNJUCKS.shown;
  const times = timesOf(pages, cost, 'nunjucks');
  const goal = `${PAGES[cost.page]}: at most ${most} × Express with Nunjucks and express-session`;
  return goalLine(times <= most, goal, `${digits(times)} ×`);
}

function besideHmpo(pages: readonly PageCost[], cost: PageCost): string {
  const less = 1 / timesOf(pages, cost, 'hmpo');
  const goal = `${PAGES[cost.page]}: ${LEAST_TIMES_HMPO} × less than hmpo-form-wizard`;
  return goalLine(less >= LEAST_TIMES_HMPO, goal, `${digits(less)} × less`);
}
