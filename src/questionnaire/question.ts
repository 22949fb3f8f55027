import type { Day } from './calendar.ts';
import type { Field, FieldError, FormInput, ReadResult } from './fields/field.ts';

/** A question as one person is asked it. */
export interface Form<Answer = unknown> {
  readonly fields: readonly Field[];
  /** Whether all of it may be left empty. */
  readonly optional: boolean;
  /** Reads what was submitted. */
  readonly read: (input: FormInput) => ReadResult<Answer>;
  /** Reads a stored answer, without cleaning it again. */
  readonly readStored: (kept: FormInput) => ReadResult<Answer>;
}

/**
 * A question: one page of the journey.
 * `Before` is the earlier answers that its fields depend on.
 */
export interface Question<Slug extends string = string, Answer = unknown, Before = never> {
  readonly slug: Slug;
  /** The form for these earlier answers: the same object each time in the same case. */
  readonly form: (before: Before, today: Day) => Form<Answer>;
  /** Codes of errors that concern several of its fields together. */
  readonly codes: readonly string[];
}

/** The type of a question's answer. */
export type AnswerOf<Q> = Q extends Question<string, infer Answer, never> ? Answer : never;

type Fields = Readonly<Record<string, Field>>;
type ValueOf<F> = F extends Field<infer Value> ? Value : never;
type ValuesOf<F extends Fields> = { readonly [Name in keyof F]: ValueOf<F[Name]> };

/** A question of one field, which has the question's name; its answer is the field's value. */
export function question<const Slug extends string, Value>(
  slug: Slug,
  field: (name: Slug) => Field<Value>,
): Question<Slug, Value, unknown> {
  const only = field(slug);
  const form: Form<Value> = {
    fields: [only],
    read: only.read,
    readStored: only.readStored,
    optional: only.read({}).ok,
  };
  return { slug, codes: [], form: () => form };
}

/** A rule over several fields of one question. */
interface CrossFieldRule<Values> {
  readonly code: string;
  /** The field that shows the message. */
  readonly at: keyof Values & string;
  /** The fields that it reads: it is only applied when none of them has an error of its own. */
  readonly reads: readonly (keyof Values & string)[];
  readonly isMet: (values: Values) => boolean;
}

/** A question of several fields; its answer is a record by field name. */
export function questionOf<const Slug extends string, F extends Fields>(
  slug: Slug,
  fields: () => F,
  ...rules: readonly CrossFieldRule<ValuesOf<F>>[]
): Question<Slug, ValuesOf<F>, unknown> {
  return questionDependingOn(slug, () => [], fields, ...rules);
}

/** The values that the fields depend on: the same values are the same case. */
type Cases = readonly (string | boolean)[];

/** A question whose fields depend on earlier answers or on the day; its answer is a record by field name. */
export function questionDependingOn<
  const Slug extends string,
  const On extends Cases,
  F extends Fields,
  Before = unknown,
>(
  slug: Slug,
  dependsOn: (before: Before, today: Day) => On,
  fields: (...on: On) => F,
  ...rules: readonly CrossFieldRule<ValuesOf<F>>[]
): Question<Slug, ValuesOf<F>, Before> {
  const formFor = memoised((...on: On) => {
    const asked = fields(...on);
    const form = Object.values<Field>(asked);
    const read = (input: FormInput) => readFields<F>(form, rules, (field) => field.read(input));
    const readStored = (kept: FormInput) => readFields<F>(form, rules, (field) => field.readStored(kept));
    return { fields: form, read, readStored, optional: read({}).ok };
  });
  return {
    slug,
    codes: rules.map((rule) => rule.code),
    form: (before, today) => formFor(dependsOn(before, today)),
  };
}

function readFields<F extends Fields>(
  fields: readonly Field[],
  rules: readonly CrossFieldRule<ValuesOf<F>>[],
  read: (field: Field) => ReadResult<unknown>,
): ReadResult<ValuesOf<F>> {
  const values: Record<string, unknown> = {};
  const errors: FieldError[] = [];
  for (const field of fields) {
    const result = read(field);
    if (result.ok) values[field.name] = result.value;
    else errors.push(...result.errors);
  }
  for (const { code, at, reads, isMet } of rules) {
    if (errors.some(({ field }) => reads.includes(field)) || isMet(values as ValuesOf<F>)) continue;
    // A date has no input of its own name, so its first input is named.
    errors.push({ field: at, inputName: firstInputName(fields, at), code });
  }
  if (errors.length === 0) return { ok: true, value: values as ValuesOf<F> };
  const place = ({ field }: FieldError) => fields.findIndex(({ name }) => name === field);
  return { ok: false, errors: errors.toSorted((one, other) => place(one) - place(other)) };
}

const firstInputName = (fields: readonly Field[], name: string) =>
  fields.find((field) => field.name === name)!.inputNames[0]!;

/** More cases than a question has on one day. The cache is emptied when full, as past days are not needed. */
const MOST_CASES = 50;

/** Builds the form of each case once, not for each request. */
function memoised<On extends Cases, Built>(build: (...on: On) => Built): (on: On) => Built {
  const cases = new Map<string, Built>();
  return (on) => {
    const key = on.join();
    const known = cases.get(key);
    if (known) return known;
    if (cases.size >= MOST_CASES) cases.clear();
    const made = build(...on);
    cases.set(key, made);
    return made;
  };
}
