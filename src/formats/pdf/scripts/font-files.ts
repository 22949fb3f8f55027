import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';

const { resolve } = createRequire(import.meta.url);

export type Weight = 'regular' | 'bold';

/** The faces that a letter can be set in, by the script that each is for. */
export const FAMILIES = {
  /** Made for readers with low vision; Western and Central European Latin and Welsh. */
  atkinson: google('atkinson-hyperlegible-next', 'AtkinsonHyperlegibleNext'),
  /** All of Latin with Vietnamese and Yoruba, Greek, Cyrillic. */
  source: google('source-sans-3', 'SourceSans3'),
  arabic: google('noto-naskh-arabic', 'NotoNaskhArabic'),
  hebrew: google('noto-sans-hebrew', 'NotoSansHebrew'),
  bengali: google('noto-sans-bengali', 'NotoSansBengali'),
  gurmukhi: google('noto-sans-gurmukhi', 'NotoSansGurmukhi'),
  devanagari: google('noto-sans-devanagari', 'NotoSansDevanagari'),
  tamil: google('noto-sans-tamil', 'NotoSansTamil'),
  /** Symbols: the box to tick, arrows, stars, and the mark that stands for what cannot be printed. */
  dejavu: {
    regular: 'dejavu-fonts-ttf/ttf/DejaVuSans.ttf',
    bold: 'dejavu-fonts-ttf/ttf/DejaVuSans-Bold.ttf',
  },
} as const satisfies Record<string, Record<Weight, string>>;

export type Family = keyof typeof FAMILIES;

/** A whole letter is set in one of these; the others lend single runs. */
export type BaseFamily = 'atkinson' | 'source';

/** Where a base face lacks a character, these are asked, in this order. */
export const FALLBACKS: readonly Family[] = [
  'arabic',
  'hebrew',
  'bengali',
  'gurmukhi',
  'devanagari',
  'tamil',
  'dejavu',
  'source',
];

export const FAMILY_NAMES = Object.keys(FAMILIES) as Family[];

function google(folder: string, name: string): Record<Weight, string> {
  const path = `@expo-google-fonts/${folder}`;
  return {
    regular: `${path}/400Regular/${name}_400Regular.ttf`,
    bold: `${path}/700Bold/${name}_700Bold.ttf`,
  };
}

/** The bytes of one font file, from the installed package. Throws where the package is missing. */
export function readFont(family: Family, weight: Weight): Buffer {
  return readFileSync(resolve(FAMILIES[family][weight]));
}
