import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { loadContent } from '../src/content/content.ts';
import { dayAfter, factsDue } from './facts-due.ts';
import { citationsIn, unconfirmedContacts } from './citations.ts';

/**
 * `npm run check:facts -- --within 60 --today 2026-11-22`: lists the facts that are due to be checked again
 * within so many days, and fails if one is overdue. The tests do not check that, so that they never fail by
 * the passing of time. It also fails if a fact has no dates, or if a text has a number, an email or an
 * address that no fact of grade A or B confirms.
 */
const { values } = parseArgs({
  options: { within: { type: 'string', default: '60' }, today: { type: 'string' } },
});
const today = values.today ?? new Date().toISOString().slice(0, 10);
const within = Number(values.within);
if (!/^\d{4}-\d\d-\d\d$/.test(today) || Number.isNaN(Date.parse(today)) || !Number.isInteger(within)) {
  console.error('Usage: check:facts [--within DAYS] [--today YYYY-MM-DD]');
  process.exit(2);
}

const content = loadContent(fileURLToPath(new URL('../content', import.meta.url)));
const { ledger } = content;
const problems = citationsIn(content).flatMap((citation) => unconfirmedContacts(citation, ledger.byId));
for (const problem of problems) console.error(`${problem} is shown, but no fact of grade A or B confirms it`);

const due = factsDue(ledger.byId.values(), today, within);
const overdue = due.filter(({ isOverdue }) => isOverdue);
for (const { id, reviewBy, isOverdue, told, source } of due)
  console.log(`${reviewBy}${isOverdue ? ' OVERDUE' : ''}  ${id}  ${told.trim()} (source: ${source})`);
console.log(
  `${due.length} of ${ledger.byId.size} facts are due by ${dayAfter(today, within)}, ${overdue.length} of them overdue`,
);
process.exitCode = overdue.length > 0 || problems.length > 0 ? 1 : 0;
