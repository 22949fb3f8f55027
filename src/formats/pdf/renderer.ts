import { blockTexts } from '../block-texts.ts';
import type { LetterDocument, Print } from '../../letters/document.ts';
import { safeLetter, TICK_BOX } from '../safe-text.ts';
import { Coverage } from './scripts/coverage.ts';
import { drawLetter } from './draw.ts';
import { LetterTooLong, PAGE_LIMIT } from './errors.ts';
import { Faces } from './scripts/faces.ts';
import { flowLetter } from './layout/flow.ts';
import { type Page, paginate } from './layout/paginate.ts';
import type { Flow, Shape } from './layout/rows.ts';
import { type Setting, type ShapedText, shapeText } from './scripts/shape.ts';
import { type Style, STYLES } from './layout/style.ts';

export interface PdfRenderer {
  /**
   * The letter as a tagged A4 PDF.
   * @param created the day in the file's metadata; without it, the same letter always gives the same file
   * @throws LetterTooLong if it takes more than 15 pages
   */
  render(letter: LetterDocument, print: Print, created?: Date): Promise<Buffer>;
  /** The number of pages. @throws LetterTooLong as `render` does */
  pages(letter: LetterDocument, print: Print): number;
}

/** A fixed day, for when none is given. */
const FIXED_DAY = new Date('2000-01-01T00:00:00Z');

/** More than 15 pages can hold in any script, so it is refused before any work. */
const UTF16_LIMIT = 150_000;

/** Caches shaped texts, so that each is shaped once for all styles that are tried. */
function cachingShape(setting: Setting): Shape {
  const shaped = new Map<string, ShapedText>();
  return (text, weight, direction, isolated) => {
    const key = `${weight} ${direction} ${isolated?.length ?? 1} ${text}`;
    const known = shaped.get(key) ?? shapeText(text, weight, direction, setting, isolated);
    shaped.set(key, known);
    return known;
  };
}

interface LaidOut {
  readonly style: Style;
  readonly flow: Flow;
  readonly pages: readonly Page[];
}

/** The number of pages of the letter itself, without a consent page. */
function letterPages({ pages }: LaidOut): number {
  const next = pages.findIndex((page, i) => i > 0 && page[0]?.row.newPage === true);
  return next === -1 ? pages.length : next;
}

function layOut(letter: LetterDocument, print: Print, shape: Shape): LaidOut {
  const lay = (style: Style): LaidOut => {
    const flow = flowLetter(letter, style, shape);
    return { style, flow, pages: paginate(flow.rows, style) };
  };
  const [first, ...others] = STYLES[print];
  const usual = lay(first);
  if (letterPages(usual) !== 2) return usual;
  for (const style of others) {
    const closer = lay(style);
    if (letterPages(closer) === 1) return closer;
  }
  return usual;
}

/** Some English in both weights, so that the first person's letter does not wait for its fonts to load. */
const WARMING_TEXT = `${TICK_BOX} ${'Warm words. '.repeat(200)}`;
const WARMING: LetterDocument = {
  title: 'Warming',
  blocks: [
    { kind: 'heading', text: WARMING_TEXT },
    { kind: 'paragraph', sentences: [{ text: WARMING_TEXT }] },
  ],
};

/**
 * Makes a renderer that has made one letter, so that its fonts and its code are loaded.
 * @param options.service who made the file, for its metadata
 */
export async function createPdfRenderer(options: { readonly service: string }): Promise<PdfRenderer> {
  const faces = new Faces();
  const coverage = new Coverage();
  const { service } = options;

  const lay = (letter: LetterDocument, print: Print) => {
    const texts = letter.blocks.flatMap(blockTexts);
    if (texts.reduce((sum, text) => sum + text.length, 0) > UTF16_LIMIT) throw new LetterTooLong();
    const shape = cachingShape({ faces, coverage });
    const laidOut = layOut(letter, print, shape);
    if (laidOut.pages.length > PAGE_LIMIT) throw new LetterTooLong();
    return { ...laidOut, shape };
  };

  const render: PdfRenderer['render'] = async (unsafe, print, created = FIXED_DAY) => {
    const letter = safeLetter(unsafe);
    const { pages, flow, style, shape } = lay(letter, print);
    const foot = { about: letter.about, style, shape };
    return drawLetter(pages, flow.root, foot, { title: letter.title, service, created });
  };

  await render(WARMING, 'normal');
  return { render, pages: (letter, print) => lay(safeLetter(letter), print).pages.length };
}
