import type { Request, RequestHandler, Response } from 'express';
import type { Reader } from '../content/voices.ts';
import { hasPlan, type Plan, planFor } from '../rules/plan.ts';
import type { Answers } from '../questionnaire/all-questions.ts';
import { allQuestions } from '../questionnaire/all-questions.ts';
import {
  isPartDone,
  type PartName,
  type Visit,
  walk,
  type Walk,
} from '../questionnaire/ordered-questions.ts';
import { situationFrom, wantedBy } from '../record/situation.ts';
import { mayWriteLetter, standingFrom } from '../questionnaire/standing.ts';
import type { KeptJourney } from '../store/journeys.ts';
import { secretOf } from './cookie.ts';
import { HttpError } from './http-error.ts';
import type { PageServices } from './services.ts';

/** A journey that this browser holds, as one request sees it. */
export interface OpenJourney {
  readonly id: string;
  readonly secret: string;
  readonly base: string;
  readonly kept: KeptJourney;
  readonly way: Walk;
  /** The answers that count. */
  readonly answers: Partial<Answers>;
  readonly reader: Reader;
}

export const baseOf = (id: string): string => `/journey/${id}`;

/** The journey that this request has opened, for whoever answers in its place: an error's page. */
export const openJourneyOf = ({ locals }: Response): OpenJourney | undefined =>
  locals.open as OpenJourney | undefined;

/** What a kept journey amounts to today. */
export function openJourney(
  id: string,
  secret: string,
  kept: KeptJourney,
  services: PageServices,
): OpenJourney {
  const way = walk(allQuestions, kept.answers, services.today());
  const answers = way.answers as Partial<Answers>;
  const reader = (answers['who-for'] ?? 'me') === 'me' ? 'oneself' : 'another';
  return { id, secret, base: baseOf(id), kept, way, answers, reader };
}

/** A handler for an address of a journey; who does not hold that journey is told so, and sees nothing. */
export function inJourney(
  services: PageServices,
  handle: (request: Request, response: Response, open: OpenJourney) => void | Promise<void>,
): RequestHandler {
  return async (request, response) => {
    const id = String(request.params.id);
    const secret = secretOf(services.config, request);
    const kept = await services.journeys.load(secret, id);
    if (!secret || !kept) throw new HttpError('gone');
    response.setHeader('X-Robots-Tag', 'noindex');
    const open = openJourney(id, secret, kept, services);
    response.locals.open = open;
    await handle(request, response, open);
  };
}

/** The plan of a journey; none before part 1 is done, and none for who came for a letter alone and may write it. */
export function planOf({ way, answers }: OpenJourney): Plan | undefined {
  return isPartDone(way, 'situation') ? planFor(situationFrom(answers as Answers)) : undefined;
}

/** Whether there is a plan to go to. */
export const isPlanned = ({ way, answers }: OpenJourney): boolean =>
  isPartDone(way, 'situation') &&
  hasPlan({ wants: wantedBy(answers as Answers), standing: standingFrom(answers as Answers) });

export const mayWrite = ({ answers }: OpenJourney): boolean =>
  answers['who-for'] !== undefined && mayWriteLetter({ ...answers, 'who-for': answers['who-for'] });

/** Where somebody was when they chose to change an answer, and returns to. */
export type ReturnTo = 'plan' | 'check-answers';

export function returnToOf(request: Request): ReturnTo | undefined {
  const { from } = request.query;
  return from === 'plan' || from === 'check-answers' ? from : undefined;
}

/** Where somebody goes from a question that they have not answered: what they typed is put aside for them. */
export type Aside = 'save' | 'large-print' | 'usual-print';

export function asideOf(request: Request): Aside | undefined {
  const { then } = request.query;
  return then === 'save' || then === 'large-print' || then === 'usual-print' ? then : undefined;
}

export const questionAddress = ({ base }: OpenJourney, slug: string, from?: ReturnTo, then?: Aside): string =>
  `${base}/questions/${slug}${questionQuery(from, then)}`;

export function questionQuery(from: ReturnTo | undefined, then: Aside | undefined): string {
  const query = [from && `from=${from}`, then && `then=${then}`].filter(Boolean).join('&');
  return query && `?${query}`;
}

const gapAddress = (open: OpenJourney, gap: Visit, from?: ReturnTo) =>
  questionAddress(open, gap.placed.question.slug, from);

/** The page that comes next after an answer in a part: the first gap, the plan after part 1, check answers at the end. */
export function nextAddress(open: OpenJourney, answered: PartName, from: ReturnTo | undefined): string {
  const { gap } = open.way;
  const plan = `${open.base}/plan`;
  if (gap?.placed.part === 'situation') return gapAddress(open, gap, from);
  const planned = isPlanned(open);
  if (!mayWrite(open) || (from === 'plan' && planned)) return plan;
  if (!gap) return `${open.base}/check-answers`;
  const toPlan = planned && answered === 'situation' && from !== 'check-answers';
  return toPlan ? plan : gapAddress(open, gap, from);
}

/** Where a page of the end sends somebody who is not there yet; nothing where they may see it. */
export function addressBefore(open: OpenJourney): string | undefined {
  if (open.way.gap) return gapAddress(open, open.way.gap);
  return mayWrite(open) ? undefined : `${open.base}/plan`;
}
