import type { Field } from '../../src/questionnaire/fields/field.ts';
import { allQuestions } from '../../src/questionnaire/all-questions.ts';
import { walkThrough } from '../../src/questionnaire/ordered-questions.ts';
import type { Fields, Persona } from './driver.ts';
import { asKept } from './kept.ts';
import { TODAY } from './services.ts';

/**
 * Answers to everything that is asked of somebody who makes these choices, up to a question or to the end. A choice
 * that is not given is the first one offered, and every text says which field it is.
 * @throws Error if a question is still open once it has its answer
 */
export function answersOf(choices: Fields = {}, upTo?: string): Persona {
  let kept: Persona = {};
  for (;;) {
    const { gap } = walkThrough(allQuestions, asKept(kept), TODAY);
    const slug = gap?.placed.question.slug;
    if (!gap || !slug || slug === upTo) return kept;
    if (slug in kept) throw new Error(`${slug} needs another answer than ${JSON.stringify(kept[slug])}`);
    const fields = gap.form.fields;
    kept = { ...kept, [slug]: Object.assign({}, ...fields.map((field) => filled(field, choices))) as Fields };
  }
}

const TEXTS: Readonly<Partial<Record<Field['control'], string>>> = {
  'nhs-number': '999 000 0018',
  email: 'somebody@example.org',
  telephone: '01632 960 001',
};

/** A birthday, a day this year and a day in the future: every date field accepts one of them. */
const DAYS = [
  ['27', '3', '1985'],
  ['3', '11', '2026'],
  ['15', '1', '2027'],
] as const;

function filled({ name, control, inputNames, values, read }: Field, choices: Fields): Fields {
  const chosen = choices[name];
  if (control === 'date') {
    const days = DAYS.map((day) => Object.fromEntries(inputNames.map((input, at) => [input, day[at]!])));
    return days.find((day) => read(day).ok)!;
  }
  if (control === 'checkboxes') return { [name]: chosen ?? values.slice(0, 1) };
  if (control !== 'radios') return { [name]: chosen ?? TEXTS[control] ?? `Some ${name} here` };
  // A choice that this journey does not offer, such as a letter of another nation, is not chosen.
  return { [name]: typeof chosen === 'string' && values.includes(chosen) ? chosen : values[0]! };
}
