import { allQuestions } from '../../src/questionnaire/all-questions.ts';
import { everyField } from '../../src/questionnaire/every-field.ts';
import { answerKey } from '../../src/questionnaire/ordered-questions.ts';
import type { Field, FormInput } from '../../src/questionnaire/fields/field.ts';

/** The fields that people type into, by question: what they hold is cleaned before it is kept. */
const TYPED = new Map(
  allQuestions.inOrder.map((placed) => [
    placed.question.slug,
    everyField(placed).filter(({ values }) => values.length === 0),
  ]),
);

/**
 * Answers by question, as a journey keeps them: each field cleaned, and under the name of the letter that was chosen
 * where the answer belongs to one letter.
 */
export function asKept<Answer extends FormInput>(
  answers: Readonly<Record<string, Answer>>,
): Record<string, FormInput> {
  const letter = answers.letter?.letter;
  return Object.fromEntries(
    Object.entries(answers).flatMap(([slug, given]) => {
      const placed = allQuestions.inOrder.filter(({ question }) => question.slug === slug);
      const keys = placed.length > 0 ? placed.map((one) => answerKey(one, { letter })) : [slug];
      const kept = cleaned(TYPED.get(slug) ?? [], given);
      return keys.map((key) => [key, kept]);
    }),
  );
}

const cleaned = (fields: readonly Field[], given: FormInput): FormInput =>
  fields
    .filter(({ inputNames }) => inputNames.some((input) => input in given))
    .reduce((all, field) => ({ ...all, ...field.cleaned(given) }), given);
