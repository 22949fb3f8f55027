import type { Day } from './calendar.ts';
import type { Field } from './fields/field.ts';
import type { PlacedQuestion } from './ordered-questions.ts';
import { LETTER_IDS } from './questions/people.ts';

// Answers that make every conditional field and choice appear, one set for each letter.
const ANSWERS_THAT_SHOW_EVERY_FIELD = LETTER_IDS.map(
  (letter) =>
    ({
      'who-for': 'client',
      nation: 'england',
      'their-agreement': 'yes',
      'whose-letter': 'mine',
      contact: { address: ['1'], telephone: '1', email: '1' },
      letter,
    }) as never,
);
const SOME_DAY = '2000-01-01' as Day;

/** Every field that a question can have, with every choice it can offer, whatever the earlier answers. */
export function everyField({ question }: PlacedQuestion): readonly Field[] {
  const fields = new Map<string, Field>();
  for (const before of ANSWERS_THAT_SHOW_EVERY_FIELD)
    for (const field of question.form(before, SOME_DAY).fields) {
      const known = fields.get(field.name);
      fields.set(field.name, known ? merged(known, field) : field);
    }
  return [...fields.values()];
}

const merged = (one: Field, other: Field): Field => ({
  ...one,
  required: one.required || other.required,
  values: [...new Set([...one.values, ...other.values])],
  codes: [...new Set([...one.codes, ...other.codes])],
});
