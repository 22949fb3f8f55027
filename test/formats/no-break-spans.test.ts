import { describe, expect, it } from 'vitest';
import { noBreakSpans, withNoBreakSpaces } from '../../src/formats/no-break-spans.ts';

const piecesOf = (text: string) => noBreakSpans(text).map(({ start, end }) => text.slice(start, end));

describe('what must stay on one line', () => {
  it.each([
    ['I take 50 mg at night', ['50 mg']],
    ['2.5 mg of it, then 1/2 tablet', ['2.5 mg', '1/2 tablet']],
    ['On 22 November 2026 we met', ['22 November 2026']],
    ['On 22nd November 2026, and on March 4', ['22nd November 2026,', 'March 4']],
    ['Dear Dr Patel, and Mrs. Khan', ['Dr Patel,', 'Mrs. Khan']],
    ['unwell for 3 years (since 2019 I think)', ['3 years']],
    ['NHS number: 999 000 0018 is mine', ['999 000 0018']],
    ['ring 0113 496 0000 or +44 113 496 0000 please', ['0113 496 0000', '+44 113 496 0000']],
    ['Leeds, LS1 4AB', ['LS1 4AB']],
    ['In May I was well; the Dr said so', []],
    ['no number at all', []],
    ['', []],
  ])('%s', (text, pieces) => {
    expect(piecesOf(text)).toEqual(pieces);
  });

  it('is never longer than a line on a phone, whatever was pasted', () => {
    for (const text of ['1 '.repeat(5_000), `5 ${'x'.repeat(5_000)}`, `Dr ${'X'.repeat(5_000)}`])
      for (const piece of piecesOf(text)) expect(piece.length).toBeLessThanOrEqual(32);
  });

  it('gets no-break spaces in a format that has no other way', () => {
    expect(withNoBreakSpaces('50 mg on 22 November 2026, twice')).toBe(
      '50\u00a0mg on 22\u00a0November\u00a02026, twice',
    );
  });
});
