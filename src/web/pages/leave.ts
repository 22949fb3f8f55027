import { Router } from 'express';
import { clearSessionCookie, secretOf } from '../cookie.ts';
import { withinMoment } from '../moment.ts';
import type { PageServices } from '../services.ts';

/** A neutral page elsewhere that says nothing about where somebody was. */
const NEUTRAL_PAGE = 'https://www.bbc.co.uk/weather';

/** Leave quickly. It clears this browser as "keep the code" does, and waits a moment for the store at most. */
export function leavePages({ config, journeys }: PageServices): Router {
  const router = Router();

  router.get('/leave', async (request, response) => {
    const site = request.get('Sec-Fetch-Site');
    const isOurs = site === undefined || site === 'same-origin' || site === 'none';
    const isPrefetch = /prefetch|prerender/.test(request.get('Sec-Purpose') ?? request.get('Purpose') ?? '');
    // Express answers HEAD here too, and who looks at a link ahead has not left.
    if (isOurs && !isPrefetch && request.method === 'GET') {
      clearSessionCookie(config, request, response);
      // Not "cache", as in the other endings: it keeps Chromium on the page for seconds.
      response.set('Clear-Site-Data', '"cookies", "storage"');
      await withinMoment(journeys.clear(secretOf(config, request)), undefined);
    }
    response.redirect(303, NEUTRAL_PAGE);
  });

  return router;
}
