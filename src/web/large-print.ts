import { type Request, Router } from 'express';
import { inJourney, type OpenJourney } from './journey.ts';
import { HttpError } from './http-error.ts';
import type { PageServices } from './services.ts';

/** Under this name the journey keeps that its pages are wanted in large print. */
const LARGE_PRINT = 'large-print';

/** Whether this journey's pages are wanted in large print. */
export const isLargePrint = ({ kept }: Pick<OpenJourney, 'kept'>): boolean =>
  kept.choices[LARGE_PRINT]?.includes('yes') ?? false;

/**
 * Keeps how this journey's pages are wanted.
 * @throws Refusal where the journey is gone
 */
export async function setLargePrint(
  { journeys }: PageServices,
  open: OpenJourney,
  large: boolean,
): Promise<void> {
  const kept = await journeys.choose(open.secret, open.id, LARGE_PRINT, large ? ['yes'] : [], open.kept);
  if (!kept) throw new HttpError('gone');
}

/**
 * Where the choice is sent from the page that was asked for; nothing for what came of a form, which may be shown
 * once only, such as a code.
 */
export function printAddress(open: OpenJourney, { method, path }: Request): string | undefined {
  const page = path.slice(open.base.length + 1);
  if (method === 'POST' || !PAGE.test(page)) return undefined;
  return `${open.base}/large-print?print=${isLargePrint(open) ? 'usual' : 'large'}&page=${page}`;
}

/** Large print, and back, on a page that is no question: a question takes what is typed on it along. */
export function largePrintPages(services: PageServices): Router {
  const router = Router();

  router.post(
    '/journey/:id/large-print',
    inJourney(services, async (request, response, open) => {
      const { print, page } = request.query;
      if ((print !== 'large' && print !== 'usual') || typeof page !== 'string' || !PAGE.test(page))
        throw new HttpError('bad-request');
      await setLargePrint(services, open, print === 'large');
      response.redirect(303, `${open.base}/${page}`);
    }),
  );

  return router;
}

/** A page right below the journey's address, and nothing that leads elsewhere. */
const PAGE = /^[a-z-]+$/;
