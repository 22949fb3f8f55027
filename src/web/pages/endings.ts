import { type Response, Router } from 'express';
import { clearSessionCookie, secretOf } from '../cookie.ts';
import type { Metrics } from '../metrics.ts';
import { inJourney } from '../journey.ts';
import type { Pages } from '../page.ts';
import type { PageServices } from '../services.ts';

/** A neutral page elsewhere that says nothing about where somebody was. */
const NEUTRAL_PAGE = 'https://www.bbc.co.uk/weather';

/** The ways to end: clear this computer, make way for the next person, leave quickly. */
export function endingPages(services: PageServices, pages: Pages, metrics: Metrics): Router {
  const router = Router();
  const { config, journeys } = services;

  // Never "cache": it stalls Chromium for seconds, and no page of a journey is stored anyway.
  const clearSite = (response: Response) => response.set('Clear-Site-Data', '"cookies", "storage"');

  for (const [address, view] of [
    ['finish', 'finish'],
    ['next-person', 'next-person'],
  ] as const) {
    router.get(
      `/journey/:id/${address}`,
      inJourney(services, (_request, response, open) => {
        pages.send(response, view, { ...pages.prose(address), backLink: `${open.base}/letter` }, open);
      }),
    );
  }

  router.post('/journey/:id/finish', async (request, response) => {
    const { deleted } = await journeys.deleteAll(secretOf(config, request));
    metrics.finished(deleted);
    clearSessionCookie(config, request, response);
    clearSite(response);
    pages.send(response, 'page', pages.prose('finished'));
  });

  router.post('/journey/:id/next-person', async (request, response) => {
    const journey = await journeys.open(secretOf(config, request), String(request.params.id));
    await journey?.end({ keep: 'nothing' });
    metrics.finished();
    pages.send(response, 'next-person-done', pages.prose('next-person-done'));
  });

  router.get('/leave', (request, response) => {
    const site = request.get('Sec-Fetch-Site');
    const isOurs = site === undefined || site === 'same-origin' || site === 'none';
    const isPrefetch = /prefetch|prerender/.test(request.get('Sec-Purpose') ?? request.get('Purpose') ?? '');
    // Express answers HEAD here too, and who looks at a link ahead has not left.
    if (isOurs && !isPrefetch && request.method === 'GET') {
      clearSessionCookie(config, request, response);
      clearSite(response);
    }
    response.redirect(303, NEUTRAL_PAGE);
  });

  return router;
}
