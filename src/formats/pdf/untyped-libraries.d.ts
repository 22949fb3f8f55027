/** The parts that we use of two libraries without types. */

declare module 'fontkit' {
  export interface Font {
    readonly postscriptName: string;
    readonly unitsPerEm: number;
    readonly ascent: number;
    readonly descent: number;
    /** Every code point that the font has a glyph for. */
    readonly characterSet: readonly number[];
    layout(text: string): unknown;
  }
  export function create(data: Uint8Array): Font;
}

declare module 'linebreak' {
  export default class LineBreaker {
    constructor(text: string);
    /** The next place where a line may end (UAX 14), as an offset in UTF-16 units; null after the last. */
    nextBreak(): { readonly position: number; readonly required: boolean } | null;
  }
}
