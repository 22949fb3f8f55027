import { type Request, type Response, Router } from 'express';
import { z } from 'zod';
import type { Cleared } from '../../store/clearing.ts';
import type { Ended } from '../../store/journey.ts';
import { clearBrowser, dropKeptPages } from '../clear-browser.ts';
import { secretOf } from '../cookie.ts';
import { isStoreError } from '../../store/errors.ts';
import { failureFrom, noteFailure } from '../failure.ts';
import { formOf } from '../forms.ts';
import { HttpError } from '../http-error.ts';
import { baseOf, openJourney, type OpenJourney } from '../journey.ts';
import type { Metrics } from '../metrics.ts';
import type { Pages } from '../page.ts';
import type { PageServices } from '../services.ts';
import { endingPeople } from './ending-people.ts';
import { whatWasDone } from './what-was-done.ts';

const KEEP = ['code', 'nothing'] as const;
type Keep = (typeof KEEP)[number];
const keepSchema = z.enum(KEEP).optional().catch(undefined);

type EndingName = 'finish' | 'next-person';

/**
 * The pages that clear this computer, or end one journey for the next person. Each asks first. The browser is
 * cleared even if the store does not answer, and the page says what was done.
 */
export function endingPages(services: PageServices, pages: Pages, metrics: Metrics): Router {
  const router = Router();
  const { config, journeys } = services;
  const words = services.content.views.endings.oneself;

  /** The store's result; undefined, with the reason in the log, if the store does not answer. */
  async function unlessStoreDown<T>(response: Response, asked: Promise<T>): Promise<T | undefined> {
    try {
      return await asked;
    } catch (error) {
      if (!isStoreError(error)) throw error;
      noteFailure(response, failureFrom(error));
      return undefined;
    }
  }

  /** All journeys of this browser; undefined if the store does not answer. */
  async function openJourneysOf(
    request: Request,
    response: Response,
  ): Promise<readonly OpenJourney[] | undefined> {
    const secret = secretOf(config, request);
    const all = await unlessStoreDown(response, journeys.openAll(secret));
    return all?.map((journey) => openJourney(secret ?? '', journey, services));
  }

  /** @param openJourneys the journeys of this browser; undefined if the store does not answer */
  function ask(
    name: EndingName,
    request: Request,
    response: Response,
    openJourneys: readonly OpenJourney[] | undefined,
    isUnchosen: boolean,
  ): void {
    const mine = journeyNamed(request, openJourneys);
    const ending = name === 'finish' ? openJourneys : mine && [mine];
    const base = baseOf(String(request.params.id));
    response.set('X-Robots-Tag', 'noindex').status(isUnchosen ? 422 : 200);
    pages.send(
      response,
      name,
      {
        ...words,
        ...pages.prose(name),
        base,
        backLink: mine && `${base}/plan`,
        canLeave: true,
        people: ending && endingPeople(ending, String(request.params.id)),
        hasCode: ending?.some(hasCode) ?? false,
        others: (openJourneys?.length ?? 0) - 1,
        errors: isUnchosen ? [{ code: 'unchosen' }] : [],
      },
      mine,
    );
  }

  for (const name of ['finish', 'next-person'] as const)
    router.get(`/journey/:id/${name}`, async (request, response) => {
      const openJourneys = await openJourneysOf(request, response);
      if (openJourneys && !journeyNamed(request, openJourneys)) throw new HttpError('gone');
      ask(name, request, response, openJourneys, false);
    });

  router.post('/journey/:id/finish', async (request, response) => {
    const secret = secretOf(config, request);
    const openJourneys = await openJourneysOf(request, response);
    const keep = keepFrom(request);
    if (!keep && openJourneys?.some(hasCode)) return ask('finish', request, response, openJourneys, true);
    // If the page could not ask, no code is deleted.
    const isAll = keep === 'nothing' || (!keep && openJourneys !== undefined);
    const cleared = await unlessStoreDown(
      response,
      isAll ? journeys.deleteAll(secret) : journeys.clear(secret),
    );
    metrics.finished(cleared?.deleted ?? 0);
    clearBrowser(config, request, response);
    const done = whatWasDone(cleared, services);
    pages.send(response, 'finished', { ...words, ...pages.prose('finished'), done });
  });

  router.post('/journey/:id/next-person', async (request, response) => {
    const secret = secretOf(config, request);
    const openJourneys = await openJourneysOf(request, response);
    const mine = journeyNamed(request, openJourneys);
    const keep = keepFrom(request);
    if (!keep && mine && hasCode(mine)) return ask('next-person', request, response, openJourneys, true);
    const ended = mine && (await unlessStoreDown(response, mine.journey.end({ keep: keep ?? 'nothing' })));
    const isStoreDown = !openJourneys || (mine && !ended);
    const others = openJourneys?.filter((one) => one !== mine) ?? [];
    // A journey that cannot be removed from the session now could be opened again, so the whole session goes.
    const goOn = secret !== undefined && !isStoreDown && others.length > 0;
    if (goOn) dropKeptPages(config, request, response, secret);
    else clearBrowser(config, request, response);
    const cleared = isStoreDown ? undefined : clearedFrom(ended);
    metrics.finished(cleared?.deleted ?? 0);
    const done = whatWasDone(cleared, services);
    pages.send(response, 'next-person-done', {
      ...words,
      ...pages.prose('next-person-done'),
      done,
      others: goOn ? others.length : 0,
      wayBack: goOn ? '/' : undefined,
    });
  });

  return router;
}

const hasCode = ({ journey }: OpenJourney): boolean => journey.codes.length > 0;

const keepFrom = (request: Request): Keep | undefined => keepSchema.parse(formOf(request).keep);

const journeyNamed = (
  request: Request,
  openJourneys: readonly OpenJourney[] | undefined,
): OpenJourney | undefined => openJourneys?.find(({ id }) => id === request.params.id);

/** The end of one journey, in the form of a browser's. */
function clearedFrom(ended: Ended | undefined): Cleared {
  if (!ended) return { found: false, deleted: 0, goOn: [], left: 0 };
  return { found: true, deleted: ended.deleted ? 1 : 0, goOn: ended.deleted ? [] : [ended.until], left: 0 };
}
