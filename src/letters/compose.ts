import type { Day } from '../questionnaire/calendar.ts';
import type { Answers } from '../questionnaire/all-questions.ts';
import { LETTERS } from './all-letters.ts';
import type { WrittenLetter } from './letter.ts';
import type { LetterWords } from './words.ts';

/**
 * Writes the letter that a person chose.
 * @param answers the answers that count
 * @param words the words of all letters
 * @param today the date on the letter
 * @param leftOut keys of what the person leaves out
 * @returns undefined without the right to act, or before the letter's questions are answered
 */
export function writeLetter(
  answers: Partial<Answers>,
  words: LetterWords,
  today: Day,
  leftOut: Iterable<string>,
): WrittenLetter | undefined {
  const { letter } = answers;
  return letter && LETTERS[letter].write(answers, words[letter], today, leftOut);
}

/** How the chosen letter begins: "Dear Dr Patel,". Undefined as in `writeLetter`. */
export function letterGreeting(
  answers: Partial<Answers>,
  words: LetterWords,
  today: Day,
): string | undefined {
  const { letter } = answers;
  return letter && LETTERS[letter].greeting(answers, words[letter], today);
}
