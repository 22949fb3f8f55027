import type { RequestHandler } from 'express';
import { failureOf } from './failure.ts';
import type { Metrics } from './metrics.ts';
import type { PageServices } from './services.ts';

/** Logs and counts each response by route pattern, status and time, without user input or addresses. */
export function requestLog({ log }: PageServices, metrics: Metrics): RequestHandler {
  return (request, response, next) => {
    const began = performance.now();
    response.on('finish', () => {
      const milliseconds = performance.now() - began;
      const { statusCode: status } = response;
      const { path = 'none' } = (request.route ?? {}) as { path?: string | string[] };
      const route = String(path);
      metrics.request({ route, method: request.method, status, seconds: milliseconds / 1000 });
      const failure = failureOf(response);
      // Monitoring requests every few seconds would drown the rest.
      const level = failure ? 'error' : OF_MACHINES.includes(route) ? 'debug' : 'info';
      log[level]({ route, method: request.method, status, ms: Math.round(milliseconds), ...failure });
    });
    next();
  };
}

const OF_MACHINES: readonly string[] = ['/healthz', '/readyz', '/metrics'];
