import type { z } from 'zod';

/** One page's fields as they were submitted or kept: one text, or several for checkboxes. */
export type Given = Readonly<Record<string, string | readonly string[]>>;

/** What is wrong with a field. `code` names the message in the question's words; `limit` fills its {limit}. */
export interface Fault {
  readonly field: string;
  /** The input to mend: the field's name, or one part of a date. */
  readonly input: string;
  /** All inputs to mend, where there are several. */
  readonly inputs?: readonly string[];
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
  /** Reads what was submitted or kept. */
  readonly read: (given: Given) => Reading<Value>;
  /** Its inputs, cleaned: what reads as the same value, and reads no differently again. As typed where it does not read. */
  readonly cleaned: (given: Given) => Given;
}

interface Shape<Value> extends Partial<Omit<Field<Value>, 'read' | 'cleaned'>> {
  readonly name: string;
  readonly control: Control;
  readonly codes: readonly string[];
  /** The value of what needs no schema, as it is a value already: a choice that is offered. */
  readonly asIs?: (given: Given) => Value | undefined;
  /** What the schema reads of what was submitted; the field's one text where it does not say. */
  readonly typed?: (given: Given) => unknown;
  /** Its messages are codes, its params what the message needs. The first issue counts. */
  readonly schema: z.ZodType<Value>;
  /** A value as its inputs hold it. */
  readonly keep: (value: Value) => Given;
}

/** A field from what it is, the schema that reads it, and how its value is kept. */
export function fieldOf<Value>({ schema, typed, keep, asIs, ...shape }: Shape<Value>): Field<Value> {
  const { name, inputs = [name] } = shape;
  const parse = (given: Given) => schema.safeParse(typed ? typed(given) : oneText(given, name));
  const readingOf = (given: Given): Reading<Value> => {
    const value = asIs?.(given);
    if (value !== undefined) return { ok: true, value };
    const { success, data, error } = parse(given);
    return success ? { ok: true, value: data } : { ok: false, faults: [faultOf(name, error.issues[0]!)] };
  };
  // Most fields of most pages are empty, and those of a hundred entries are read for each page.
  let ofNothing: Reading<Value> | undefined;
  return {
    required: false,
    values: [],
    alone: [],
    ...shape,
    inputs,
    read: (given) =>
      inputs.every((input) => (given[input] ?? '') === '') ? (ofNothing ??= readingOf({})) : readingOf(given),
    cleaned: (given) => {
      const { success, data } = parse(given);
      if (success) return keep(data);
      const sent = inputs.filter((input) => input in given);
      return Object.fromEntries(sent.map((input) => [input, typedInto(shape, given, input)]));
    },
  };
}

/** What was submitted for an input that does not read; of choices, those that are offered. */
function typedInto(
  { control, values = [] }: Pick<Shape<unknown>, 'control' | 'values'>,
  given: Given,
  input: string,
): string | readonly string[] {
  if (control === 'radios') return '';
  if (control !== 'checkboxes') return oneText(given, input);
  const sent = severalTexts(given, input);
  return values.filter((value) => sent.includes(value));
}

/** What the message of a fault needs: the limit that was passed, the parts of the field to mend. */
interface Params {
  readonly limit?: number;
  readonly parts?: readonly string[];
}

/** What a check of a schema says where the text does not pass; nothing after it is looked at. */
export const refused = (code: string, params: Params = {}) => ({
  error: code,
  abort: true,
  params: { ...params },
});

function faultOf(name: string, issue: z.core.$ZodIssue): Fault {
  const { limit, parts = [] } = (issue.code === 'custom' ? (issue.params ?? {}) : {}) as Params;
  const inputs = parts.map((part) => `${name}-${part}`);
  return {
    field: name,
    input: inputs[0] ?? name,
    code: issue.message,
    ...(inputs.length > 1 ? { inputs } : {}),
    ...(limit === undefined ? {} : { limit }),
  };
}

/** What was submitted as one text; of several, the last, as it would stand if each had replaced the one before. */
export function oneText(given: Given, input: string): string {
  const value = given[input] ?? '';
  return typeof value === 'string' ? value : (value.at(-1) ?? '');
}

/** What was submitted as several choices. */
export function severalTexts(given: Given, input: string): readonly string[] {
  return [given[input] ?? []].flat().filter((one) => one !== '');
}
