import type { Field, FormInput } from '../../../src/questionnaire/fields/field.ts';

/** The value that a field reads, or the error that it finds: "code", or "code at input" for one of several inputs. */
export function taken<Value>(field: Field<Value>, typed: string | readonly string[] | FormInput): unknown {
  const isGiven = typeof typed === 'object' && !Array.isArray(typed);
  const read = field.read(isGiven ? (typed as FormInput) : { [field.name]: typed as string });
  if (read.ok) return read.value;
  return {
    refused: read.errors.map(({ code, inputName }) =>
      inputName === field.name ? code : `${code} at ${inputName}`,
    ),
  };
}

export const refused = (...codes: string[]) => ({ refused: codes });
