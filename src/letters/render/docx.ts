import {
  AlignmentType,
  convertMillimetersToTwip,
  Document,
  Footer,
  HeadingLevel,
  type INumberingOptions,
  type IParagraphOptions,
  type IStylesOptions,
  LeaderType,
  LevelFormat,
  Packer,
  PageNumber,
  Paragraph,
  Tab,
  TabStopType,
  TextRun,
} from 'docx';
import type { Block, LetterDocument, Print } from '../document.ts';
import { isRightToLeft, safeLetter, TICK_BOX } from './safe-text.ts';

/** Lengths in points, as people set them in Word. */
interface WordStyle {
  readonly size: number;
  readonly subjectSize: number;
  /** In lines: 1 is single spacing. */
  readonly lineSpacing: number;
  readonly gap: number;
  readonly partGap: number;
  readonly roomToSign: number;
}

const STYLES: Readonly<Record<Print, WordStyle>> = {
  normal: { size: 11.5, subjectSize: 13, lineSpacing: 1.1, gap: 8, partGap: 14, roomToSign: 44 },
  large: { size: 18, subjectSize: 20, lineSpacing: 1.3, gap: 16, partGap: 24, roomToSign: 64 },
};

/** On every computer that has Word or LibreOffice, and easy to read; the person may change it. */
const FONT = 'Arial';
const LIST = 'letter-list';

const twips = (points: number) => Math.round(points * 20);
const halfPoints = (points: number) => Math.round(points * 2);
const MARGIN = convertMillimetersToTwip(25);
const PAGE_WIDTH = convertMillimetersToTwip(210);
const PAGE_HEIGHT = convertMillimetersToTwip(297);

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
      spacing: { before: twips(this.#style.gap), after: twips(this.#style.gap) },
    });
  }
}

function stylesOf({ size, subjectSize, lineSpacing, gap }: WordStyle): IStylesOptions {
  const font = FONT;
  const heading = (points: number) => ({
    run: { font, size: halfPoints(points), bold: true, boldComplexScript: true, color: '000000' },
    paragraph: { spacing: { before: 0, after: twips(gap) } },
  });
  return {
    default: {
      document: {
        run: { font, size: halfPoints(size), language: { value: 'en-GB' } },
        paragraph: { spacing: { line: Math.round(lineSpacing * 240) } },
      },
      heading1: heading(subjectSize),
      heading2: heading(size),
    },
  };
}

const NUMBERING: INumberingOptions = {
  config: [
    {
      reference: LIST,
      levels: [
        {
          level: 0,
          format: LevelFormat.BULLET,
          text: '•',
          alignment: AlignmentType.LEFT,
          style: { paragraph: { indent: { left: 360, hanging: 360 } } },
        },
      ],
    },
  ],
};

function pageFooter(): Footer {
  const children = ['Page ', PageNumber.CURRENT, ' of ', PageNumber.TOTAL_PAGES];
  return new Footer({ children: [new Paragraph({ children: [new TextRun({ children })] })] });
}

/**
 * The letter as a Word file that the person can change: real headings and lists, page numbers from page 2.
 * @param service who made the file, for its metadata; the title there is the constant one.
 */
export async function renderDocx(letter: LetterDocument, print: Print, service: string): Promise<Buffer> {
  const style = STYLES[print];
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
