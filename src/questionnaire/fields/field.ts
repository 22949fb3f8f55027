import type { z } from 'zod';

/** One page's fields as submitted or stored: one text, or several for checkboxes. */
export type FormInput = Readonly<Record<string, string | readonly string[]>>;

/** What is wrong with a field: `code` is the message's key in the question's words, `limit` its {limit}. */
export interface FieldError {
  readonly field: string;
  /** The input to correct: the field's name, or one part of a date. */
  readonly inputName: string;
  /** All inputs to correct, if there are several. */
  readonly inputNames?: readonly string[];
  readonly code: string;
  readonly limit?: number;
}

export type ReadResult<Value> =
  | { readonly ok: true; readonly value: Value }
  | { readonly ok: false; readonly errors: readonly FieldError[] };

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
  readonly inputNames: readonly string[];
  readonly required: boolean;
  /** The choices of radios and checkboxes, in order. */
  readonly values: readonly string[];
  /** The choices that exclude all others. */
  readonly exclusive: readonly string[];
  /** Every code that `read` can give; the question's words have a message for each. */
  readonly codes: readonly string[];
  /** Reads what was submitted. */
  readonly read: (input: FormInput) => ReadResult<Value>;
  /** Reads what `cleaned` gave, as `read` would, but without cleaning it again: every page reads every answer. */
  readonly readStored: (stored: FormInput) => ReadResult<Value>;
  /** Its inputs, cleaned: they read as the same value and need no more cleaning. Invalid input stays. */
  readonly cleaned: (input: FormInput) => FormInput;
}

interface FieldDefinition<Value> extends Partial<Omit<Field<Value>, 'read' | 'readStored' | 'cleaned'>> {
  readonly name: string;
  readonly control: Control;
  readonly codes: readonly string[];
  /** What the schema reads; by default the field's one text. */
  readonly rawValue?: (input: FormInput) => unknown;
  /** Its messages are codes, its params what the message on the page needs. Only the first issue is used. */
  readonly schema: z.ZodType<Value>;
  /** What is stored for a value. */
  readonly toInput: (value: Value) => FormInput;
  /** The value that a stored input holds; undefined if it may no longer be valid, so that `read` decides. */
  readonly fromStored: (stored: FormInput) => Value | undefined;
}

/** Makes a field from its definition, the schema that reads it, and how its value is stored. */
export function defineField<Value>({
  schema,
  rawValue,
  toInput,
  fromStored,
  ...definition
}: FieldDefinition<Value>): Field<Value> {
  const { name, inputNames = [name] } = definition;
  const parse = (input: FormInput) => schema.safeParse(rawValue ? rawValue(input) : oneText(input, name));
  const read = (input: FormInput): ReadResult<Value> => {
    const { success, data, error } = parse(input);
    return success
      ? { ok: true, value: data }
      : { ok: false, errors: [fieldErrorFrom(name, error.issues[0]!)] };
  };
  // Most fields of most journeys are empty, so the result of an empty field is kept.
  let emptyResult: ReadResult<Value> | undefined;
  return {
    required: false,
    values: [],
    exclusive: [],
    ...definition,
    inputNames,
    read,
    readStored: (stored) => {
      if (inputNames.every((inputName) => isLeftEmpty(stored[inputName]))) return (emptyResult ??= read({}));
      const value = fromStored(stored);
      return value === undefined ? read(stored) : { ok: true, value };
    },
    cleaned: (input) => {
      const { success, data } = parse(input);
      if (success) return toInput(data);
      const sent = inputNames.filter((inputName) => inputName in input);
      return Object.fromEntries(
        sent.map((inputName) => [inputName, inputToKeep(definition, input, inputName)]),
      );
    },
  };
}

const isLeftEmpty = (value: FormInput[string] = ''): boolean => value.length === 0;

/** What was submitted for an invalid input; for choices, only those that are offered. */
function inputToKeep(
  { control, values = [] }: Pick<FieldDefinition<unknown>, 'control' | 'values'>,
  input: FormInput,
  inputName: string,
): string | readonly string[] {
  if (control === 'radios') return '';
  if (control !== 'checkboxes') return oneText(input, inputName);
  const sent = severalTexts(input, inputName);
  return values.filter((value) => sent.includes(value));
}

/** What the message of an error needs: the limit that was exceeded, the parts of the field to correct. */
interface ErrorParams {
  readonly limit?: number;
  readonly parts?: readonly string[];
}

/** Options for a zod check: the code if it fails, after which no later check runs. */
export const failWith = (code: string, params: ErrorParams = {}) => ({
  error: code,
  abort: true,
  params: { ...params },
});

function fieldErrorFrom(name: string, issue: z.core.$ZodIssue): FieldError {
  const { limit, parts = [] } = (issue.code === 'custom' ? (issue.params ?? {}) : {}) as ErrorParams;
  const inputNames = parts.map((part) => `${name}-${part}`);
  return {
    field: name,
    inputName: inputNames[0] ?? name,
    code: issue.message,
    ...(inputNames.length > 1 ? { inputNames } : {}),
    ...(limit === undefined ? {} : { limit }),
  };
}

/** The submitted text. If there are several, the last, as if each had replaced the one before. */
export function oneText(input: FormInput, inputName: string): string {
  const value = input[inputName] ?? '';
  return typeof value === 'string' ? value : (value.at(-1) ?? '');
}

/** The text that an input holds, if it is still valid. */
export function textIf(
  isValid: (text: string) => boolean,
  stored: FormInput,
  inputName: string,
): string | undefined {
  const text = oneText(stored, inputName);
  return isValid(text) ? text : undefined;
}

/** What was submitted as several choices. */
export function severalTexts(input: FormInput, inputName: string): readonly string[] {
  return [input[inputName] ?? []].flat().filter((one) => one !== '');
}
