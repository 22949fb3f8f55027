import { sentencesAsText } from '../../block-texts.ts';
import type { Block, LetterDocument, Statement } from '../../../letters/document.ts';
import { beforeWritingLine, isRightToLeft, TICK_BOX } from '../../safe-text.ts';
import type { Weight } from '../scripts/font-files.ts';
import { breakLines, type Line, lineLength } from './lines.ts';
import { type Flow, keepTwoAndTwo, type Mark, type Row, type Shape, type Tag, type TagNode } from './rows.ts';
import type { BaseDirection } from '../scripts/runs.ts';
import { PAGE, type Style } from './style.ts';

/** A line to write on needs less room than a signature. */
const ROOM_TO_WRITE = 0.6;

interface TextOptions {
  readonly gap: number;
  readonly weight?: Weight;
  readonly direction?: BaseDirection;
  readonly size?: number;
  readonly indent?: number;
  /** The parts of the text, if each has its own direction. */
  readonly isolated?: readonly string[];
}

/** Lays the blocks out as rows and marks those to keep together. */
class FlowBuilder {
  readonly #style: Style;
  readonly #shape: Shape;
  readonly #children: TagNode[] = [];
  readonly #rows: Row[] = [];
  #newPage = false;
  /** The index of the first row of the previous block. */
  #blockStart = 0;
  #before: Block['kind'] | undefined;

  constructor(style: Style, shape: Shape) {
    this.#style = style;
    this.#shape = shape;
  }

  build(letter: LetterDocument): Flow {
    for (const block of letter.blocks) {
      const start = this.#rows.length;
      this.#add(block);
      this.#before = block.kind;
      if (block.kind !== 'new-page') this.#blockStart = start;
    }
    return { root: { tag: 'Document', children: this.#children }, rows: this.#rows };
  }

  #add(block: Block): void {
    const { gap, partGap, roomToSign } = this.#style;
    switch (block.kind) {
      case 'marking':
        return void this.#text('P', block.text, { gap: partGap, weight: 'bold', direction: 'ltr' });
      case 'sender':
      case 'recipient':
        return this.#lines(block.lines, partGap);
      case 'reference':
        return this.#lines(block.lines, gap);
      case 'date':
      case 'salutation':
        return void this.#text('P', block.text, { gap: partGap, direction: 'ltr' });
      case 'subject':
        return this.#heading('H1', block.text, { gap, weight: 'bold', size: this.#style.subjectSize });
      case 'heading':
        return this.#heading('H2', block.text, { gap: partGap, weight: 'bold' });
      case 'paragraph':
        return this.#paragraph(block.sentences);
      case 'list':
        return this.#list(block.intro, block.items);
      case 'close':
        this.#holdTwoLinesBefore();
        return this.#heading('P', block.text, { gap: partGap, direction: 'ltr' });
      case 'signed':
        return this.#lines(block.lines, this.#before === 'close' ? roomToSign : gap);
      case 'tick-box':
        this.#holdWordsBefore();
        return void this.#text('P', `${TICK_BOX} ${block.text}`, { gap });
      case 'write-in':
        return this.#writeIn(block.label);
      case 'writing-lines':
        this.#holdWordsBefore();
        return this.#writingLines(block.count);
      case 'new-page':
        this.#newPage = this.#rows.length > 0;
        return;
      default:
        return block satisfies never;
    }
  }

  /** Keeps two lines of the letter with the sign-off, if necessary from the last paragraph but one. */
  #holdTwoLinesBefore(): void {
    const last = this.#rows.at(-1);
    if (last !== undefined) last.keepWithNext = true;
    const before = this.#rows[this.#blockStart - 1];
    if (this.#rows.length - this.#blockStart < 2 && before !== undefined) before.keepWithNext = true;
  }

  /** Keeps a question to answer by hand on the same page as the first line for the answer. */
  #holdWordsBefore(): void {
    if (this.#before === 'paragraph')
      for (const row of this.#rows.slice(this.#blockStart)) row.keepWithNext = true;
  }

  #push(row: Omit<Row, 'keepWithNext' | 'newPage'>): Row {
    const pushed: Row = { ...row, keepWithNext: false, newPage: this.#newPage };
    this.#newPage = false;
    this.#rows.push(pushed);
    return pushed;
  }

  /** Adds the rows of one text under one node; the caller adds the node to the tree. */
  #textRows(node: TagNode, text: string, options: TextOptions): Row[] {
    const { size: bodySize, lineHeight, margin } = this.#style;
    const { gap, weight = 'regular', direction = 'first-strong', size = bodySize, indent = 0 } = options;
    const shaped = this.#shape(text, weight, direction, options.isolated);
    const width = PAGE.width - 2 * margin.side - indent;
    const rows = breakLines(shaped, width / size).map((line, i) => {
      const length = lineLength(shaped, line) * size;
      const x = shaped.rtl ? margin.side + width - length : margin.side + indent;
      const height = lineHeight * (size / bodySize);
      return this.#push({ gap: i === 0 ? gap : 0, height, marks: [{ node, text: shaped, line, x, size }] });
    });
    keepTwoAndTwo(rows);
    return rows;
  }

  #text(tag: Tag, text: string, options: TextOptions): Row[] {
    const node: TagNode = { tag, children: [] };
    this.#children.push(node);
    return this.#textRows(node, text, options);
  }

  /** If a sentence reads from right to left, each is isolated, or it would reorder its neighbours' words. */
  #paragraph(sentences: readonly Statement[]): void {
    const texts = sentences.map(({ text }) => text);
    const { gap } = this.#style;
    const options = texts.some(isRightToLeft) ? { gap, isolated: texts } : { gap };
    this.#text('P', sentencesAsText(sentences), options);
  }

  /** A text that is never the last on a page. */
  #heading(tag: Tag, text: string, options: TextOptions): void {
    for (const row of this.#text(tag, text, options)) row.keepWithNext = true;
  }

  #lines(lines: readonly string[], gap: number): void {
    const children = lines.map((): TagNode => ({ tag: 'P', children: [] }));
    this.#children.push({ tag: 'Div', children });
    const rows = children.flatMap((node, i) =>
      this.#textRows(node, lines[i] ?? '', { gap: i === 0 ? gap : 0, direction: 'ltr' }),
    );
    keepTwoAndTwo(rows);
  }

  #list(intro: string, items: readonly Statement[]): void {
    const { gap, itemGap, size, margin } = this.#style;
    if (intro !== '') this.#heading('P', intro, { gap });
    const indent = size * 1.3;
    const entries: TagNode[] = [];
    this.#children.push({ tag: 'L', children: entries });
    const bullet = this.#shape('•', 'regular', 'ltr');
    const rows = items.flatMap(({ text }, i) => {
      const label: TagNode = { tag: 'Lbl', children: [] };
      const body: TagNode = { tag: 'LBody', children: [] };
      entries.push({ tag: 'LI', children: [label, body] });
      const itemRows = this.#textRows(body, text, { gap: i === 0 && intro === '' ? gap : itemGap, indent });
      const [first] = itemRows;
      const rtl = first?.marks[0]?.text.rtl === true;
      const x = rtl ? PAGE.width - margin.side - size * 0.6 : margin.side + size * 0.3;
      const line: Line = { start: 0, end: 1, space: false };
      const mark: Mark = { node: label, text: bullet, line, x, size };
      if (first !== undefined) first.marks = [mark, ...first.marks];
      return itemRows;
    });
    keepTwoAndTwo(rows);
  }

  #writeIn(label: string): void {
    const { roomToSign, margin, size } = this.#style;
    const [row] = this.#text('P', beforeWritingLine(label), {
      gap: roomToSign * ROOM_TO_WRITE,
      direction: 'ltr',
    }).slice(-1);
    const mark = row?.marks[0];
    if (row === undefined || mark === undefined) return;
    const from = mark.x + (lineLength(mark.text, mark.line) + 0.5) * size;
    row.rule = { from, to: Math.max(from, PAGE.width - margin.side) };
  }

  /** Lines with enough space for handwriting. */
  #writingLines(count: number): void {
    const { roomToSign, margin, lineHeight } = this.#style;
    const gap = Math.max(0, roomToSign * ROOM_TO_WRITE - lineHeight);
    const rule = { from: margin.side, to: PAGE.width - margin.side };
    const rows = Array.from({ length: count }, () =>
      this.#push({ gap, height: lineHeight, marks: [], rule }),
    );
    keepTwoAndTwo(rows);
  }
}

/**
 * Lays a letter out as rows and a structure tree.
 * @param letter a safe letter (see safeLetter)
 * @param shape turns a text into glyphs; called again for every style, so it should cache them
 */
export function flowLetter(letter: LetterDocument, style: Style, shape: Shape): Flow {
  return new FlowBuilder(style, shape).build(letter);
}
