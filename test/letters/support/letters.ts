import { fileURLToPath } from 'node:url';
import { expect } from 'vitest';
import { readLetters } from '../../../src/content/letters.ts';
import type { Day } from '../../../src/questionnaire/calendar.ts';
import type { FormInput } from '../../../src/questionnaire/fields/field.ts';
import { allQuestions } from '../../../src/questionnaire/all-questions.ts';
import { walkThrough } from '../../../src/questionnaire/ordered-questions.ts';
import type { LetterId } from '../../../src/questionnaire/questions/people.ts';
import { writeLetter } from '../../../src/letters/compose.ts';
import type { WrittenLetter } from '../../../src/letters/letter.ts';
import type { LetterWords } from '../../../src/letters/words.ts';
import { asKept } from '../../support/kept.ts';
import { renderPlainText } from '../../../src/formats/plain-text.ts';

export const FOLDER = fileURLToPath(new URL('../../../content/letters/', import.meta.url));

export const TODAY = '2026-11-22' as Day;

/** The words of the letters, read as the product reads them. */
export const WORDS: LetterWords = readLetters(FOLDER, (problem) => expect.fail(problem));

/** How each letter begins: with what it asks for. */
export const ASKS: Readonly<Record<LetterId, RegExp>> = {
  'review-treatment': /^Please could you review .+? treatment\?/,
  'second-opinion-treatment': /^Please could you refer .+? for a second opinion about \w+ treatment\?/,
  'review-diagnosis': /^Please could you review .+? diagnosis\?/,
  'second-opinion-diagnosis': /^Please could you refer .+? for a second opinion about \w+ diagnosis\?/,
  chaser: /^Please (?:tell me (?:what has happened to|whether you have)|send me a copy of) /,
  'ask-reasons': /^Please (?:tell me in writing why|look again at) /,
  complaint: /^This is a complaint under the NHS complaints procedure, about /,
  'funding-review': /^Please (?:ask the board to look again at|tell me in writing the reasons for) /,
};

/** What is stored of a journey: the fields as they were submitted, by question. */
export type Kept = Readonly<Record<string, FormInput>>;

export interface Written extends WrittenLetter {
  readonly text: string;
}

/**
 * The letter for stored answers, written as the product writes it.
 * @throws Error if a question still needs an answer
 */
export function write(kept: Kept, leftOut: Iterable<string> = [], words = WORDS): Written {
  const { gap, answers } = walkThrough(allQuestions, asKept(kept), TODAY);
  if (gap) {
    throw new Error(
      `"${gap.placed.question.slug}" waits for an answer: add one in test/letters/support/roles.ts; ` +
        'and unless it is a line, a list or a long text, in generated.ts too',
    );
  }
  const letter = writeLetter(answers, words, TODAY, leftOut);
  if (!letter) throw new Error('whole answers without a letter');
  return { ...letter, text: renderPlainText(letter.document) };
}
