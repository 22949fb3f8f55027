import type { z } from 'zod';

/** One page's fields as submitted or stored: one text, or several for checkboxes. */
export type Given = Readonly<Record<string, string | readonly string[]>>;

/** What is wrong with a field: `code` is the message's key in the question's words, `limit` its {limit}. */
export interface Fault {
  readonly field: string;
  /** The input to correct: the field's name, or one part of a date. */
  readonly input: string;
  /** All inputs to correct, if there are several. */
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

/** One field of a question: how it is asked, and how its input is read. */
export interface Field<Value = unknown> {
  readonly name: string;
  readonly control: Control;
  /** The names under which its inputs are submitted: its own name, except for the parts of a date. */
  readonly inputs: readonly string[];
  readonly required: boolean;
  /** The choices of radios and checkboxes, in order. */
  readonly values: readonly string[];
  /** The choices that exclude all others. */
  readonly alone: readonly string[];
  /** Every code that `read` can give; the question's words have a message for each. */
  readonly codes: readonly string[];
  /** Reads what was submitted. */
  readonly read: (given: Given) => Reading<Value>;
  /** Reads what `cleaned` gave, as `read` would, but without cleaning it again: every page reads every answer. */
  readonly recall: (kept: Given) => Reading<Value>;
  /** Its inputs, cleaned: they read as the same value and need no more cleaning. Faulty input stays. */
  readonly cleaned: (given: Given) => Given;
}

interface Shape<Value> extends Partial<Omit<Field<Value>, 'read' | 'recall' | 'cleaned'>> {
  readonly name: string;
  readonly control: Control;
  readonly codes: readonly string[];
  /** What the schema reads; by default the field's one text. */
  readonly typed?: (given: Given) => unknown;
  /** Its messages are codes, its params what the message on the page needs. Only the first issue is used. */
  readonly schema: z.ZodType<Value>;
  /** The inputs that hold a value. */
  readonly keep: (value: Value) => Given;
  /** The value that stored inputs hold; undefined if it may no longer be valid, so that `read` decides. */
  readonly recall: (kept: Given) => Value | undefined;
}

/** Makes a field from its description, the schema that reads it, and how its value is stored. */
export function fieldOf<Value>({ schema, typed, keep, recall, ...shape }: Shape<Value>): Field<Value> {
  const { name, inputs = [name] } = shape;
  const parse = (given: Given) => schema.safeParse(typed ? typed(given) : oneText(given, name));
  const read = (given: Given): Reading<Value> => {
    const { success, data, error } = parse(given);
    return success ? { ok: true, value: data } : { ok: false, faults: [faultOf(name, error.issues[0]!)] };
  };
  // Most fields of most journeys are empty, so the reading of an empty field is kept.
  let ofNothing: Reading<Value> | undefined;
  return {
    required: false,
    values: [],
    alone: [],
    ...shape,
    inputs,
    read,
    recall: (kept) => {
      if (inputs.every((input) => isLeftEmpty(kept[input]))) return (ofNothing ??= read({}));
      const value = recall(kept);
      return value === undefined ? read(kept) : { ok: true, value };
    },
    cleaned: (given) => {
      const { success, data } = parse(given);
      if (success) return keep(data);
      const sent = inputs.filter((input) => input in given);
      return Object.fromEntries(sent.map((input) => [input, typedInto(shape, given, input)]));
    },
  };
}

const isLeftEmpty = (value: Given[string] = ''): boolean => value.length === 0;

/** What was submitted for a faulty input; for choices, only those that are offered. */
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

/** What the message of a fault needs: the limit that was exceeded, the parts of the field to correct. */
interface Params {
  readonly limit?: number;
  readonly parts?: readonly string[];
}

/** Options for a zod check: the code if it fails, after which no later check runs. */
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

/** The submitted text. If there are several, the last, as if each had replaced the one before. */
export function oneText(given: Given, input: string): string {
  const value = given[input] ?? '';
  return typeof value === 'string' ? value : (value.at(-1) ?? '');
}

/** The text that an input holds, if it is still valid. */
export function textIf(isRight: (text: string) => boolean, kept: Given, input: string): string | undefined {
  const text = oneText(kept, input);
  return isRight(text) ? text : undefined;
}

/** What was submitted as several choices. */
export function severalTexts(given: Given, input: string): readonly string[] {
  return [given[input] ?? []].flat().filter((one) => one !== '');
}
