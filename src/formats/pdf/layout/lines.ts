import LineBreaker from 'linebreak';
import type { ShapedText } from '../scripts/shape.ts';

/** One line of a text: offsets without the spaces at its end. */
export interface Line {
  readonly start: number;
  readonly end: number;
  /** A space stood here: it is drawn, so that tagged text keeps its words apart over the line's end. */
  readonly space: boolean;
}

/** Kept free at the end of each line for that space, in ems: it is wider than any face's space. */
export const SPACE_ROOM = 0.35;

const isSpace = (text: string, i: number) => text[i] === ' ';

function lengthBetween(shaped: ShapedText, from: number, to: number): number {
  return (shaped.edges[to] ?? 0) - (shaped.edges[from] ?? 0);
}

/** How long a line is without its space, in ems. */
export function lineLength(shaped: ShapedText, line: Line): number {
  return lengthBetween(shaped, line.start, line.end);
}

/** The furthest place, at least one character on, where an unbroken token can be cut to fit. */
function cut(shaped: ShapedText, start: number, limit: number, room: number): number {
  let at = start + 1;
  while (at < limit && shaped.boundaries[at] !== 1) at++;
  for (let i = at + 1; i <= limit; i++) {
    if (lengthBetween(shaped, start, i) > room) break;
    if (shaped.boundaries[i] === 1) at = i;
  }
  return at;
}

function breakPlaces(shaped: ShapedText): number[] {
  const breaker = new LineBreaker(shaped.text);
  const places: number[] = [];
  for (let next = breaker.nextBreak(); next !== null; next = breaker.nextBreak()) {
    if (shaped.boundaries[next.position] === 1) places.push(next.position);
  }
  return places;
}

/**
 * Breaks a text into lines by UAX 14, and a token that is longer than a line between its characters.
 * @param width the length of a line in ems, the room for the space included.
 */
export function breakLines(shaped: ShapedText, width: number): Line[] {
  const room = width - SPACE_ROOM;
  const { text } = shaped;
  const lines: Line[] = [];
  const push = (start: number, end: number) => {
    let trimmed = end;
    while (trimmed > start && isSpace(text, trimmed - 1)) trimmed--;
    lines.push({ start, end: trimmed, space: trimmed < end && end < text.length });
  };

  let start = 0;
  let fits = 0;
  for (const place of breakPlaces(shaped)) {
    let trimmed = place;
    while (trimmed > start && isSpace(text, trimmed - 1)) trimmed--;
    if (lengthBetween(shaped, start, trimmed) > room && fits > start) {
      push(start, fits);
      start = fits;
    }
    while (trimmed > start && lengthBetween(shaped, start, trimmed) > room) {
      const end = cut(shaped, start, trimmed, room);
      push(start, end);
      start = end;
    }
    fits = place;
  }
  if (start < text.length) push(start, text.length);
  return lines;
}
