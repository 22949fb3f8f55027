import type { Day } from './calendar.ts';
import type { Field } from './fields/field.ts';
import type { PlacedQuestion } from './ordered-questions.ts';

// What depends on answers is asked for with the answers that bring every field and every choice.
const BRINGS_EVERYTHING = {
  'who-for': 'client',
  contact: { address: ['1'], telephone: '1', email: '1' },
} as never;
const SOME_DAY = '2000-01-01' as Day;

/** Every field that a question can have, with every choice that it can offer, whatever was answered before it. */
export const everyField = ({ question }: PlacedQuestion): readonly Field[] =>
  question.form(BRINGS_EVERYTHING, SOME_DAY).fields;
