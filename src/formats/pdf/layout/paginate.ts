import type { Row } from './rows.ts';
import { PAGE, type Style } from './style.ts';

/** A row in its place: `y` is its top edge, in points from the top of the page. */
export interface PlacedRow {
  readonly row: Row;
  readonly y: number;
}

export type Page = readonly PlacedRow[];

/** The last place at or before `end` where the page that begins at `start` may end. */
function allowedEnd(rows: readonly Row[], start: number, end: number): number {
  for (let i = end; i > start; i--) if (rows[i - 1]?.keepWithNext !== true) return i;
  // What belongs together is longer than a page: there is no good place, so the page is filled.
  return Math.max(end, start + 1);
}

/** Where the page that begins at `start` ends: the number of the first row of the next one. */
function pageEnd(rows: readonly Row[], start: number, height: number): number {
  let used = 0;
  for (let i = start; i < rows.length; i++) {
    const row = rows[i];
    if (row === undefined) break;
    if (i > start && row.newPage) return i;
    used += row.height + (i > start ? row.gap : 0);
    if (used > height) return allowedEnd(rows, start, i);
  }
  return rows.length;
}

/** Shares the rows among pages; every page holds one row at least. */
export function paginate(rows: readonly Row[], style: Style): Page[] {
  const height = PAGE.height - style.margin.top - style.margin.bottom;
  const pages: Page[] = [];
  for (let start = 0; start < rows.length;) {
    const end = pageEnd(rows, start, height);
    let y = style.margin.top;
    pages.push(
      rows.slice(start, end).map((row, i) => {
        const top = y + (i > 0 ? row.gap : 0);
        y = top + row.height;
        return { row, y: top };
      }),
    );
    start = end;
  }
  return pages;
}
