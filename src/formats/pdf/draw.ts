import { type Element, type FileFacts, PdfFile } from './backend.ts';
import type { Mark, Shape, TagNode } from './layout/rows.ts';
import type { ShapedText } from './scripts/shape.ts';
import { lineLength } from './layout/lines.ts';
import type { Page } from './layout/paginate.ts';
import { linePieces } from './layout/pieces.ts';
import { PAGE, type Style } from './layout/style.ts';

/** Where the letters stand in a row: what is above the baseline, as a part of the row's height. */
const BASELINE = 0.74;

/** Draws one line; the space at its end comes last, at the left of a line that reads from the right. */
function drawMark(file: PdfFile, { text, line, x, size }: Mark, y: number, space: ShapedText): void {
  for (const piece of linePieces(text, line)) {
    file.glyphs(piece.run.face, size, x + piece.x * size, y, piece.glyphs);
  }
  if (!line.space) return;
  const after = text.rtl ? -(space.edges[1] ?? 0) : lineLength(text, line);
  drawAll(file, space, size, x + after * size, y);
}

/** Draws a whole text of ours, left to right. */
function drawAll(file: PdfFile, text: ShapedText, size: number, x: number, y: number): void {
  for (const { face, glyphs, start } of text.runs) {
    file.glyphs(face, size, x + (text.edges[start] ?? 0) * size, y, glyphs);
  }
}

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

/**
 * Draws a letter whose rows have their places.
 * @param root the structure tree; every mark's node is in it.
 * @returns the PDF file.
 */
export async function drawLetter(
  pages: readonly Page[],
  root: TagNode,
  style: Style,
  shape: Shape,
  facts: FileFacts,
): Promise<Buffer> {
  const file = new PdfFile(facts);
  const elements = new Map<TagNode, Element>();
  const rootElement = addElements(file, root, elements);
  const space = shape(' ', 'regular', 'ltr');

  for (const [index, page] of pages.entries()) {
    file.addPage();
    const marks = page.flatMap(({ row, y }) =>
      row.marks.map((mark) => ({ mark, baseline: y + row.height * BASELINE })),
    );
    for (let from = 0; from < marks.length;) {
      const node = marks[from]?.mark.node;
      let to = from;
      while (to < marks.length && marks[to]?.mark.node === node) to++;
      const element = node && elements.get(node);
      if (node === undefined || element === undefined) throw new Error('A mark without a place in the tree');
      file.tagged(element, node.tag, () => {
        for (const { mark, baseline } of marks.slice(from, to)) drawMark(file, mark, baseline, space);
      });
      from = to;
    }
    for (const { row, y } of page) {
      const { rule } = row;
      if (rule) file.artifact('Layout', () => file.rule(rule.from, rule.to, y + row.height * 0.84));
    }
    if (index > 0) drawFooter(file, `Page ${index + 1} of ${pages.length}`, style, shape);
  }
  if (pages.length === 0) file.addPage();
  return file.finish(rootElement);
}

function drawFooter(file: PdfFile, text: string, style: Style, shape: Shape): void {
  const y = PAGE.height - style.margin.bottom / 2;
  const { footerSize, margin } = style;
  file.artifact('Pagination', () => drawAll(file, shape(text, 'regular', 'ltr'), footerSize, margin.side, y));
}
