import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';

const { resolve } = createRequire(import.meta.url);

export type Weight = 'regular' | 'bold';

/** The faces of a letter, by script. A character that the first lacks is looked for in the others in turn. */
const FAMILIES = {
  /** The letter's own face, also on screen: Latin, Greek and Cyrillic, without slashed zeros. */
  source: google('source-sans-3', 'SourceSans3'),
  arabic: google('noto-naskh-arabic', 'NotoNaskhArabic'),
  hebrew: google('noto-sans-hebrew', 'NotoSansHebrew'),
  bengali: google('noto-sans-bengali', 'NotoSansBengali'),
  gurmukhi: google('noto-sans-gurmukhi', 'NotoSansGurmukhi'),
  devanagari: google('noto-sans-devanagari', 'NotoSansDevanagari'),
  tamil: google('noto-sans-tamil', 'NotoSansTamil'),
  /** Symbols: the box to tick, arrows, stars, and the mark for a character that cannot be printed. */
  dejavu: {
    regular: 'dejavu-fonts-ttf/ttf/DejaVuSans.ttf',
    bold: 'dejavu-fonts-ttf/ttf/DejaVuSans-Bold.ttf',
  },
} as const satisfies Record<string, Record<Weight, string>>;

export type Family = keyof typeof FAMILIES;

/** The face of a letter; the others are only for single runs. */
export const BASE: Family = 'source';

export const FAMILY_NAMES = Object.keys(FAMILIES) as Family[];

function google(folder: string, name: string): Record<Weight, string> {
  const path = `@expo-google-fonts/${folder}`;
  return {
    regular: `${path}/400Regular/${name}_400Regular.ttf`,
    bold: `${path}/700Bold/${name}_700Bold.ttf`,
  };
}

/** The bytes of one font file from its package. @throws Error if the package is missing */
export function readFont(family: Family, weight: Weight): Buffer {
  return readFileSync(resolve(FAMILIES[family][weight]));
}
