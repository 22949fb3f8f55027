import { cleanText } from '../../../src/questionnaire/fields/clean.ts';
import type { Field, Given, Reading } from '../../../src/questionnaire/fields/field.ts';

/** What a field makes of what was typed, cleaned as a form's answers are. */
export function reading<Value>(field: Field<Value>, typed: Given): Reading<Value> {
  const cleaned = Object.entries(typed).map(([input, value]): [string, string | readonly string[]] => [
    input,
    typeof value === 'string' ? cleanText(value) : value.map(cleanText),
  ]);
  return field.read(Object.fromEntries(cleaned));
}

/** The value that a field takes, or the fault that it finds: "code", or "code at input" where that is not the field. */
export function taken<Value>(field: Field<Value>, typed: string | readonly string[] | Given): unknown {
  const isGiven = typeof typed === 'object' && !Array.isArray(typed);
  const read = reading(field, isGiven ? (typed as Given) : { [field.name]: typed as string });
  if (read.ok) return read.value;
  return {
    refused: read.faults.map(({ code, input }) => (input === field.name ? code : `${code} at ${input}`)),
  };
}

export const refused = (...codes: string[]) => ({ refused: codes });
