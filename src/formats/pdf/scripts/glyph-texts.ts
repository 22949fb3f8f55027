import type { Glyph } from './glyph.ts';

/*
 * The text of each glyph, for search, copying and screen readers. Measured with pdf.js and poppler, which
 * take the texts of glyphs one after the other and guess the spaces from the gaps between them.
 */

/** The text of a glyph that adds nothing to the words: nothing is copied or read aloud. */
export const NOTHING = '\u200b';
/** A character with its combining marks, as a mark by itself is extracted wrongly. */
const WITH_MARKS = /[^\p{Mn}]\p{Mn}*|\p{Mn}+/gu;

/**
 * Divides the text of one cluster among its glyphs, in their order. If there are more glyphs than characters,
 * an Indic vowel sign in two parts is given as its two parts (NFD).
 */
function shareText(text: string, count: number, asTyped: boolean): string[] {
  let parts: string[] = asTyped ? Array.from(text) : (text.match(WITH_MARKS) ?? []);
  if (parts.length < count && !asTyped) parts = text.normalize('NFD').match(WITH_MARKS) ?? [];
  return [...parts.slice(0, count - 1), parts.slice(count - 1).join('')];
}

/** A glyph before it has a text: the offset of its cluster, and its advance. */
export interface Placed {
  readonly cluster: number;
  readonly advance: number;
}

/**
 * The texts of a run's glyphs, in drawing order; extraction reverses right-to-left runs by itself. In
 * left-to-right text, combining marks are part of their letter's text, because extraction would misplace them
 * by their position. The dots of Arabic letters, drawn by themselves, have no text either.
 */
export function glyphTexts(
  text: string,
  placed: readonly Placed[],
  rtl: boolean,
  hasBlank: boolean,
): string[] {
  const inPlace = rtl || !hasBlank;
  const order = placed.map((glyph, i) => ({ ...glyph, i }));
  if (rtl) order.reverse();
  const texts = new Array<string>(placed.length).fill(NOTHING);
  for (let from = 0; from < order.length;) {
    const cluster = order[from]?.cluster ?? 0;
    let to = from;
    while (to < order.length && order[to]?.cluster === cluster) to++;
    const glyphs = order.slice(from, to);
    const wide = inPlace ? glyphs : glyphs.filter(({ advance }) => advance > 0);
    const telling = wide.length > 0 ? wide : glyphs.slice(0, 1);
    const shares = shareText(text.slice(cluster, order[to]?.cluster), telling.length, inPlace);
    for (const [at, { i }] of telling.entries()) texts[i] = shares[at] || NOTHING;
    from = to;
  }
  return texts;
}

/** The rest of a glyph's text after its first character, if it has marks. */
const MARKED_REST = /^[^\p{Mn}](?=.*\p{Mn})(.+)$/su;

/**
 * Gives a blank glyph the text that a drawn one would spoil. One case is marks: pdf.js takes a glyph whose
 * text has a mark to be without width, and so finds spaces that are not there. The other is a glyph that is
 * drawn above or below others, whose position is not where its text belongs.
 */
export function tellByBlank(glyph: Glyph, blank: number | undefined): Glyph[] {
  if (blank === undefined || glyph.silent) return [glyph];
  const teller = {
    id: blank,
    advance: 0,
    dx: 0,
    dy: 0,
    text: glyph.text,
    silent: false,
    cluster: glyph.cluster,
  };
  if (glyph.advance === 0) return [teller, { ...glyph, text: NOTHING, silent: true }];
  const rest = MARKED_REST.exec(glyph.text)?.[1];
  if (rest === undefined) return [glyph];
  return [
    { ...glyph, text: glyph.text.slice(0, -rest.length) },
    { ...teller, text: rest },
  ];
}
