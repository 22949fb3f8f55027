import * as hb from 'harfbuzzjs';
import { safeText } from '../../safe-text.ts';
import { BASE, type Family, FAMILY_NAMES, readFont } from './font-files.ts';

/** Joiners and variation selectors change other characters and need no glyph of their own. */
const STEERING = /^\p{Default_Ignorable_Code_Point}$/u;
/** Signs that belong to no script, so that their neighbours decide on the face. */
const SHARED = /^[\p{Script=Common}\p{Script=Inherited}]/u;

/** Characters that need no shaping choice and do not combine, so that most English texts take one look-up. */
const SIMPLE =
  /^[\x20-\x7e\u00a0-\u02af\u0370-\u0482\u048a-\u052f\u1e00-\u1eff\u2010-\u2027\u2030-\u205e\u20a0-\u20c0\u2116-\u2122]*$/;

/** The characters of a text as people see them. */
export function graphemes(text: string): string[] {
  return Array.from(segmenter.segment(text), ({ segment }) => segment);
}
const segmenter = new Intl.Segmenter('en-GB', { granularity: 'grapheme' });

/** The characters that a face has: those of the basic plane by number, and the few beyond it. */
interface Characters {
  readonly basic: Uint8Array;
  readonly beyond: ReadonlySet<number>;
}

function readCharacters(family: Family): Characters {
  const basic = new Uint8Array(0x10000);
  const beyond = new Set<number>();
  // HarfBuzz loads and reads a face several times faster than fontkit, which only the worker needs.
  for (const codePoint of new hb.Face(new hb.Blob(readFont(family, 'regular'))).collectUnicodes()) {
    if (codePoint < 0x10000) basic[codePoint] = 1;
    else beyond.add(codePoint);
  }
  return { basic, beyond };
}

/**
 * Which characters each face has. Both weights of a family have the same ones, which a test checks. A face is read when
 * a text first needs it, as most texts need only the base face.
 */
export class Coverage {
  readonly #characters = new Map<Family, Characters>();

  #charactersOf(family: Family): Characters {
    const known = this.#characters.get(family) ?? readCharacters(family);
    this.#characters.set(family, known);
    return known;
  }

  /** Whether the family has a glyph for every character of a text that needs one. */
  covers(family: Family, text: string): boolean {
    const { basic, beyond } = this.#charactersOf(family);
    for (const character of text) {
      const codePoint = character.codePointAt(0) ?? 0;
      const has = codePoint < 0x10000 ? basic[codePoint] === 1 : beyond.has(codePoint);
      if (!has && !STEERING.test(character)) return false;
    }
    return true;
  }

  /** Whether a text is left to right, without combining marks, and all in the base face: the fast path. */
  isSimple(text: string): boolean {
    return SIMPLE.test(text) && this.covers(BASE, text);
  }

  /**
   * The face for one grapheme cluster, or undefined if none has it.
   * @param previous the face of the cluster before it, which shared signs such as the danda stay in
   */
  familyFor(cluster: string, previous: Family | undefined): Family | undefined {
    if (this.covers(BASE, cluster)) return BASE;
    const stays = previous !== undefined && SHARED.test(cluster) && this.covers(previous, cluster);
    return stays ? previous : FAMILY_NAMES.find((family) => this.covers(family, cluster));
  }

  /** The distinct grapheme clusters that no face can print, in the order of the texts. */
  unprintable(texts: readonly string[]): string[] {
    const found = new Set<string>();
    for (const text of texts.map(safeText)) {
      if (this.isSimple(text)) continue;
      for (const cluster of graphemes(text)) {
        if (this.familyFor(cluster, undefined) === undefined) found.add(cluster);
      }
    }
    return [...found];
  }
}
