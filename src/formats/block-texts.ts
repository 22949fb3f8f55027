import type { Block, Statement } from '../letters/document.ts';

/** The sentences of a paragraph as one text. */
export const sentencesAsText = (sentences: readonly Statement[]): string =>
  sentences.map(({ text }) => text).join(' ');

/** The texts of a block: one for each paragraph, line or item. */
export function blockTexts(block: Block): readonly string[] {
  switch (block.kind) {
    case 'marking':
    case 'date':
    case 'salutation':
    case 'subject':
    case 'heading':
    case 'close':
    case 'tick-box':
      return [block.text];
    case 'sender':
    case 'recipient':
    case 'reference':
    case 'signed':
      return block.lines;
    case 'paragraph':
      return [sentencesAsText(block.sentences)];
    case 'list':
      return [...(block.intro === '' ? [] : [block.intro]), ...block.items.map(({ text }) => text)];
    case 'write-in':
      return [block.label];
    case 'new-page':
    case 'writing-lines':
      return [];
    default:
      return block satisfies never;
  }
}
