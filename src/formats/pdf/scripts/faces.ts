import { create, type Font as FontkitFont } from 'fontkit';
import * as hb from 'harfbuzzjs';
import { type Family, readFont, type Weight } from './font-files.ts';

/** One font file, parsed twice: for shaping (HarfBuzz) and for embedding a subset of it (fontkit). */
export interface Face {
  readonly key: string;
  readonly family: Family;
  readonly shaper: hb.Font;
  readonly embeddable: FontkitFont;
  /** Font units in one em. */
  readonly unitsPerEm: number;
  /** The scale at which it looks as large as the base face: Naskh is drawn small. */
  readonly scale: number;
  /** A glyph without width or ink, if the face has one. It can carry text that no visible glyph should. */
  readonly blank: number | undefined;
}

/** Where fonts have their blank glyph, after the missing glyph. */
const FIRST_GLYPHS = [1, 2, 3, 4];

function loadFace(key: string, family: Family, weight: Weight): Face {
  const data = readFont(family, weight);
  const face = new hb.Face(new hb.Blob(data));
  const shaper = new hb.Font(face);
  return {
    key,
    family,
    shaper,
    embeddable: create(data),
    unitsPerEm: face.upem,
    scale: family === 'arabic' ? 1.2 : 1,
    blank: FIRST_GLYPHS.find((id) => shaper.glyphHAdvance(id) === 0 && shaper.glyphToPath(id) === ''),
  };
}

/** The faces of all letters of a process. Each is loaded when a text first needs it, as most need only the base face. */
export class Faces {
  readonly #loaded = new Map<string, Face>();

  /** @throws Error if the font's package is missing */
  face(family: Family, weight: Weight): Face {
    const key = `${family}-${weight}`;
    const face = this.#loaded.get(key) ?? loadFace(key, family, weight);
    this.#loaded.set(key, face);
    return face;
  }
}
