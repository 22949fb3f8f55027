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

/** Why what was submitted cannot be read. */
class Wrong {
  constructor(
    readonly code: string,
    readonly at: { readonly limit?: number; readonly part?: string },
  ) {}
}

/** The code of a fault, with the limit that was passed, or the part of the field to mend where it has several. */
export const wrong = (code: string, at: Wrong['at'] = {}): Wrong => new Wrong(code, at);

interface Shape<Value> extends Partial<Omit<Field<Value>, 'read'>> {
  readonly name: string;
  readonly control: Control;
  readonly codes: readonly string[];
  /** The first thing that is wrong counts. */
  readonly read: (given: Given) => Value | Wrong;
}

/** A field from what it is and how it is read. */
export function fieldOf<Value>({ read, ...shape }: Shape<Value>): Field<Value> {
  const { name } = shape;
  return {
    inputs: [name],
    required: false,
    values: [],
    alone: [],
    ...shape,
    read: (given) => {
      const value = read(given);
      if (!(value instanceof Wrong)) return { ok: true, value };
      const { code, at } = value;
      const input = at.part === undefined ? name : `${name}-${at.part}`;
      const fault = { field: name, input, code };
      return { ok: false, faults: [at.limit === undefined ? fault : { ...fault, limit: at.limit }] };
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
