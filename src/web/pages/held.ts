import { Router } from 'express';
import { secretOf } from '../cookie.ts';
import type { PageServices } from '../services.ts';

/**
 * Whether this browser still holds a journey, for a page of it that asks before it shows itself again: 204, or 410. It
 * prolongs nothing, so that a forgotten tab does not keep somebody's answers.
 */
export function heldPages({ config, journeys }: PageServices): Router {
  const router = Router();
  router.get('/journey/:id/held', async (request, response) => {
    const held = await journeys.openAll(secretOf(config, request));
    // Chromium keeps no page in its back/forward cache that has asked for what says no-store.
    response.set('Cache-Control', 'no-cache');
    response.status(held.some(({ id }) => id === request.params.id) ? 204 : 410).end();
  });
  return router;
}
