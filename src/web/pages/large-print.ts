import { Router } from 'express';
import { HttpError } from '../http-error.ts';
import { inJourney } from '../journey.ts';
import { isPageName, setLargePrint } from '../large-print.ts';
import { goOnTo } from '../post-only.ts';
import type { PageServices } from '../services.ts';

const ADDRESS = '/journey/:id/large-print';

/** Turns large print on and off, except on questions, which also store what is typed. */
export function largePrintPages(services: PageServices): Router {
  const router = Router();

  router.post(
    ADDRESS,
    inJourney(services, async (request, response, open) => {
      const { print, page } = request.query;
      if ((print !== 'large' && print !== 'usual') || !isPageName(page)) throw new HttpError('bad-request');
      await setLargePrint(open.journey, print === 'large');
      response.redirect(303, `${open.base}/${page}`);
    }),
  );

  router.get(
    ADDRESS,
    goOnTo(({ id }) => `/journey/${id}/plan`),
  );

  return router;
}
