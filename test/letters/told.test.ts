import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { readQuestions } from '../../src/content/questions.ts';
import type { Field } from '../../src/questionnaire/fields/field.ts';
import { allQuestions } from '../../src/questionnaire/all-questions.ts';
import { asKept } from '../support/kept.ts';
import { type Visit, walk } from '../../src/questionnaire/ordered-questions.ts';
import { LETTER_IDS } from '../../src/questionnaire/questions/people.ts';
import { type Kept, TODAY, write } from './support/letters.ts';
import { fullAnswers } from './support/roles.ts';

/** What somebody answers for the letter is in the letter: with another answer it is another letter. */
const WORDS = readQuestions(fileURLToPath(new URL('../../content/questions', import.meta.url)), (problem) =>
  expect.fail(problem),
).oneself;

/** Another choice than was made: the last of those that are offered. */
const otherChoice = ({ name, control, values }: Field): Kept[string] => {
  const last = values.at(-1)!;
  return { [name]: control === 'radios' ? last : [last] };
};

describe.each(LETTER_IDS)('%s tells', (letter) => {
  const answers = fullAnswers(letter, 'carer-she');
  const { text } = write(answers);
  const way = walk(allQuestions, asKept(answers), TODAY);
  // Another choice of letter would bring questions of its own.
  const asked = way.visits.filter(
    ({ placed: { part, question } }) =>
      part === 'letter' && question.slug !== 'letter' && WORDS.get(question.slug)!.goes === 'letter',
  );
  /** No answer, where that will do, or another choice; where all of it has to be typed, property.test.ts looks. */
  const another = ({ placed: { question }, form }: Visit): readonly Kept[string][] => {
    const choices = form.fields.filter(({ values }) => values.length > 0);
    const chosen = Object.assign({}, answers[question.slug], ...choices.map(otherChoice)) as Kept[string];
    return [{}, ...(choices.length > 0 ? [chosen] : [])].filter((given) => form.read(given).ok).slice(0, 1);
  };

  it.each(
    asked.flatMap((visit) => another(visit).map((other) => [visit.placed.question.slug, other] as const)),
  )('%s', (slug, other) => {
    expect(
      write({ ...answers, [slug]: other }).text === text,
      `${letter} asks for ${slug} and does not tell it: read it and say it in a part of the ` +
        'letter, or ask it for other letters alone (src/questionnaire/all-questions.ts)',
    ).toBe(false);
  });
});
