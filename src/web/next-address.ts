import type { Request } from 'express';
import type { PartName, Visit } from '../questionnaire/ordered-questions.ts';
import { isPlanned, mayWrite, type OpenJourney } from './journey.ts';

/** Where somebody was when they chose to change an answer, and returns to. */
export type ReturnTo = 'plan' | 'check-answers' | 'letter';

export function returnToOf(request: Request): ReturnTo | undefined {
  const { from } = request.query;
  return from === 'plan' || from === 'check-answers' || from === 'letter' ? from : undefined;
}

/** What somebody does with a question instead of answering it: what they typed is put aside for them. */
export type Aside = 'save' | 'large-print' | 'usual-print' | 'skip';

const ASIDES: readonly unknown[] = ['save', 'large-print', 'usual-print', 'skip'] satisfies Aside[];

export function asideOf(request: Request): Aside | undefined {
  const { then } = request.query;
  return ASIDES.includes(then) ? (then as Aside) : undefined;
}

export const questionAddress = ({ base }: OpenJourney, slug: string, from?: ReturnTo, then?: Aside): string =>
  `${base}/questions/${slug}${questionQuery(from, then)}`;

export function questionQuery(from: ReturnTo | undefined, then: Aside | undefined): string {
  const query = [from && `from=${from}`, then && `then=${then}`].filter(Boolean).join('&');
  return query && `?${query}`;
}

const gapAddress = (open: OpenJourney, gap: Visit, from?: ReturnTo) =>
  questionAddress(open, gap.placed.question.slug, from);

/** The page that comes next after an answer in a part: the first gap, the plan after part 1; at the end the letter for those who came from it, and check answers. */
export function nextAddress(open: OpenJourney, answered: PartName, from: ReturnTo | undefined): string {
  const { gap } = open.way;
  const plan = `${open.base}/plan`;
  if (gap?.placed.part === 'situation') return gapAddress(open, gap, from);
  const planned = isPlanned(open);
  if (!mayWrite(open) || (from === 'plan' && planned)) return plan;
  const toPlan = planned && answered === 'situation' && from !== 'check-answers';
  // Once there is a record the plan comes before a letter that is whole already.
  if (!gap && from === 'letter') return `${open.base}/letter`;
  if (!gap) return toPlan && open.journey.entries.length > 0 ? plan : `${open.base}/check-answers`;
  return toPlan ? plan : gapAddress(open, gap, from);
}

/**
 * Where a code leads: to the record, once a letter is whole or something happened; otherwise to where somebody was: the
 * first open question, or the plan where no question of the letter was answered yet.
 */
export function resumeAddress(open: OpenJourney): string {
  const hasRecord = open.journey.entries.length > 0 || !open.way.gap;
  if (mayWrite(open) && hasRecord) return `${open.base}/record`;
  const hasBegunLetter = open.way.visits.some(
    ({ placed, given }) => placed.part === 'letter' && given !== undefined,
  );
  return nextAddress(open, hasBegunLetter ? 'letter' : 'situation', undefined);
}

/** Where a page of the end sends somebody who is not there yet; nothing where they may see it. */
export function addressBefore(open: OpenJourney): string | undefined {
  if (open.way.gap) return gapAddress(open, open.way.gap);
  return mayWrite(open) ? undefined : `${open.base}/plan`;
}
