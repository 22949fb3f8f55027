import { type RequestHandler, Router } from 'express';
import { Counter, Histogram, Registry } from 'prom-client';
import type { Services } from './services.ts';

/** For the operator's machines: alive, ready, and counts without anything personal. */
export function healthPages({ journeys, isOpen }: Services, metrics: Metrics): Router {
  const router = Router();
  router.get('/healthz', (_request, response) => void response.type('text').send('alive'));
  router.get('/readyz', async (_request, response) => {
    const ready = isOpen() && (await journeys.ready());
    response
      .status(ready ? 200 : 503)
      .type('text')
      .send(ready ? 'ready' : 'not ready');
  });
  router.get('/metrics', async (_request, response) => {
    response.type(metrics.registry.contentType).send(await metrics.registry.metrics());
  });
  return router;
}

/** What is counted: requests by the route's pattern, never by its address. */
export class Metrics {
  readonly registry = new Registry();
  readonly #requests = new Counter({
    name: 'http_requests_total',
    help: 'Requests by route pattern, method and status',
    labelNames: ['route', 'method', 'status'],
    registers: [this.registry],
  });
  readonly #seconds = new Histogram({
    name: 'http_request_seconds',
    help: 'Time to answer, by route pattern',
    labelNames: ['route'],
    registers: [this.registry],
  });

  observe(route: string, method: string, status: number, seconds: number): void {
    this.#requests.inc({ route, method, status });
    this.#seconds.observe({ route }, seconds);
  }
}

/** Logs and counts each answer by its route's pattern, status and time: nothing that a person typed, no address of a journey. */
export function observed({ log }: Services, metrics: Metrics): RequestHandler {
  return (request, response, next) => {
    const began = performance.now();
    response.on('finish', () => {
      const milliseconds = performance.now() - began;
      const route = (request.route as { path?: string } | undefined)?.path ?? 'none';
      metrics.observe(route, request.method, response.statusCode, milliseconds / 1000);
      log.info({ route, method: request.method, status: response.statusCode, ms: Math.round(milliseconds) });
    });
    next();
  };
}
