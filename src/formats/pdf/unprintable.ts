import { blockTexts } from '../block-texts.ts';
import type { Block, LetterDocument, Source, Statement } from '../../letters/document.ts';
import type { Coverage } from './scripts/coverage.ts';

/** A text of a letter that the PDF can print only with marks in place of some characters. */
export interface Unprintable {
  /** The part of the letter that has it: "sender" has the name and the address. */
  readonly kind: Block['kind'];
  readonly text: string;
  /** As people see them, each once, in the order of the text. */
  readonly characters: readonly string[];
  /** Where the text has one: the question that it was typed at. */
  readonly from?: Source;
}

function statementsOf(block: Block): readonly Statement[] {
  if (block.kind === 'paragraph') return block.sentences;
  if (block.kind === 'list') return [{ text: block.intro }, ...block.items];
  return blockTexts(block).map((text) => ({ text }));
}

/** What of a letter the PDF cannot print, in the letter's order; nothing where it prints the whole of it. */
export function unprintableIn(letter: LetterDocument, coverage: Coverage): Unprintable[] {
  return letter.blocks.flatMap((block) =>
    statementsOf(block).flatMap((statement) => {
      const characters = coverage.unprintable([statement.text]);
      return characters.length > 0 ? [{ kind: block.kind, ...statement, characters }] : [];
    }),
  );
}
