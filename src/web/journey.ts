import type { Request, RequestHandler, Response } from 'express';
import type { Reader } from '../content/voices.ts';
import { hasPlan, type Plan, planFor } from '../rules/plan.ts';
import type { Answers } from '../questionnaire/all-questions.ts';
import type { Day } from '../questionnaire/calendar.ts';
import { allQuestions } from '../questionnaire/all-questions.ts';
import { isPartDone, walk, type Walk } from '../questionnaire/ordered-questions.ts';
import { type Situation, situationFrom, wantedBy } from '../record/situation.ts';
import type { StoredEntry } from '../record/timeline.ts';
import { mayWriteLetter, standingFrom } from '../questionnaire/standing.ts';
import type { Journey } from '../store/journey.ts';
import { secretOf } from './cookie.ts';
import { HttpError } from './http-error.ts';
import type { PageServices } from './services.ts';

/** A journey that this browser holds, as one request sees it. */
export interface OpenJourney {
  readonly id: string;
  readonly secret: string;
  readonly base: string;
  readonly journey: Journey;
  readonly way: Walk;
  /** The answers that count. */
  readonly answers: Partial<Answers>;
  readonly reader: Reader;
  readonly today: Day;
}

export const baseOf = (id: string): string => `/journey/${id}`;

/** The journey that this request has opened, for the handler that answers in its place: an error's page. */
export const openJourneyOf = ({ locals }: Response): OpenJourney | undefined =>
  locals.open as OpenJourney | undefined;

/** What a journey amounts to today. */
export function openJourney(secret: string, journey: Journey, services: PageServices): OpenJourney {
  const { id } = journey;
  const today = services.today();
  const way = walk(allQuestions, journey.answers, today, { hasRecord: journey.entries.length > 0 });
  const answers = way.answers as Partial<Answers>;
  const reader = (answers['who-for'] ?? 'me') === 'me' ? 'oneself' : 'another';
  return { id, secret, base: baseOf(id), journey, way, answers, reader, today };
}

/** A handler for an address of a journey; who does not hold that journey is told so, and sees nothing. */
export function inJourney(
  services: PageServices,
  handle: (request: Request, response: Response, open: OpenJourney) => void | Promise<void>,
): RequestHandler {
  return async (request, response) => {
    const id = String(request.params.id);
    const secret = secretOf(services.config, request);
    const journey = await services.journeys.open(secret, id);
    if (!secret || !journey) throw new HttpError('gone');
    response.setHeader('X-Robots-Tag', 'noindex');
    const open = openJourney(secret, journey, services);
    response.locals.open = open;
    await handle(request, response, open);
  };
}

/** The plan of a journey; none before part 1 is done, and none for who came for a letter alone and may write it. */
export function planOf(open: OpenJourney): Plan | undefined {
  const { way } = open;
  return isPartDone(way, 'situation') ? planFor(situationOf(open)) : undefined;
}

/** What a journey's answers and its record mean today. */
export const situationOf = (open: OpenJourney): Situation =>
  situationFrom(open.answers as Answers, open.today, entriesOf(open));

/** The entries of a journey's record. */
export const entriesOf = ({ journey }: OpenJourney): readonly StoredEntry[] => journey.entries;

/** Whether there is a plan to go to. */
export function isPlanned(open: OpenJourney): boolean {
  const answers = open.answers as Answers;
  return (
    isPartDone(open.way, 'situation') &&
    hasPlan({ wants: wantedBy(answers, entriesOf(open)), standing: standingFrom(answers) })
  );
}

export const mayWrite = ({ answers }: OpenJourney): boolean =>
  answers['who-for'] !== undefined && mayWriteLetter({ ...answers, 'who-for': answers['who-for'] });
