import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';
import { readLedger } from '../../src/content/facts.ts';
import { markOverdue } from '../../src/content/overdue.ts';

const ledger = readLedger(fileURLToPath(new URL('../../content/facts.yaml', import.meta.url)), (problem) =>
  expect.fail(problem),
);
const HTML = '<p data-facts="6.6">Ring</p><ul><li data-facts="1.1 6.4">Ask</li></ul><p>Read</p>';
const mark = (today: string) => markOverdue(HTML, '(old)', ledger, today);

it('a page stays as it is until every fact’s day has passed', () => {
  expect(mark('2027-02-22')).toBe(HTML);
});

it('a note is beside each paragraph and item that cites a fact past its day, and beside no other', () => {
  expect(mark('2027-02-23')).toBe(
    '<p data-facts="6.6">(old) Ring</p><ul><li data-facts="1.1 6.4">(old) Ask</li></ul><p>Read</p>',
  );
});
