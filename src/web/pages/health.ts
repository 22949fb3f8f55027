import { Router } from 'express';
import { noteFailure } from '../failure.ts';
import type { Metrics } from '../metrics.ts';
import type { PageServices } from '../services.ts';

/** For the operator's monitoring: alive, ready, and metrics without anything personal. */
export function healthPages({ journeys, isAccepting }: PageServices, metrics: Metrics): Router {
  const router = Router();
  router.get('/healthz', (_request, response) => void response.type('text').send('alive'));
  router.get('/readyz', async (_request, response) => {
    const store = await journeys.ready();
    if (!store.ready) noteFailure(response, { cause: store.cause });
    const ready = isAccepting() && store.ready;
    response
      .status(ready ? 200 : 503)
      .type('text')
      .send(ready ? 'ready' : 'not ready');
  });
  router.get('/metrics', async (_request, response) => {
    response.type(metrics.contentType).send(await metrics.text());
  });
  return router;
}
