import { Router } from 'express';
import { clearSessionCookie, secretOf } from '../cookie.ts';
import { failureFrom, noteFailure } from '../failure.ts';
import { withinMoment } from '../moment.ts';
import type { PageServices } from '../services.ts';

/** A neutral page on another site, which does not show where the person was. */
const NEUTRAL_PAGE = 'https://www.bbc.co.uk/weather';

/** Leave quickly. It clears this browser as "keep the code" does, and waits only a moment for the store. */
export function leavePages({ config, journeys }: PageServices): Router {
  const router = Router();

  router.get('/leave', async (request, response) => {
    const site = request.get('Sec-Fetch-Site');
    const isOurs = site === undefined || site === 'same-origin' || site === 'none';
    const isPrefetch = /prefetch|prerender/.test(request.get('Sec-Purpose') ?? request.get('Purpose') ?? '');
    // Express sends HEAD requests here too, and a prefetch is not a visit.
    if (isOurs && !isPrefetch && request.method === 'GET') {
      clearSessionCookie(config, request, response);
      // Without "cache", unlike the other endings, as it keeps Chromium on the page for seconds.
      response.set('Clear-Site-Data', '"cookies", "storage"');
      const cleared = journeys.clear(secretOf(config, request)).catch((error: unknown) => {
        noteFailure(response, failureFrom(error));
      });
      await withinMoment(cleared, undefined);
    }
    response.redirect(303, NEUTRAL_PAGE);
  });

  return router;
}
