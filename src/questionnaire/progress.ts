import type { PlacedQuestion, Visit, Walk } from './ordered-questions.ts';

/** How far somebody is in a part. */
export interface Progress {
  readonly number: number;
  /** How many questions the part has for this person; nothing while that depends on an answer still to come. */
  readonly total: number | undefined;
}

/**
 * How far a visit is in its part. What a short letter does not ask for does not count, unless it is being looked at.
 * A total is told only when no answer still to come can change it, so it stays while the answers stay.
 */
export function progressOf(
  { inOrder }: { readonly inOrder: readonly PlacedQuestion[] },
  way: Walk,
  visit: Visit,
): Progress {
  const { part } = visit.placed;
  const met = way.visits.filter(
    (one) => one.placed.part === part && (one === visit || one === way.gap || one.given !== undefined),
  );
  const toCome = stillToCome(inOrder, way, part);
  return { number: met.indexOf(visit) + 1, total: toCome === undefined ? undefined : met.length + toCome };
}

/** How many questions of the part come after the gap; nothing where that depends on what is not answered yet. */
function stillToCome(
  inOrder: readonly PlacedQuestion[],
  way: Walk,
  part: PlacedQuestion['part'],
): number | undefined {
  const { gap, answers } = way;
  const context = way.context as never;
  if (gap?.placed.part !== part) return 0;
  const open = new Set([gap.placed.question.slug]);
  let hangsOn = false;
  // A condition that looks at an answer still to come may turn out either way.
  const known = new Proxy(answers, {
    get: (all, slug: string) => {
      hangsOn ||= open.has(slug);
      return all[slug];
    },
  }) as never;
  let count = 0;
  for (const placed of inOrder.slice(inOrder.indexOf(gap.placed) + 1).filter((one) => one.part === part)) {
    if (!placed.applies(known, context)) continue;
    // The short way asks only what a letter cannot do without, and what that is may hang on any answer.
    if (!placed.waits(known)) return undefined;
    open.add(placed.question.slug);
    count += 1;
  }
  return hangsOn ? undefined : count;
}
