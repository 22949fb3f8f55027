import type { Day } from './calendar.ts';
import { everyField } from './every-field.ts';
import type { PlacedQuestion, Visit, Walk } from './ordered-questions.ts';

/** How far somebody is in a part. */
export interface Progress {
  readonly number: number;
  /** How many questions the part has for this person; undefined before the first answer. */
  readonly total: number | undefined;
  /** Whether a later answer can still change the total. */
  readonly isEstimate: boolean;
}

/**
 * How far a visit is in its part. Questions that a quick letter skips are not counted, unless one is being
 * viewed. The total is exact if no later answer can change it; otherwise it is an estimate.
 */
export function progressOf(
  { inOrder }: { readonly inOrder: readonly PlacedQuestion[] },
  walk: Walk,
  visit: Visit,
): Progress {
  const { part } = visit.placed;
  const reached = walk.visits.filter(
    (one) => one.placed.part === part && (one === visit || one === walk.gap || one.input !== undefined),
  );
  const remaining = countToCome(inOrder, walk, part);
  const total = remaining && reached.length + remaining.count;
  return { number: reached.indexOf(visit) + 1, total, isEstimate: remaining?.isEstimate ?? false };
}

interface Remaining {
  readonly count: number;
  readonly isEstimate: boolean;
}

const NONE: Remaining = { count: 0, isEstimate: false };

/** How many questions of the part come after the gap; undefined before the first answer. */
function countToCome(
  inOrder: readonly PlacedQuestion[],
  walk: Walk,
  part: PlacedQuestion['part'],
): Remaining | undefined {
  const { gap, answers } = walk;
  if (gap?.placed.part !== part) return NONE;
  // The first answer decides nearly all the other questions.
  if (gap.placed === inOrder[0]) return undefined;
  const after = inOrder.slice(inOrder.indexOf(gap.placed) + 1).filter((one) => one.part === part);
  const plain = countAfter(after, answers, new Set([gap.placed.question.slug]), walk);
  if (!plain.isEstimate) return plain;
  // The count often depends on this one answer, so every possible one is tried.
  const tried = answersTo(gap).map((answer) => {
    const known = { ...answers, [gap.placed.question.slug]: answer };
    return countAfter(after, known, new Set(), walk);
  });
  return tried.length === 0 ? plain : medianOf(tried);
}

/** Every possible answer to a question of one set of radios. */
function answersTo({ form }: Visit): readonly unknown[] {
  const [field, ...others] = form.fields;
  if (field?.control !== 'radios' || others.length > 0) return [];
  return field.values.flatMap((value) => {
    const result = form.read({ [field.name]: value });
    return result.ok ? [result.value] : [];
  });
}

/** The middle of several counts. */
function medianOf(counts: readonly Remaining[]): Remaining {
  const sorted = counts.map(({ count }) => count).sort((one, other) => one - other);
  return { count: sorted[Math.floor(sorted.length / 2)]!, isEstimate: true };
}

/**
 * How many of these questions will be asked. A condition that looks at a later answer may turn out either
 * way, so half of those questions are counted.
 */
function countAfter(
  after: readonly PlacedQuestion[],
  answers: object,
  unanswered: ReadonlySet<string>,
  { context, today }: Walk,
): Remaining {
  const undecided = new Set(unanswered);
  let sure = 0;
  let perhaps = 0;
  for (const placed of after) {
    let isUndecided = false;
    const known = new Proxy(answers, {
      get: (all, slug: string) => {
        isUndecided ||= undecided.has(slug);
        return (all as Record<string, unknown>)[slug];
      },
    }) as never;
    const applies = placed.applies(known, context as never);
    if (!applies && !isUndecided) continue;
    // A quick letter asks only what a letter needs.
    if (applies && !placed.mustBeSeen(known) && canBeSkipped(placed, known, today)) continue;
    undecided.add(placed.question.slug);
    if (isUndecided) perhaps += 1;
    else sure += 1;
  }
  return { count: sure + Math.round(perhaps / 2), isEstimate: perhaps > 0 };
}

/** Whether all of a question may be left empty. Its form, which reads answers, is built only if needed. */
const canBeSkipped = (placed: PlacedQuestion, known: never, today: Day): boolean =>
  (placed.question.codes.length === 0 && everyField(placed).every(({ required }) => !required)) ||
  placed.question.form(known, today).optional;
