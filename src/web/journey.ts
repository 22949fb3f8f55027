import type { Request, RequestHandler, Response } from 'express';
import type { Reader } from '../content/voices.ts';
import { hasPlan, type Plan, planFor } from '../rules/plan.ts';
import type { Answers } from '../questionnaire/all-questions.ts';
import type { Day } from '../questionnaire/calendar.ts';
import { allQuestions } from '../questionnaire/all-questions.ts';
import { isSituationDone, type Walk, walkThrough } from '../questionnaire/ordered-questions.ts';
import { type Situation, situationOn, wantedBy } from '../record/situation.ts';
import { type TimelineEntry, timelineFrom } from '../record/timeline.ts';
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
  readonly walk: Walk;
  /** The answers that count. */
  readonly answers: Partial<Answers>;
  readonly reader: Reader;
  readonly today: Day;
  /** What has happened, in the order of days. The entries are read once, on the first call. */
  readonly timeline: () => readonly TimelineEntry[];
  /**
   * What the answers and the record mean today.
   * @throws Error before part 1 is done
   */
  readonly situation: () => Situation;
}

export const baseOf = (id: string): string => `/journey/${id}`;

/** The journey that this request has opened, for the error handler. */
export const openJourneyOf = ({ locals }: Response): OpenJourney | undefined =>
  locals.open as OpenJourney | undefined;

/** Reads a journey as it is today. */
export function openJourney(secret: string, journey: Journey, services: PageServices): OpenJourney {
  const { id } = journey;
  const today = services.today();
  const walk = walkThrough(allQuestions, journey.answers, today, { hasRecord: hasRecord(journey) });
  const answers = walk.answers as Partial<Answers>;
  const reader = readerOf(answers);
  const timeline = once(() => timelineFrom(journey.entries, today));
  const situation = once(() => situationOn(answers as Answers, today, timeline(), hasRecord(journey)));
  return { id, secret, base: baseOf(id), journey, walk, answers, reader, today, timeline, situation };
}

/** Who reads the pages. A person who helps another counts as the signer until they say who signs. */
function readerOf({ 'who-for': whoFor = 'me', 'whose-letter': whose }: Partial<Answers>): Reader {
  if (whoFor === 'me') return 'oneself';
  return whose === 'theirs' ? 'scribe' : 'another';
}

const hasRecord = ({ entries }: Journey) => entries.length > 0;

/** Makes a value on the first call and returns it on every call. */
function once<Made>(make: () => Made): () => Made {
  let made: Made | undefined;
  return () => (made ??= make());
}

/**
 * A handler for an address of a journey.
 * @throws HttpError gone if the browser does not hold that journey
 */
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

/**
 * What a write returned.
 * @throws HttpError gone if the journey was deleted meanwhile
 */
export function orThrowGone<Written>(written: Written | 'gone'): Written {
  if (written === 'gone') throw new HttpError('gone');
  return written;
}

/** The plan of a journey; undefined before part 1 is done, or if the person may write and wants no advice. */
export function planOf(open: OpenJourney): Plan | undefined {
  const { walk } = open;
  return isSituationDone(walk) ? planFor(open.situation()) : undefined;
}

/** Whether there is a plan. */
export function isPlanned(open: OpenJourney): boolean {
  const answers = open.answers as Answers;
  return (
    isSituationDone(open.walk) &&
    hasPlan({ wants: wantedBy(answers, hasRecord(open.journey)), standing: standingFrom(answers) })
  );
}

export const mayWrite = ({ answers }: OpenJourney): boolean =>
  answers['who-for'] !== undefined && mayWriteLetter({ ...answers, 'who-for': answers['who-for'] });
