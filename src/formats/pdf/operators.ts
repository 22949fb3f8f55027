import type { Glyph } from './scripts/glyph.ts';

/** A glyph with its code in the embedded font and its width there, in thousandths of an em. */
export interface CodedGlyph {
  readonly glyph: Glyph;
  readonly code: number;
  readonly width: number;
}

/** Rounds points to a thousandth, which is finer than any printer. */
export const round = (number: number) => Math.round(number * 1000) / 1000;

const hex = (unit: number) => unit.toString(16).padStart(4, '0');

/** Builds a TJ array: glyph codes, and extra moves of the pen between them. */
class TjArray {
  #array = '';
  #codes = '';

  /** Moves the pen to the right, in thousandths of an em. Less than half of one is invisible. */
  move(distance: number): void {
    if (Math.abs(distance) < 0.5) return;
    this.#endCodes();
    this.#array += `${round(-distance)} `;
  }

  code(code: number): void {
    this.#codes += hex(code);
  }

  get isEmpty(): boolean {
    return this.#array === '' && this.#codes === '';
  }

  end(): string {
    this.#endCodes();
    return `[${this.#array}]TJ`;
  }

  #endCodes(): void {
    if (this.#codes !== '') this.#array += `<${this.#codes}>`;
    this.#codes = '';
  }
}

interface PlacedGlyph extends CodedGlyph {
  /** The position of its left edge, in thousandths of an em of the font. */
  readonly at: number;
}

function place(glyphs: readonly CodedGlyph[], thousandths: number): PlacedGlyph[] {
  let pen = 0;
  return glyphs.map((coded) => {
    const at = (pen + coded.glyph.dx) * thousandths;
    pen += coded.glyph.advance;
    return { ...coded, at };
  });
}

/**
 * The operators that show glyphs of one font, starting at the pen, inside a text object.
 * Silent glyphs come last, with an empty text: in their own place, they would split words for screen readers.
 * @param size the font's size in points
 * @param scale how much larger the font is than the ems that glyphs are measured in
 */
export function showGlyphs(glyphs: readonly CodedGlyph[], size: number, scale: number): string {
  const placed = place(glyphs, 1000 / scale);
  let pen = 0;
  let rise = 0;
  const showAll = (some: readonly PlacedGlyph[]): string => {
    const operators: string[] = [];
    let array = new TjArray();
    for (const { glyph, code, width, at } of some) {
      if (glyph.dy !== rise) {
        if (!array.isEmpty) operators.push(array.end());
        operators.push(`${round((glyph.dy * size) / scale)} Ts`);
        rise = glyph.dy;
        array = new TjArray();
      }
      array.move(at - pen);
      array.code(code);
      pen = at + width;
    }
    if (!array.isEmpty) operators.push(array.end());
    return operators.join(' ');
  };
  const spoken = showAll(placed.filter(({ glyph }) => !glyph.silent));
  const silent = showAll(placed.filter(({ glyph }) => glyph.silent));
  return silent === '' ? spoken : `${spoken} /Span <</ActualText <feff>>>BDC ${silent} EMC`;
}
