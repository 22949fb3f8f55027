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
  /** How much larger it is set than the base face, to look as large: Naskh is drawn small on its body. */
  readonly scale: number;
  /** A glyph without width or ink, where the face has one: it can tell what no drawn glyph should. */
  readonly blank: number | undefined;
}

export type Faces = Readonly<Record<Weight, Readonly<Record<Family, Face>>>>;

/** Where fonts keep their blank one, behind the missing glyph. */
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

/** Loads every face from disk, about 3 MB: once a process. Throws where a font package is missing. */
export function loadFaces(): Faces {
  const ofWeight = (weight: Weight) =>
    Object.fromEntries(FAMILY_NAMES.map((family) => [family, loadFace(family, weight)])) as Record<
      Family,
      Face
    >;
  return { regular: ofWeight('regular'), bold: ofWeight('bold') };
}
