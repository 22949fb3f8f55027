import type { z } from 'zod';

/** One page's fields as they were submitted, cleaned: one text, or several for checkboxes. */
export type Given = Readonly<Record<string, string | readonly string[]>>;

/** What is wrong with a field. `code` names the message in the question's words; `limit` fills its {limit}. */
export interface Fault {
  readonly field: string;
  /** The input to mend: the field's name, or one part of a date. */
  readonly input: string;
  readonly code: string;
  readonly limit?: number;
}

export type Reading<Value> =
  { readonly ok: true; readonly value: Value } | { readonly ok: false; readonly faults: readonly Fault[] };

export type Control =
  | 'radios'
  | 'checkboxes'
  | 'text'
  | 'name'
  | 'lines'
  | 'list'
  | 'long-text'
  | 'date'
  | 'nhs-number'
  | 'email'
  | 'telephone';

/** One field of a question: how it is asked, and how what was submitted is read. */
export interface Field<Value = unknown> {
  readonly name: string;
  readonly control: Control;
  /** The names under which its inputs are submitted: its own, but for the parts of a date. */
  readonly inputs: readonly string[];
  readonly required: boolean;
  /** The choices of radios and checkboxes, in order. */
  readonly values: readonly string[];
  /** Those choices that go with no other. */
  readonly alone: readonly string[];
  /** Every code that `read` may give: each has its message in the question's words. */
  readonly codes: readonly string[];
  readonly read: (given: Given) => Reading<Value>;
}

interface Shape<Value> extends Partial<Omit<Field<Value>, 'read'>> {
  readonly name: string;
  readonly control: Control;
  readonly codes: readonly string[];
  readonly submitted: (given: Given) => unknown;
  readonly schema: z.ZodType<Value>;
}

/**
 * A field from a zod schema whose messages are codes ("too-long", or "too-long:200" with its limit) and whose paths
 * name parts of the field ("month"); a number in a path is a place in a list, and no part of the field.
 */
export function fieldOf<Value>({ submitted, schema, ...shape }: Shape<Value>): Field<Value> {
  return {
    inputs: [shape.name],
    required: false,
    values: [],
    alone: [],
    ...shape,
    read: (given) => {
      const result = schema.safeParse(submitted(given));
      if (result.success) return { ok: true, value: result.data };
      const issue = result.error.issues[0]!;
      const [code, limit] = issue.message.split(':') as [string, string?];
      const input = [shape.name, ...issue.path.filter((part) => typeof part === 'string')].join('-');
      const fault = { field: shape.name, input, code };
      return { ok: false, faults: [limit === undefined ? fault : { ...fault, limit: Number(limit) }] };
    },
  };
}

/** What was submitted as one text, without outer space. */
export function oneText(given: Given, input: string): string {
  const value = given[input];
  return typeof value === 'string' ? value.trim() : '';
}

/** What was submitted as several choices. */
export function severalTexts(given: Given, input: string): readonly string[] {
  const value = given[input];
  if (value === undefined || value === '') return [];
  return typeof value === 'string' ? [value] : value;
}
