import { allQuestions } from '../../src/questionnaire/all-questions.ts';
import { keptUnder } from '../../src/questionnaire/ordered-questions.ts';
import type { Given } from '../../src/questionnaire/fields/field.ts';

/**
 * Answers by question, under the keys that a journey stores them under: answers that belong to one letter are stored
 * for the letter that was chosen.
 */
export function asKept<Answer extends Given>(
  answers: Readonly<Record<string, Answer>>,
): Record<string, Answer> {
  const letter = answers.letter?.letter;
  return Object.fromEntries(
    Object.entries(answers).flatMap(([slug, given]) => {
      const placed = allQuestions.inOrder.filter(({ question }) => question.slug === slug);
      const keys = placed.length > 0 ? placed.map((one) => keptUnder(one, { letter })) : [slug];
      return keys.map((key) => [key, given]);
    }),
  );
}
