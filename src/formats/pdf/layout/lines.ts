import LineBreaker from 'linebreak';
import { noBreakSpans } from '../../no-break-spans.ts';
import type { ShapedText } from '../scripts/shape.ts';

/** One line of a text: offsets without the spaces at its end. */
export interface Line {
  readonly start: number;
  readonly end: number;
  /** Whether a space follows. It is drawn, so that the words stay apart in the tagged text. */
  readonly space: boolean;
}

/** The room for that space at the end of each line, in ems: wider than any face's space. */
const SPACE_ROOM = 0.35;

const isSpace = (text: string, i: number) => text[i] === ' ';

function lengthBetween(shaped: ShapedText, from: number, to: number): number {
  return (shaped.edges[to] ?? 0) - (shaped.edges[from] ?? 0);
}

/** The length of a line without its space, in ems. */
export function lineLength(shaped: ShapedText, line: Line): number {
  return lengthBetween(shaped, line.start, line.end);
}

/** The last place, at least one character on, where a long word can be cut to fit. */
function emergencyBreak(shaped: ShapedText, start: number, limit: number, room: number): number {
  let at = start + 1;
  while (at < limit && shaped.boundaries[at] !== 1) at++;
  for (let i = at + 1; i <= limit; i++) {
    if (lengthBetween(shaped, start, i) > room) break;
    if (shaped.boundaries[i] === 1) at = i;
  }
  return at;
}

/** Every place where a line may end (UAX 14). */
function breakOpportunities(shaped: ShapedText): number[] {
  const breaker = new LineBreaker(shaped.text);
  const places: number[] = [];
  for (let next = breaker.nextBreak(); next !== null; next = breaker.nextBreak()) {
    if (shaped.boundaries[next.position] === 1) places.push(next.position);
  }
  return places;
}

/** The best places to end a line: after a dash, or a space that is not inside a number, dose or date. */
function preferredBreaks(text: string, places: readonly number[]): number[] {
  const spans = noBreakSpans(text);
  let next = 0;
  return places.filter((place) => {
    while ((spans[next]?.end ?? Infinity) < place) next++;
    const isWithin = (spans[next]?.start ?? Infinity) < place && place < (spans[next]?.end ?? 0);
    return place === text.length || (/[ \u2014]/.test(text[place - 1] ?? '') && !isWithin);
  });
}

/**
 * Breaks a text into lines: between words, and not within a number, a dose or a date. A piece that is longer
 * than a line is broken wherever UAX 14 allows or, failing that, between characters.
 * @param width the length of a line in ems, including the room for the space
 */
export function breakLines(shaped: ShapedText, width: number): Line[] {
  const room = width - SPACE_ROOM;
  const { text } = shaped;
  const lines: Line[] = [];
  let start = 0;
  /** The last place after `start` where the line may end. */
  let lastFit = 0;
  const trim = (end: number) => {
    let trimmed = end;
    while (trimmed > start && isSpace(text, trimmed - 1)) trimmed--;
    return trimmed;
  };
  const endLine = (end: number) => {
    const trimmed = trim(end);
    lines.push({ start, end: trimmed, space: trimmed < end && end < text.length });
    start = end;
  };
  const isTooLong = (end: number) => lengthBetween(shaped, start, trim(end)) > room;
  const advanceTo = (place: number, inside: readonly number[]) => {
    if (isTooLong(place) && lastFit > start) endLine(lastFit);
    if (isTooLong(place)) {
      for (const within of inside) advanceTo(within, []);
      if (isTooLong(place) && lastFit > start) endLine(lastFit);
    }
    while (isTooLong(place)) endLine(emergencyBreak(shaped, start, trim(place), room));
    lastFit = place;
  };

  const places = breakOpportunities(shaped);
  let next = 0;
  for (const good of preferredBreaks(text, places)) {
    const from = next;
    while ((places[next] ?? Infinity) < good) next++;
    advanceTo(good, places.slice(from, next));
    next++;
  }
  if (start < text.length) endLine(text.length);
  return lines;
}
