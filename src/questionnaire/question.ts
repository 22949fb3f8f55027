import type { Day } from './calendar.ts';
import type { Fault, Field, Given, Reading } from './fields/field.ts';

/** A question as it is put to one person. */
export interface Form<Answer = unknown> {
  readonly fields: readonly Field[];
  /** Whether all of it may be left empty. */
  readonly optional: boolean;
  /** Reads what was submitted. */
  readonly read: (given: Given) => Reading<Answer>;
  /** Reads an answer that was kept, field by field as the field cleaned it. */
  readonly recall: (kept: Given) => Reading<Answer>;
}

/**
 * A question: one page of the journey.
 * `Before` is what its fields need to know of the answers before it.
 */
export interface Question<Slug extends string = string, Answer = unknown, Before = never> {
  readonly slug: Slug;
  /** What is asked, given the answers before it: the same form each time in the same case. */
  readonly form: (before: Before, today: Day) => Form<Answer>;
  /** Codes of faults that concern several of its fields together. */
  readonly codes: readonly string[];
}

/** The answer that a question takes. */
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
    recall: only.recall,
    optional: only.read({}).ok,
  };
  return { slug, codes: [], form: () => form };
}

/** A rule over several fields of one question. */
interface Together<Values> {
  readonly code: string;
  /** The field that shows the message. */
  readonly at: keyof Values & string;
  readonly holds: (values: Values) => boolean;
}

/** A question of several fields; its answer is a record by field name. */
export function questionOf<const Slug extends string, F extends Fields>(
  slug: Slug,
  fields: () => F,
  ...rules: readonly Together<ValuesOf<F>>[]
): Question<Slug, ValuesOf<F>, unknown> {
  return questionDependingOn(slug, () => [], fields, ...rules);
}

/** What the fields depend on, in texts that tell one case from another. */
type Cases = readonly (string | boolean)[];

/** A question whose fields depend on the answers before it, or on the day; its answer is a record by field name. */
export function questionDependingOn<
  const Slug extends string,
  const On extends Cases,
  F extends Fields,
  Before = unknown,
>(
  slug: Slug,
  dependsOn: (before: Before, today: Day) => On,
  fields: (...on: On) => F,
  ...rules: readonly Together<ValuesOf<F>>[]
): Question<Slug, ValuesOf<F>, Before> {
  const formFor = builtOnce((...on: On) => {
    const asked = fields(...on);
    const read = (given: Given) => readTogether(asked, rules, (field) => field.read(given));
    const recall = (kept: Given) => readTogether(asked, rules, (field) => field.recall(kept));
    return { fields: Object.values(asked), read, recall, optional: read({}).ok };
  });
  return {
    slug,
    codes: rules.map((rule) => rule.code),
    form: (before, today) => formFor(dependsOn(before, today)),
  };
}

function readTogether<F extends Fields>(
  fields: F,
  rules: readonly Together<ValuesOf<F>>[],
  read: (field: Field) => Reading<unknown>,
): Reading<ValuesOf<F>> {
  const values: Record<string, unknown> = {};
  const faults: Fault[] = [];
  for (const [name, field] of Object.entries(fields)) {
    const reading = read(field);
    if (reading.ok) values[name] = reading.value;
    else faults.push(...reading.faults);
  }
  if (faults.length > 0) return { ok: false, faults };
  const broken = rules.filter((rule) => !rule.holds(values as ValuesOf<F>));
  if (broken.length === 0) return { ok: true, value: values as ValuesOf<F> };
  return {
    ok: false,
    // Of a date its first input: the field itself is none.
    faults: broken.map(({ at, code }) => ({ field: at, input: fields[at]!.inputs[0]!, code })),
  };
}

/** Far more cases than a question has on one day; those of days gone by go when there are as many. */
const MOST_CASES = 50;

/** Builds the form of each case once, and not for each request. */
function builtOnce<On extends Cases, Built>(build: (...on: On) => Built): (on: On) => Built {
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
