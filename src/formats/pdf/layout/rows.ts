import type { Weight } from '../scripts/font-files.ts';
import type { Line } from './lines.ts';
import type { BaseDirection } from '../scripts/runs.ts';
import type { ShapedText } from '../scripts/shape.ts';

export type Tag = 'Document' | 'Div' | 'P' | 'H1' | 'H2' | 'L' | 'LI' | 'Lbl' | 'LBody';

/** A node of the structure tree. Only leaves hold text. */
export interface TagNode {
  readonly tag: Tag;
  readonly children: readonly TagNode[];
}

/** One line of text: `x` is the left edge of its words, in points. */
export interface Mark {
  readonly node: TagNode;
  readonly text: ShapedText;
  readonly line: Line;
  readonly x: number;
  readonly size: number;
}

/** The content of one line of a page. flow.ts makes it and paginate.ts places it. */
export interface Row {
  /** The space above the row, unless it is the first on its page. */
  readonly gap: number;
  readonly height: number;
  marks: readonly Mark[];
  /** A line to write on, between two x positions. */
  rule?: { readonly from: number; readonly to: number };
  /** Whether no page may end after this row. */
  keepWithNext: boolean;
  readonly newPage: boolean;
}

export interface Flow {
  readonly root: TagNode;
  readonly rows: readonly Row[];
}

/** Turns a text into glyphs; `isolated` are its space-separated parts, if each has its own direction. */
export type Shape = (
  text: string,
  weight: Weight,
  direction: BaseDirection,
  isolated?: readonly string[],
) => ShapedText;

/** Keeps at least two lines at the end of a page and at the start of the next: no widows, no orphans. */
export function keepTwoAndTwo(rows: readonly Row[]): void {
  const [first] = rows;
  if (first !== undefined && rows.length > 1) first.keepWithNext = true;
  const beforeLast = rows.at(-2);
  if (beforeLast !== undefined) beforeLast.keepWithNext = true;
}
