import { describe, expect, it } from 'vitest';
import type { Field } from '../../src/questionnaire/fields/field.ts';
import { allQuestions } from '../../src/questionnaire/all-questions.ts';
import { asKept } from '../support/kept.ts';
import { type Visit, walkThrough } from '../../src/questionnaire/ordered-questions.ts';
import { LETTER_IDS } from '../../src/questionnaire/questions/people.ts';
import { type Kept, TODAY, write } from './support/letters.ts';
import { fullAnswers } from './support/roles.ts';
import { theContent } from '../support/services.ts';

/** Every answer that is asked for the letter makes a difference to the letter. */
const WORDS = theContent().questions.oneself;

/** Another choice than the one in the sample: the last that is offered. */
const otherChoice = ({ name, control, values }: Field): Kept[string] => {
  const last = values.at(-1)!;
  return { [name]: control === 'radios' ? last : [last] };
};

describe.each(LETTER_IDS)('%s depends on the answer to', (letter) => {
  const answers = fullAnswers(letter, 'carer-she');
  const { text } = write(answers);
  const walk = walkThrough(allQuestions, asKept(answers), TODAY);
  // Another choice of letter would lead to other questions.
  const asked = walk.visits.filter(
    ({ placed: { part, question } }) =>
      part === 'letter' && question.slug !== 'letter' && WORDS.get(question.slug)!.goes === 'letter',
  );
  /** No answer if that is allowed, or else another choice. Required texts are checked in property.test.ts. */
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
      `${letter} asks for ${slug} and does not use it: read it in a part of the letter and say it, ` +
        'or ask it for other letters only (src/questionnaire/all-questions.ts)',
    ).toBe(false);
  });
});
