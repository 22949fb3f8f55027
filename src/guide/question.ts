import type { Day } from './calendar.ts';
import type { Fault, Field, Given, Reading } from './field.ts';

/**
 * A question: one page of the journey.
 * `Before` is what its fields need to know of the answers before it.
 */
export interface Question<Slug extends string = string, Answer = unknown, Before = never> {
  readonly slug: Slug;
  /** The fields that are asked, given the answers before it. */
  readonly fields: (before: Before, today: Day) => readonly Field[];
  /** Reads what was submitted or kept. */
  readonly read: (given: Given, before: Before, today: Day) => Reading<Answer>;
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
  return { slug, codes: [], fields: () => [only], read: (given) => only.read(given) };
}

/** A rule over several fields of one question. */
interface Together<Values> {
  readonly code: string;
  /** The field at which the message stands. */
  readonly at: keyof Values & string;
  readonly holds: (values: Values) => boolean;
}

/** A question of several fields; its answer is a record by field name. */
export function questionOf<const Slug extends string, F extends Fields>(
  slug: Slug,
  fields: () => F,
  ...rules: readonly Together<ValuesOf<F>>[]
): Question<Slug, ValuesOf<F>, unknown> {
  return questionHangingOn(slug, () => [], fields, ...rules);
}

/** What some fields hang on, in texts that tell one case from another. */
type Cases = readonly (string | boolean)[];

/** A question whose fields hang on the answers before it, or on the day; its answer is a record by field name. */
export function questionHangingOn<
  const Slug extends string,
  const On extends Cases,
  F extends Fields,
  Before = unknown,
>(
  slug: Slug,
  hangsOn: (before: Before, today: Day) => On,
  fields: (...on: On) => F,
  ...rules: readonly Together<ValuesOf<F>>[]
): Question<Slug, ValuesOf<F>, Before> {
  const built = builtOnce(fields);
  const fieldsFor = (before: Before, today: Day) => built(hangsOn(before, today));
  return {
    slug,
    codes: rules.map((rule) => rule.code),
    fields: (before, today) => Object.values(fieldsFor(before, today)),
    read: (given, before, today) => {
      const values: Record<string, unknown> = {};
      const faults: Fault[] = [];
      for (const [name, field] of Object.entries(fieldsFor(before, today))) {
        const reading = field.read(given);
        if (reading.ok) values[name] = reading.value;
        else faults.push(...reading.faults);
      }
      if (faults.length > 0) return { ok: false, faults };
      const broken = rules.filter((rule) => !rule.holds(values as ValuesOf<F>));
      if (broken.length === 0) return { ok: true, value: values as ValuesOf<F> };
      return { ok: false, faults: broken.map(({ at, code }) => ({ field: at, input: at, code })) };
    },
  };
}

/** Far more cases than a question has on one day; those of days gone by go when there are as many. */
const MOST_CASES = 50;

/** Builds the fields of each case once: to build zod's schemas anew costs more than all else of a request. */
function builtOnce<On extends Cases, F extends Fields>(fields: (...on: On) => F): (on: On) => F {
  const cases = new Map<string, F>();
  return (on) => {
    const key = on.join();
    const known = cases.get(key);
    if (known) return known;
    if (cases.size >= MOST_CASES) cases.clear();
    const made = fields(...on);
    cases.set(key, made);
    return made;
  };
}
