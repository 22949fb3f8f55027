import type { Request } from 'express';
import type { PartName, Visit } from '../questionnaire/ordered-questions.ts';
import { isPlanned, mayWrite, type OpenJourney } from './journey.ts';

/** The page where the person chose to change an answer, and to which they return. */
export type ReturnTo = 'plan' | 'check-answers' | 'letter';

export function returnToOf(request: Request): ReturnTo | undefined {
  const { from } = request.query;
  return from === 'plan' || from === 'check-answers' || from === 'letter' ? from : undefined;
}

/** What a person does instead of answering a question. What they typed is kept as a draft. */
export type SecondaryAction = 'save' | 'large-print' | 'usual-print' | 'skip';

const SECONDARY_ACTIONS: readonly unknown[] = [
  'save',
  'large-print',
  'usual-print',
  'skip',
] satisfies SecondaryAction[];

export function secondaryActionOf(request: Request): SecondaryAction | undefined {
  const { then } = request.query;
  return SECONDARY_ACTIONS.includes(then) ? (then as SecondaryAction) : undefined;
}

export const questionAddress = (
  { base }: OpenJourney,
  slug: string,
  from?: ReturnTo,
  then?: SecondaryAction,
): string => `${base}/questions/${slug}${questionQuery(from, then)}`;

export function questionQuery(from: ReturnTo | undefined, then: SecondaryAction | undefined): string {
  const query = [from && `from=${from}`, then && `then=${then}`].filter(Boolean).join('&');
  return query && `?${query}`;
}

const gapAddress = (open: OpenJourney, gap: Visit, from?: ReturnTo) =>
  questionAddress(open, gap.placed.question.slug, from);

/** The page after an answer: the first gap, the plan after part 1, at the end the letter or check answers. */
export function nextAddress(open: OpenJourney, answered: PartName, from: ReturnTo | undefined): string {
  const { gap } = open.walk;
  const plan = `${open.base}/plan`;
  if (gap?.placed.part === 'situation') return gapAddress(open, gap, from);
  const planned = isPlanned(open);
  if (!mayWrite(open) || (from === 'plan' && planned)) return plan;
  const toPlan = planned && answered === 'situation' && from !== 'check-answers';
  // Once there is a record, the plan comes before a finished letter.
  if (!gap && from === 'letter') return `${open.base}/letter`;
  if (!gap) return toPlan && open.journey.entries.length > 0 ? plan : `${open.base}/check-answers`;
  return toPlan ? plan : gapAddress(open, gap, from);
}

/**
 * Where a code leads: to the record if a letter is finished or the record has entries; otherwise to the first
 * open question, or to the plan if no question of the letter is answered yet.
 */
export function resumeAddress(open: OpenJourney): string {
  const hasRecord = open.journey.entries.length > 0 || !open.walk.gap;
  if (mayWrite(open) && hasRecord) return `${open.base}/record`;
  const hasBegunLetter = open.walk.visits.some(
    ({ placed, input }) => placed.part === 'letter' && input !== undefined,
  );
  return nextAddress(open, hasBegunLetter ? 'letter' : 'situation', undefined);
}

/** Where the last pages send a person with questions still open; undefined if they may see the page. */
export function addressBefore(open: OpenJourney): string | undefined {
  if (open.walk.gap) return gapAddress(open, open.walk.gap);
  return mayWrite(open) ? undefined : `${open.base}/plan`;
}
