import type { Day } from './calendar.ts';
import { type Field, type FormInput, severalTexts } from './fields/field.ts';
import type { Form, Question } from './question.ts';

export type PartName = 'situation' | 'letter';

/** A question in its place: its part of the journey, and when it is asked. */
export interface PlacedQuestion {
  readonly question: Question<string, unknown>;
  readonly part: PartName;
  readonly applies: (before: never, context: never) => boolean;
  /** Whether the person must see the question before going on, even if it is optional. */
  readonly mustBeSeen: (before: never) => boolean;
  /** The earlier question whose answer this answer belongs to: each letter has its own words, for example. */
  readonly belongsTo: string | undefined;
}

/**
 * The key under which the answer is stored: the slug, or `own-words:review-treatment` if it belongs to an
 * earlier answer. Another letter then starts without it, and changing back restores it.
 */
export const answerKey = ({ question, belongsTo }: PlacedQuestion, before: object): string =>
  belongsTo === undefined
    ? question.slug
    : `${question.slug}:${String((before as Record<string, unknown>)[belongsTo])}`;

/** How an answer is stored. */
interface AskOptions<Answers> {
  readonly belongsTo?: keyof Answers & string;
}

/**
 * An ordered list of questions. Each condition is typed with the answers before it, so naming a later answer
 * does not compile and a loop cannot be written. `Context` is what is known of a journey besides its answers.
 */
export class OrderedQuestions<Answers, Context = unknown> {
  readonly inOrder: readonly PlacedQuestion[];
  /** The context to use when none is given. */
  readonly defaultContext: Context;
  readonly #part: PartName;
  readonly #askedIf: (before: never) => boolean;
  readonly #mustBeSeen: (before: never) => boolean;

  private constructor(
    inOrder: readonly PlacedQuestion[],
    defaultContext: Context,
    part: PartName,
    askedIf: (before: never) => boolean,
    mustBeSeen: (before: never) => boolean,
  ) {
    this.inOrder = inOrder;
    this.defaultContext = defaultContext;
    this.#part = part;
    this.#askedIf = askedIf;
    this.#mustBeSeen = mustBeSeen;
  }

  static begin(part: PartName): OrderedQuestions<unknown>;
  static begin<Context>(part: PartName, defaultContext: Context): OrderedQuestions<unknown, Context>;
  static begin(part: PartName, defaultContext?: unknown): OrderedQuestions<unknown> {
    const always = () => true;
    return new OrderedQuestions<unknown>([], defaultContext, part, always, always);
  }

  /** Starts a part: `askedIf` says who is asked its questions, `mustBeSeen` if they must see optional ones. */
  part(
    part: PartName,
    options: { askedIf: (before: Answers) => boolean; mustBeSeen: (before: Answers) => boolean },
  ): OrderedQuestions<Answers, Context> {
    return new OrderedQuestions<Answers, Context>(
      this.inOrder,
      this.defaultContext,
      part,
      options.askedIf,
      options.mustBeSeen,
    );
  }

  /** A question for everybody in this part. */
  ask<S extends string, A>(
    asked: Question<S, A, Answers>,
    { belongsTo }: AskOptions<Answers> = {},
  ): OrderedQuestions<Answers & { readonly [Slug in S]: A }, Context> {
    return this.#and(asked, this.#askedIf, belongsTo);
  }

  /** A question for people who meet the condition. */
  askIf<S extends string, A>(
    condition: (before: Answers, context: Context) => boolean,
    asked: Question<S, A, Answers>,
    { belongsTo }: AskOptions<Answers> = {},
  ): OrderedQuestions<Answers & { readonly [Slug in S]?: A }, Context> {
    const askedIf = this.#askedIf;
    const applies = (before: never, context: never) => askedIf(before) && condition(before, context);
    return this.#and(asked, applies, belongsTo);
  }

  // The conditions are typed where they are written, above; the list itself holds questions of every type.
  #and<After>(
    asked: object,
    applies: PlacedQuestion['applies'],
    belongsTo: string | undefined,
  ): OrderedQuestions<After, Context> {
    const placed: PlacedQuestion = {
      question: asked as Question<string, unknown>,
      part: this.#part,
      applies,
      mustBeSeen: this.#mustBeSeen,
      belongsTo,
    };
    const inOrder = [...this.inOrder, placed];
    return new OrderedQuestions<After, Context>(
      inOrder,
      this.defaultContext,
      this.#part,
      this.#askedIf,
      this.#mustBeSeen,
    );
  }
}

/** The type of a journey's answers, by slug. */
export type AnswersOf<J> = J extends OrderedQuestions<infer Answers, unknown> ? Answers : never;

/** A question that this person is asked, with their answer to it. */
export interface Visit {
  readonly placed: PlacedQuestion;
  /** The key under which its answer is stored. */
  readonly key: string;
  /** The stored fields, without what is no longer offered; undefined if there is no answer yet. */
  readonly input: FormInput | undefined;
  /** The form for this person. */
  readonly form: Form;
}

/** One person's way through the journey. */
export interface Walk {
  /** Every question that applies, in order, up to and including the first that waits for an answer. */
  readonly visits: readonly Visit[];
  /** The first question that waits for an answer; undefined if the journey is complete. */
  readonly gap: Visit | undefined;
  /** The answers that count, by slug: those of the questions that apply. */
  readonly answers: Readonly<Record<string, unknown>>;
  /** What was known of the journey besides its answers. */
  readonly context: unknown;
  /** The day on which the questions were read. */
  readonly today: Day;
}

type QuestionList<Context> = Pick<OrderedQuestions<unknown, Context>, 'inOrder' | 'defaultContext'>;

/**
 * Walks through the questions in order: skips those that do not apply, reads the stored answers, and stops at
 * the first gap. A stored answer whose question does not apply is ignored but stays stored, so it can apply
 * again later.
 */
export function walkThrough<Context>(
  { inOrder, defaultContext }: QuestionList<Context>,
  kept: Readonly<Record<string, FormInput>>,
  today: Day,
  context: NoInfer<Context> = defaultContext,
): Walk {
  const visits: Visit[] = [];
  const answers: Record<string, unknown> = {};
  // Each condition is typed with the answers before its own question, which are all it can read.
  const before = answers as never;
  for (const placed of inOrder) {
    if (!placed.applies(before, context as never)) continue;
    const form = placed.question.form(before, today);
    const key = answerKey(placed, answers);
    const input = stillOffered(form.fields, kept[key]);
    const result = form.readStored(input ?? {});
    const visit = { placed, key, input, form };
    visits.push(visit);
    if (!result.ok || (input === undefined && placed.mustBeSeen(before)))
      return { visits, gap: visit, answers, context, today };
    answers[placed.question.slug] = result.value;
  }
  return { visits, gap: undefined, answers, context, today };
}

/** The stored answer without fields that are no longer asked and choices that are no longer offered. */
function stillOffered(fields: readonly Field[], kept: FormInput | undefined): FormInput | undefined {
  if (kept === undefined) return undefined;
  const offered: Record<string, string | readonly string[]> = {};
  for (const { inputNames, control, values } of fields) {
    for (const input of inputNames) {
      const value = kept[input];
      if (value === undefined) continue;
      offered[input] =
        control === 'checkboxes'
          ? severalTexts(kept, input).filter((choice) => values.includes(choice))
          : value;
    }
  }
  return offered;
}

/** The visit to a question; undefined if it is not asked, or comes after the first gap. */
export function visitTo(walk: Walk, slug: string): Visit | undefined {
  return walk.visits.find((visit) => visit.placed.question.slug === slug);
}

/** The last answered question before this one. */
export function visitBefore(walk: Walk, slug: string): Visit | undefined {
  const index = walk.visits.findIndex((visit) => visit.placed.question.slug === slug);
  return walk.visits.slice(0, Math.max(index, 0)).findLast((visit) => visit.input !== undefined);
}

/** Whether no question of part 1 is waiting for an answer. */
export function isSituationDone(walk: Walk): boolean {
  return walk.gap?.placed.part !== 'situation';
}
