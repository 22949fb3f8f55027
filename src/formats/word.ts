import {
  Document,
  Footer,
  HeadingLevel,
  type IParagraphOptions,
  LeaderType,
  Packer,
  PageNumber,
  Paragraph,
  Tab,
  TabStopType,
  TextRun,
} from 'docx';
import type { Block, LetterDocument, Print } from '../letters/document.ts';
import {
  LIST,
  MARGIN,
  NUMBERING,
  PAGE_HEIGHT,
  PAGE_WIDTH,
  stylesOf,
  twips,
  WORD_STYLES,
  type WordStyle,
} from './word-style.ts';
import { isRightToLeft, safeLetter, TICK_BOX } from './safe-text.ts';

type Options = Partial<IParagraphOptions>;

/** Turns the blocks into paragraphs; one after a page break begins its page. */
class WordWriter {
  readonly #style: WordStyle;
  readonly #paragraphs: Paragraph[] = [];
  #newPage = false;

  constructor(style: WordStyle) {
    this.#style = style;
  }

  write(blocks: readonly Block[]): Paragraph[] {
    for (const [i, block] of blocks.entries()) this.#block(block, blocks[i + 1]?.kind === 'close');
    return this.#paragraphs;
  }

  /** @param beforeClose whether the sign-off comes next: it never stands on a page by itself. */
  #block(block: Block, beforeClose: boolean): void {
    const { gap, partGap, roomToSign } = this.#style;
    const keepNext = beforeClose;
    switch (block.kind) {
      case 'sender':
      case 'recipient':
        return this.#lines(block.lines, partGap);
      case 'reference':
        return this.#lines(block.lines, gap);
      case 'signed':
        return this.#lines(block.lines, gap);
      case 'date':
      case 'salutation':
        return this.#text(block.text, partGap);
      case 'subject':
        return this.#text(block.text, gap, { heading: HeadingLevel.HEADING_1, keepNext: true });
      case 'heading':
        return this.#text(block.text, gap, { heading: HeadingLevel.HEADING_2, keepNext: true });
      case 'paragraph':
        return this.#text(block.text, gap, { keepNext });
      case 'list': {
        const numbering = { reference: LIST, level: 0 };
        if (block.intro !== '') this.#text(block.intro, gap / 2, { keepNext: true });
        for (const [i, item] of block.items.entries()) {
          const isLast = i === block.items.length - 1;
          this.#text(item, isLast ? gap : gap / 4, { numbering, keepNext: isLast && keepNext });
        }
        return;
      }
      case 'close':
        return this.#text(block.text, roomToSign, { keepNext: true });
      case 'tick-box':
        return this.#text(`${TICK_BOX} ${block.text}`, gap);
      case 'write-in':
        return this.#writeIn(block.label);
      case 'new-page':
        this.#newPage = this.#paragraphs.length > 0;
        return;
      default:
        return block satisfies never;
    }
  }

  #push(options: IParagraphOptions): void {
    this.#paragraphs.push(new Paragraph({ ...options, pageBreakBefore: this.#newPage }));
    this.#newPage = false;
  }

  #text(text: string, after: number, options: Options = {}): void {
    const rightToLeft = isRightToLeft(text);
    const children = [new TextRun({ text, rightToLeft })];
    const spacing = { after: twips(after) };
    this.#push({
      ...options,
      children,
      spacing,
      bidirectional: rightToLeft,
      keepLines: options.keepNext === true,
    });
  }

  /** A paragraph a line: a line end within a run is no line end in Word. Names keep the letter's direction. */
  #lines(lines: readonly string[], after: number): void {
    for (const [i, text] of lines.entries()) {
      const isLast = i === lines.length - 1;
      this.#push({
        children: [new TextRun(text)],
        spacing: { after: isLast ? twips(after) : 0 },
        keepNext: !isLast,
      });
    }
  }

  #writeIn(label: string): void {
    const position = PAGE_WIDTH - 2 * MARGIN;
    this.#push({
      children: [new TextRun({ children: [`${label}: `, new Tab()] })],
      tabStops: [{ type: TabStopType.RIGHT, position, leader: LeaderType.UNDERSCORE }],
      spacing: { before: twips(this.#style.roomToSign / 3), after: twips(this.#style.gap) },
    });
  }
}

function pageFooter(): Footer {
  const children = ['Page ', PageNumber.CURRENT, ' of ', PageNumber.TOTAL_PAGES];
  return new Footer({ children: [new Paragraph({ children: [new TextRun({ children })] })] });
}

/**
 * The letter as a Word file that the person can change: real headings and lists, page numbers from page 2.
 * @param service who made the file, for its metadata; the title there is the constant one.
 */
export async function renderDocx(letter: LetterDocument, print: Print, service: string): Promise<Buffer> {
  const style = WORD_STYLES[print];
  const margin = { top: MARGIN, bottom: MARGIN, left: MARGIN, right: MARGIN };
  const document = new Document({
    title: letter.title,
    creator: service,
    lastModifiedBy: service,
    styles: stylesOf(style),
    numbering: NUMBERING,
    sections: [
      {
        properties: { titlePage: true, page: { size: { width: PAGE_WIDTH, height: PAGE_HEIGHT }, margin } },
        footers: { default: pageFooter(), first: new Footer({ children: [new Paragraph({})] }) },
        children: new WordWriter(style).write(safeLetter(letter).blocks),
      },
    ],
  });
  return Packer.toBuffer(document);
}
