import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { readLedger } from '../src/content/facts.ts';
import { dayAfter, factsDue } from './facts-due.ts';

/**
 * `npm run check:facts -- --within 60 --today 2026-11-22`: lists the facts that are due to be checked again within
 * so many days, and fails where one is overdue. Not part of the tests, which never turn red by waiting.
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

const problems: string[] = [];
const ledger = readLedger(fileURLToPath(new URL('../content/facts.yaml', import.meta.url)), (problem) =>
  problems.push(problem),
);
for (const problem of problems) console.error(problem);

const due = factsDue(ledger.byId.values(), today, within);
const overdue = due.filter(({ isOverdue }) => isOverdue);
for (const { id, reviewBy, isOverdue, told, source } of due)
  console.log(`${reviewBy}${isOverdue ? ' OVERDUE' : ''}  ${id}  ${told.trim()} (source: ${source})`);
console.log(
  `${due.length} of ${ledger.byId.size} facts are due by ${dayAfter(today, within)}, ${overdue.length} of them overdue`,
);
process.exitCode = overdue.length > 0 || problems.length > 0 ? 1 : 0;
