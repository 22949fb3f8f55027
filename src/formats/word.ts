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
import { sentencesAsText } from './block-texts.ts';
import type { Block, LetterDocument, Print, Statement } from '../letters/document.ts';
import { withNoBreakSpaces } from './no-break-spans.ts';
import { pageNumber } from './page-number.ts';
import {
  lineSpacingOf,
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
import { beforeWritingLine, isRightToLeft, safeLetter, TICK_BOX } from './safe-text.ts';

type Options = Partial<IParagraphOptions>;

/** Turns the blocks into paragraphs. A page break belongs to the paragraph after it. */
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

  /** @param beforeClose whether the sign-off comes next, which is never on a page by itself */
  #block(block: Block, beforeClose: boolean): void {
    const { gap, partGap, roomToSign } = this.#style;
    const keepNext = beforeClose;
    switch (block.kind) {
      case 'marking':
        return this.#runs([new TextRun({ text: block.text, bold: true })], partGap);
      case 'sender':
      case 'recipient':
        return this.#lines(block.lines, partGap);
      case 'reference':
        return this.#lines(block.lines.map(withNoBreakSpaces), gap);
      case 'signed':
        return this.#lines(block.lines, gap);
      case 'date':
      case 'salutation':
        return this.#lines([block.text], partGap);
      case 'subject':
        return this.#text(block.text, gap, { heading: HeadingLevel.HEADING_1, keepNext: true });
      case 'heading':
        return this.#text(block.text, gap, { heading: HeadingLevel.HEADING_2, keepNext: true });
      case 'paragraph':
        return this.#paragraph(block.sentences, keepNext);
      case 'list': {
        const numbering = { reference: LIST, level: 0 };
        if (block.intro !== '') this.#text(block.intro, gap / 2, { keepNext: true });
        for (const [i, { text }] of block.items.entries()) {
          const isLast = i === block.items.length - 1;
          this.#text(text, isLast ? gap : gap / 4, { numbering, keepNext: isLast && keepNext });
        }
        return;
      }
      case 'close':
        return this.#text(block.text, roomToSign, { keepNext: true });
      case 'tick-box':
        return this.#text(`${TICK_BOX} ${block.text}`, gap);
      case 'write-in':
        return this.#writeIn(`${beforeWritingLine(block.label)} `);
      case 'writing-lines':
        for (let line = 0; line < block.count; line += 1) this.#writeIn('');
        return;
      case 'new-page':
        this.#newPage = this.#paragraphs.length > 0;
        return;
      default:
        return block satisfies never;
    }
  }

  /** @param after the space below, in points */
  #runs(children: IParagraphOptions['children'], after: number, options: Options = {}): void {
    const spacing = { after: twips(after), ...options.spacing, ...lineSpacingOf(this.#style.lineSpacing) };
    const { keepNext } = options;
    this.#paragraphs.push(
      new Paragraph({
        ...options,
        children: children ?? [],
        spacing,
        keepLines: keepNext === true,
        pageBreakBefore: this.#newPage,
      }),
    );
    this.#newPage = false;
  }

  #text(text: string, after: number, options: Options = {}): void {
    this.#runs([runOf(text)], after, { ...options, bidirectional: isRightToLeft(text) });
  }

  /** If a sentence reads from right to left, each sentence is a run with its own direction. */
  #paragraph(sentences: readonly Statement[], keepNext: boolean): void {
    const text = sentencesAsText(sentences);
    if (!sentences.some((sentence) => isRightToLeft(sentence.text)))
      return this.#text(text, this.#style.gap, { keepNext });
    const runs = sentences.flatMap((sentence, i) => [
      ...(i > 0 ? [new TextRun(' ')] : []),
      runOf(sentence.text),
    ]);
    this.#runs(runs, this.#style.gap, { keepNext, bidirectional: isRightToLeft(text) });
  }

  /** One paragraph a line, as Word ignores a line end inside a run. Names keep the letter's direction. */
  #lines(lines: readonly string[], after: number): void {
    for (const [i, text] of lines.entries()) {
      const isLast = i === lines.length - 1;
      this.#runs([new TextRun(text)], isLast ? after : 0, { keepNext: !isLast });
    }
  }

  /** A line to write on, after the words before it. */
  #writeIn(before: string): void {
    const position = PAGE_WIDTH - 2 * MARGIN;
    this.#runs([new TextRun({ children: [before, new Tab()] })], this.#style.gap, {
      tabStops: [{ type: TabStopType.RIGHT, position, leader: LeaderType.UNDERSCORE }],
      spacing: { before: twips(this.#style.roomToSign / 3) },
    });
  }
}

const runOf = (text: string) =>
  new TextRun({ text: withNoBreakSpaces(text), rightToLeft: isRightToLeft(text) });

/** Whom the letter is about on the left, the page number on the right. */
function pageFooter(about: string): Footer {
  const number = pageNumber(PageNumber.CURRENT, PageNumber.TOTAL_PAGES);
  const tabStops = [{ type: TabStopType.RIGHT, position: PAGE_WIDTH - 2 * MARGIN }];
  const runs = [new TextRun(about), new TextRun({ children: [new Tab(), ...number] })];
  return new Footer({ children: [new Paragraph({ children: runs, tabStops })] });
}

/**
 * The letter as a Word file that the person can change: real headings and lists, page numbers from page 2.
 * @param service who made the file, for its metadata
 */
export async function renderDocx(letter: LetterDocument, print: Print, service: string): Promise<Buffer> {
  const style = WORD_STYLES[print];
  const { title, about = '', blocks } = safeLetter(letter);
  const margin = { top: MARGIN, bottom: MARGIN, left: MARGIN, right: MARGIN };
  const document = new Document({
    title,
    creator: service,
    lastModifiedBy: service,
    styles: stylesOf(style),
    numbering: NUMBERING,
    sections: [
      {
        properties: { titlePage: true, page: { size: { width: PAGE_WIDTH, height: PAGE_HEIGHT }, margin } },
        footers: { default: pageFooter(about), first: new Footer({ children: [new Paragraph({})] }) },
        children: new WordWriter(style).write(blocks),
      },
    ],
  });
  return Packer.toBuffer(document);
}
