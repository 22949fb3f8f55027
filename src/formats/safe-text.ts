import type { Block, LetterDocument, Statement } from '../letters/document.ts';

/** Invisible: controls, direction overrides, word joiners, byte order marks, soft hyphens, non-characters. */
const INVISIBLE =
  // eslint-disable-next-line no-control-regex -- these are the characters to be dropped
  /[\u0000-\u0008\u000e-\u001f\u007f-\u0084\u0086-\u009f\u00ad\u202a-\u202e\u2060\u2066-\u2069\ufeff\ufff9-\ufffc]|\p{Noncharacter_Code_Point}/gu;

/** Line ends and tabs, which become spaces because each text of the document is one line. */
const ENDS_OF_LINE = /[\t-\r\u0085\u2028\u2029]+/g;

/** Other kinds of space, which become spaces: no-break spaces would make a pasted paragraph unbreakable. */
const OTHER_SPACES = /[\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000]/g;

/** Characters that are safe in every format. Most texts have only these and need no more work. */
const ORDINARY = /^[\x20-\x7e\u00a1-\u00ac\u00ae-\u02ff\u2010-\u2027]*$/;

/**
 * Makes one text safe for every format: well formed, NFC, on one line, without invisible characters. The
 * questionnaire tidies what people type; this is the renderers' own guard, so that they never crash.
 */
export function safeText(text: string): string {
  if (ORDINARY.test(text)) return text.trim();
  const onOneLine = text.toWellFormed().replace(ENDS_OF_LINE, ' ').replace(OTHER_SPACES, ' ');
  return onOneLine.replace(INVISIBLE, '').normalize('NFC').trim();
}

function safeTexts(texts: readonly string[]): string[] {
  return texts.map(safeText).filter((text) => text !== '');
}

function safeStatements(statements: readonly Statement[]): Statement[] {
  return statements.map(({ text }) => ({ text: safeText(text) })).filter(({ text }) => text !== '');
}

/** The block made safe, or undefined if it has no words left, as an empty paragraph looks like a mistake. */
function safeBlock(block: Block): Block | undefined {
  switch (block.kind) {
    case 'sender':
    case 'recipient':
    case 'reference':
    case 'signed': {
      const lines = safeTexts(block.lines);
      return lines.length > 0 ? { kind: block.kind, lines } : undefined;
    }
    case 'marking':
    case 'date':
    case 'salutation':
    case 'subject':
    case 'heading':
    case 'close':
    case 'tick-box': {
      const text = safeText(block.text);
      return text === '' ? undefined : { kind: block.kind, text };
    }
    case 'paragraph': {
      const sentences = safeStatements(block.sentences);
      return sentences.length > 0 ? { kind: 'paragraph', sentences } : undefined;
    }
    case 'list': {
      const items = safeStatements(block.items);
      const intro = safeText(block.intro);
      if (items.length > 0) return { kind: 'list', intro, items };
      return intro === '' ? undefined : { kind: 'paragraph', sentences: [{ text: intro }] };
    }
    case 'write-in':
      return { kind: 'write-in', label: safeText(block.label) };
    case 'new-page':
    case 'writing-lines':
      return block;
    default:
      return block satisfies never;
  }
}

/** The letter for every renderer: safe texts and no empty blocks, so that all formats have the same words. */
export function safeLetter(letter: LetterDocument): LetterDocument {
  const about = safeText(letter.about ?? '');
  const blocks = letter.blocks.map(safeBlock).filter((block) => block !== undefined);
  return about === '' ? { title: letter.title, blocks } : { title: letter.title, about, blocks };
}

/** A line to write on, for the formats that cannot draw one. */
export const WRITING_LINE = '_'.repeat(30);

/** The words before a line to write on, with a colon unless they are a question. */
export const beforeWritingLine = (label: string): string => (label.endsWith('?') ? label : `${label}:`);

/** An empty box to tick by hand. */
export const TICK_BOX = '☐';

const FIRST_STRONG = /[\p{L}\p{Nl}]/u;
const RIGHT_TO_LEFT_SCRIPT =
  /[\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Syriac}\p{Script=Thaana}\p{Script=Nko}]/u;

/** Whether a text reads from right to left, by its first letter. */
export function isRightToLeft(text: string): boolean {
  return RIGHT_TO_LEFT_SCRIPT.test(FIRST_STRONG.exec(text)?.[0] ?? '');
}
