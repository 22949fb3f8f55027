import { type Element, type FileMetadata, PdfFile } from './backend.ts';
import type { Mark, Shape, TagNode } from './layout/rows.ts';
import type { ShapedText } from './scripts/shape.ts';
import { type Line, lineLength } from './layout/lines.ts';
import type { Page } from './layout/paginate.ts';
import { linePieces } from './layout/pieces.ts';
import { PAGE, type Style } from './layout/style.ts';
import { pageNumber } from '../page-number.ts';

/** The part of a row's height that is above the baseline. */
const BASELINE = 0.74;

/** Draws one line. The space at its end comes last, on the left of a right-to-left line. */
function drawMark(file: PdfFile, { text, line, x, size }: Mark, y: number, space: ShapedText): void {
  for (const piece of linePieces(text, line)) {
    file.glyphs(piece.run.face, size, x + piece.x * size, y, piece.glyphs);
  }
  if (!line.space) return;
  const after = text.rtl ? -(space.edges[1] ?? 0) : lineLength(text, line);
  drawAll(file, space, size, x + after * size, y);
}

/** Draws a whole text on one line. */
function drawAll(file: PdfFile, text: ShapedText, size: number, x: number, y: number): void {
  for (const piece of linePieces(text, wholeLine(text))) {
    file.glyphs(piece.run.face, size, x + piece.x * size, y, piece.glyphs);
  }
}

const wholeLine = ({ text }: ShapedText): Line => ({ start: 0, end: text.length, space: false });

function addElements(
  file: PdfFile,
  node: TagNode,
  elements: Map<TagNode, Element>,
  parent?: Element,
): Element {
  const element = file.element(node.tag, parent);
  elements.set(node, element);
  for (const child of node.children) addElements(file, child, elements, element);
  return element;
}

/** The line at the foot of each page after the first. */
export interface FootLine {
  /** Whom the letter is about; without it there is only the page number. */
  readonly about: string | undefined;
  readonly style: Style;
  readonly shape: Shape;
}

/**
 * Draws a letter that is laid out.
 * @param root the structure tree, which has every mark's node
 * @returns the PDF file
 */
export async function drawLetter(
  pages: readonly Page[],
  root: TagNode,
  foot: FootLine,
  metadata: FileMetadata,
): Promise<Buffer> {
  const file = new PdfFile(metadata);
  const elements = new Map<TagNode, Element>();
  const rootElement = addElements(file, root, elements);
  const space = foot.shape(' ', 'regular', 'ltr');

  for (const [index, page] of pages.entries()) {
    file.addPage();
    drawPage(file, page, elements, space);
    if (index > 0) drawFoot(file, pageNumber(index + 1, pages.length).join(''), foot);
  }
  if (pages.length === 0) file.addPage();
  return file.finish(rootElement);
}

function drawPage(
  file: PdfFile,
  page: Page,
  elements: ReadonlyMap<TagNode, Element>,
  space: ShapedText,
): void {
  const marks = page.flatMap(({ row, y }) =>
    row.marks.map((mark) => ({ mark, baseline: y + row.height * BASELINE })),
  );
  for (let from = 0; from < marks.length;) {
    const node = marks[from]?.mark.node;
    let to = from;
    while (to < marks.length && marks[to]?.mark.node === node) to++;
    const element = node && elements.get(node);
    if (node === undefined || element === undefined) throw new Error('A mark is not in the structure tree');
    file.tagged(element, node.tag, () => {
      for (const { mark, baseline } of marks.slice(from, to)) drawMark(file, mark, baseline, space);
    });
    from = to;
  }
  for (const { row, y } of page) {
    const { rule } = row;
    if (rule) file.artifact('Layout', () => file.rule(rule.from, rule.to, y + row.height * 0.84));
  }
}

/** Whom the letter is about on the left, the page number on the right; smaller if they do not fit. */
function drawFoot(file: PdfFile, number: string, { about = '', style, shape }: FootLine): void {
  const { footerSize, margin } = style;
  const texts = [about, number].filter((text) => text !== '').map((text) => shape(text, 'regular', 'ltr'));
  const lengths = texts.map((text) => lineLength(text, wholeLine(text)));
  const width = PAGE.width - 2 * margin.side;
  const size = Math.min(footerSize, width / lengths.reduce((sum, length) => sum + length, texts.length));
  const y = PAGE.height - margin.bottom / 2;
  file.artifact('Pagination', () => {
    for (const [i, text] of texts.entries()) {
      const isNumber = i === texts.length - 1;
      const x = isNumber ? PAGE.width - margin.side - (lengths[i] ?? 0) * size : margin.side;
      drawAll(file, text, size, x, y);
    }
  });
}
