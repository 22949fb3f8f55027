import type { Day } from './calendar.ts';
import { everyField } from './every-field.ts';
import type { PlacedQuestion, Visit, Walk } from './ordered-questions.ts';

/** How far somebody is in a part. */
export interface Progress {
  readonly number: number;
  /** How many questions the part has for this person; undefined before the first answer. */
  readonly total: number | undefined;
  /** Whether a later answer can still change the total. */
  readonly isAbout: boolean;
}

/**
 * How far a visit is in its part. Questions that a quick letter skips are not counted, unless one is being
 * viewed. The total is exact if no later answer can change it; otherwise it is an estimate.
 */
export function progressOf(
  { inOrder }: { readonly inOrder: readonly PlacedQuestion[] },
  way: Walk,
  visit: Visit,
): Progress {
  const { part } = visit.placed;
  const met = way.visits.filter(
    (one) => one.placed.part === part && (one === visit || one === way.gap || one.input !== undefined),
  );
  const toCome = stillToCome(inOrder, way, part);
  const total = toCome && met.length + toCome.count;
  return { number: met.indexOf(visit) + 1, total, isAbout: toCome?.isAbout ?? false };
}

interface ToCome {
  readonly count: number;
  readonly isAbout: boolean;
}

const NONE: ToCome = { count: 0, isAbout: false };

/** How many questions of the part come after the gap; undefined before the first answer. */
function stillToCome(
  inOrder: readonly PlacedQuestion[],
  way: Walk,
  part: PlacedQuestion['part'],
): ToCome | undefined {
  const { gap, answers } = way;
  if (gap?.placed.part !== part) return NONE;
  // The first answer decides nearly all the other questions.
  if (gap.placed === inOrder[0]) return undefined;
  const after = inOrder.slice(inOrder.indexOf(gap.placed) + 1).filter((one) => one.part === part);
  const plain = countedAfter(after, answers, new Set([gap.placed.question.slug]), way);
  if (!plain.isAbout) return plain;
  // The count often depends on this one answer, so every possible one is tried.
  const tried = answersTo(gap).map((answer) => {
    const known = { ...answers, [gap.placed.question.slug]: answer };
    return countedAfter(after, known, new Set(), way);
  });
  return tried.length === 0 ? plain : between(tried);
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
function between(counts: readonly ToCome[]): ToCome {
  const sorted = counts.map(({ count }) => count).sort((one, other) => one - other);
  return { count: sorted[Math.floor(sorted.length / 2)]!, isAbout: true };
}

/**
 * How many of these questions will be asked. A condition that looks at a later answer may turn out either
 * way, so half of those questions are counted.
 */
function countedAfter(
  after: readonly PlacedQuestion[],
  answers: object,
  unanswered: ReadonlySet<string>,
  { context, today }: Walk,
): ToCome {
  const open = new Set(unanswered);
  let sure = 0;
  let perhaps = 0;
  for (const placed of after) {
    let isOpen = false;
    const known = new Proxy(answers, {
      get: (all, slug: string) => {
        isOpen ||= open.has(slug);
        return (all as Record<string, unknown>)[slug];
      },
    }) as never;
    const applies = placed.applies(known, context as never);
    if (!applies && !isOpen) continue;
    // A quick letter asks only what a letter needs.
    if (applies && !placed.waits(known) && canBeSkipped(placed, known, today)) continue;
    open.add(placed.question.slug);
    if (isOpen) perhaps += 1;
    else sure += 1;
  }
  return { count: sure + Math.round(perhaps / 2), isAbout: perhaps > 0 };
}

/** Whether all of a question may be left empty. Its form, which reads answers, is built only if needed. */
const canBeSkipped = (placed: PlacedQuestion, known: never, today: Day): boolean =>
  (placed.question.codes.length === 0 && everyField(placed).every(({ required }) => !required)) ||
  placed.question.form(known, today).optional;
