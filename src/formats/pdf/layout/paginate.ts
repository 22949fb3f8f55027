import type { Row } from './rows.ts';
import { PAGE, type Style } from './style.ts';

/** A row on a page: `y` is its top edge, in points from the top of the page. */
export interface PlacedRow {
  readonly row: Row;
  readonly y: number;
}

export type Page = readonly PlacedRow[];

/** The last place at or before `end` where the page that begins at `start` may end. */
function allowedEnd(rows: readonly Row[], start: number, end: number): number {
  for (let i = end; i > start; i--) if (rows[i - 1]?.keepWithNext !== true) return i;
  // The rows to keep together are longer than a page, so the page is filled.
  return Math.max(end, start + 1);
}

/** The end of the page that begins at `start`: the index of the first row of the next one. */
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

/** Divides the rows into pages of at least one row. */
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
