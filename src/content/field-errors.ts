import { z } from 'zod';
import type { Field } from '../questionnaire/fields/field.ts';
import { type Report, readFolder } from './read.ts';

/** Messages by code for what can be wrong with any field. A question's own words come before them. */
export type FieldErrors = Readonly<Record<string, string>>;

const schema = z.strictObject({ errors: z.record(z.string(), z.string()) });

/** Reads `fields.md` in the folder of error messages. */
export function readFieldErrors(folder: string, report: Report): FieldErrors {
  const fields = readFolder(folder, schema, report).get('fields');
  if (!fields) report('errors/fields.md is missing');
  return fields?.front.errors ?? {};
}

const lowerFirst = (text: string) => text.charAt(0).toLowerCase() + text.slice(1);

/**
 * The message for an error, with {limit} still to fill; undefined if there is none.
 * @param what the field's short name, such as "Date of birth"
 */
export function fieldError(
  errors: FieldErrors,
  { control }: Pick<Field, 'control'>,
  what: string,
  code: string,
): string | undefined {
  const isInLines = control === 'lines' || control === 'list';
  const message = errors[code === 'too-long' && isInLines ? 'too-long-line' : code];
  return message?.replace('{What}', what).replace('{what}', lowerFirst(what));
}
