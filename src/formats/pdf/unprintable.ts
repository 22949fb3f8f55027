import { blockTexts } from '../block-texts.ts';
import type { Block, LetterDocument, Source, Statement } from '../../letters/document.ts';
import type { Coverage } from './scripts/coverage.ts';

/** A text of a letter in which the PDF replaces some characters by marks. */
export interface Unprintable {
  readonly text: string;
  /** The characters as people see them, each once, in the order of the text. */
  readonly characters: readonly string[];
  /** The question where it was typed, if known. */
  readonly from?: Source;
}

function statementsOf(block: Block): readonly Statement[] {
  if (block.kind === 'paragraph') return block.sentences;
  if (block.kind === 'list') return [{ text: block.intro }, ...block.items];
  return blockTexts(block).map((text) => ({ text }));
}

/** The parts of a letter that the PDF cannot print in full, in the letter's order. */
export function unprintableIn(letter: LetterDocument, coverage: Coverage): Unprintable[] {
  return letter.blocks.flatMap((block) =>
    statementsOf(block).flatMap((statement) => {
      const characters = coverage.unprintable([statement.text]);
      return characters.length > 0 ? [{ ...statement, characters }] : [];
    }),
  );
}
