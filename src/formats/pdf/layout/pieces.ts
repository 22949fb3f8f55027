import type { Line } from './lines.ts';
import type { Glyph } from '../scripts/glyph.ts';
import type { ShapedRun, ShapedText } from '../scripts/shape.ts';

/** Glyphs that are drawn together. `x` is their distance from the left edge of the line, in ems. */
export interface Piece {
  readonly run: ShapedRun;
  readonly glyphs: readonly Glyph[];
  readonly x: number;
}

interface Stretch {
  readonly run: ShapedRun;
  readonly glyphs: readonly Glyph[];
}

const lengthOf = (glyphs: readonly Glyph[]) => glyphs.reduce((sum, { advance }) => sum + advance, 0);

function glyphsBetween(run: ShapedRun, from: number, to: number): readonly Glyph[] {
  if (from <= run.start && to >= run.end) return run.glyphs;
  return run.glyphs.filter(({ cluster }) => cluster >= from && cluster < to);
}

/** Rule L2 of the bidirectional algorithm: from the highest level down, reverses stretches at or above it. */
function reorder(stretches: Stretch[]): void {
  const highest = Math.max(...stretches.map(({ run }) => run.level));
  for (let level = highest; level > 0; level--) {
    for (let from = 0; from < stretches.length; from++) {
      let to = from;
      while ((stretches[to]?.run.level ?? -1) >= level) to++;
      if (to > from + 1) stretches.splice(from, to - from, ...stretches.slice(from, to).reverse());
      from = Math.max(from, to - 1);
    }
  }
}

const isSpace = (glyph: Glyph | undefined) => glyph?.text === ' ';

/** Cuts a right-to-left stretch into words and the spaces between them. */
function words(glyphs: readonly Glyph[]): (readonly Glyph[])[] {
  const groups: Glyph[][] = [];
  for (const [i, glyph] of glyphs.entries()) {
    const group = groups.at(-1);
    if (group !== undefined && isSpace(glyph) === isSpace(glyphs[i - 1])) group.push(glyph);
    else groups.push([glyph]);
  }
  return groups;
}

/**
 * The pieces of one line without the space at its end, each with its place on the line. They are in reading
 * order and drawn in it, so that screen readers, which follow the order of the file, read right-to-left words
 * correctly.
 */
export function linePieces(text: ShapedText, line: Line): Piece[] {
  const stretches = text.runs
    .filter((run) => run.start < line.end && run.end > line.start)
    .map((run): Stretch => ({ run, glyphs: glyphsBetween(run, line.start, line.end) }));
  if (stretches.length > 1) reorder(stretches);

  let x = 0;
  const pieces: Piece[] = [];
  for (const { run, glyphs } of stretches) {
    for (const group of run.level % 2 === 1 ? words(glyphs) : [glyphs]) {
      pieces.push({ run, glyphs: group, x });
      x += lengthOf(group);
    }
  }
  const first = ({ glyphs }: Piece) =>
    glyphs.reduce((least, { cluster }) => Math.min(least, cluster), Infinity);
  return pieces.length > 1 ? pieces.sort((a, b) => first(a) - first(b)) : pieces;
}
