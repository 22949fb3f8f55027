import { sentencesAsText } from './block-texts.ts';
import type { Block, LetterDocument } from '../letters/document.ts';
import { beforeWritingLine, safeLetter, TICK_BOX, WRITING_LINE } from './safe-text.ts';

/** Makes three blank lines with the gap after every block. */
const ROOM_TO_SIGN = '\n\n';

function blockText(block: Block): string {
  switch (block.kind) {
    case 'sender':
    case 'recipient':
    case 'reference':
    case 'signed':
      return block.lines.join('\n');
    case 'marking':
    case 'date':
    case 'salutation':
    case 'subject':
    case 'heading':
      return block.text;
    case 'paragraph':
      return sentencesAsText(block.sentences);
    case 'list': {
      const items = block.items.map(({ text }) => `- ${text}`).join('\n');
      return block.intro === '' ? items : `${block.intro}\n${items}`;
    }
    case 'close':
      return block.text + ROOM_TO_SIGN;
    case 'tick-box':
      return `${TICK_BOX} ${block.text}`;
    case 'write-in':
      return `${beforeWritingLine(block.label)} ${WRITING_LINE}`;
    case 'writing-lines':
      return Array.from({ length: block.count }, () => WRITING_LINE).join('\n');
    case 'new-page':
      return '\n';
    default:
      return block satisfies never;
  }
}

/** Tick boxes form one list; a blank line separates all other blocks. */
function gapBetween(before: Block | undefined, after: Block): string {
  if (before === undefined) return '';
  return before.kind === 'tick-box' && after.kind === 'tick-box' ? '\n' : '\n\n';
}

/**
 * The letter as plain text: one paragraph a line, a blank line between blocks, line ends as "\n".
 * @param letter any letter; texts are made safe here
 * @returns the text with one line end at its end, for the .txt download in UTF-8
 */
export function renderPlainText(letter: LetterDocument): string {
  const { blocks } = safeLetter(letter);
  return blocks.map((block, i) => gapBetween(blocks[i - 1], block) + blockText(block)).join('') + '\n';
}
