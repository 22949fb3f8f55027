import { create, type Font as FontkitFont } from 'fontkit';
import * as hb from 'harfbuzzjs';
import { type Family, FAMILY_NAMES, readFont, type Weight } from './font-files.ts';

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

export type Faces = Readonly<Record<Weight, Readonly<Record<Family, Face>>>>;

/** Where fonts have their blank glyph, after the missing glyph. */
const FIRST_GLYPHS = [1, 2, 3, 4];

function loadFace(family: Family, weight: Weight): Face {
  const data = readFont(family, weight);
  const face = new hb.Face(new hb.Blob(data));
  const shaper = new hb.Font(face);
  return {
    key: `${family}-${weight}`,
    family,
    shaper,
    embeddable: create(data),
    unitsPerEm: face.upem,
    scale: family === 'arabic' ? 1.2 : 1,
    blank: FIRST_GLYPHS.find((id) => shaper.glyphHAdvance(id) === 0 && shaper.glyphToPath(id) === ''),
  };
}

/**
 * Loads every face from disk, about 3 MB: once a process.
 * @throws Error if a font package is missing
 */
export function loadFaces(): Faces {
  const ofWeight = (weight: Weight) =>
    Object.fromEntries(FAMILY_NAMES.map((family) => [family, loadFace(family, weight)])) as Record<
      Family,
      Face
    >;
  return { regular: ofWeight('regular'), bold: ofWeight('bold') };
}
