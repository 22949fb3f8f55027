import { Router } from 'express';
import { secretOf } from '../cookie.ts';
import type { PageServices } from '../services.ts';

/**
 * Whether this browser still holds a journey (204) or not (410), for a page that checks before it is shown
 * again. It does not count as a use, so that a forgotten tab does not keep the answers.
 */
export function heldPages({ config, journeys }: PageServices): Router {
  const router = Router();
  router.get('/journey/:id/held', async (request, response) => {
    const held = await journeys.openAll(secretOf(config, request));
    // Chromium drops a page from its back/forward cache if it fetched a response with no-store.
    response.set('Cache-Control', 'no-cache');
    response.status(held.some(({ id }) => id === request.params.id) ? 204 : 410).end();
  });
  return router;
}
