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
  /** Reads what was submitted. */
  readonly read: (given: Given) => Reading<Value>;
  /** Reads what `cleaned` gave, as `read` would, without cleaning it a second time: every page reads every answer. */
  readonly recall: (kept: Given) => Reading<Value>;
  /** Its inputs, cleaned: what reads as the same value, and reads no differently again. As typed where it does not read. */
  readonly cleaned: (given: Given) => Given;
}

interface Shape<Value> extends Partial<Omit<Field<Value>, 'read' | 'recall' | 'cleaned'>> {
  readonly name: string;
  readonly control: Control;
  readonly codes: readonly string[];
  /** What the schema reads of what was submitted; the field's one text where it does not say. */
  readonly typed?: (given: Given) => unknown;
  /** Its messages are codes, its params what the message needs. The first issue counts. */
  readonly schema: z.ZodType<Value>;
  /** A value as its inputs hold it. */
  readonly keep: (value: Value) => Given;
  /** The value that inputs hold; none where it may be no answer today, and has to be read. */
  readonly recall: (kept: Given) => Value | undefined;
}

/** A field from what it is, the schema that reads it, and how its value is kept. */
export function fieldOf<Value>({ schema, typed, keep, recall, ...shape }: Shape<Value>): Field<Value> {
  const { name, inputs = [name] } = shape;
  const parse = (given: Given) => schema.safeParse(typed ? typed(given) : oneText(given, name));
  const read = (given: Given): Reading<Value> => {
    const { success, data, error } = parse(given);
    return success ? { ok: true, value: data } : { ok: false, faults: [faultOf(name, error.issues[0]!)] };
  };
  // Most fields of most journeys are empty.
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

/** The text that an input holds, where it is still right. */
export function textIf(isRight: (text: string) => boolean, kept: Given, input: string): string | undefined {
  const text = oneText(kept, input);
  return isRight(text) ? text : undefined;
}

/** What was submitted as several choices. */
export function severalTexts(given: Given, input: string): readonly string[] {
  return [given[input] ?? []].flat().filter((one) => one !== '');
}
