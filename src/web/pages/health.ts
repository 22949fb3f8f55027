import { type RequestHandler, Router } from 'express';
import { Counter, Histogram, Registry } from 'prom-client';
import type { LetterId } from '../../questionnaire/questions/people.ts';
import type { PageServices } from '../services.ts';

/** For the operator's machines: alive, ready, and counts without anything personal. */
export function healthPages({ journeys, isOpen }: PageServices, metrics: Metrics): Router {
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
    response.type(metrics.contentType).send(await metrics.text());
  });
  return router;
}

/** Fewer than this could be one person's day, and are not shown. */
const LEAST_SHOWN = 5;

/** What a letter is read or taken away as. */
export type LetterFormat = 'page' | 'pdf' | 'docx' | 'txt';

/** One answer, as it is counted. */
interface Answered {
  readonly route: string;
  readonly method: string;
  readonly status: number;
  readonly seconds: number;
}

/** One by one, between pages, each finds nothing of prom-client in the processor's cache, and costs ten times as much. */
const TOGETHER = 100;

/** What is counted: by the route's pattern, never by its address, and nothing of what was answered but the kind of letter. */
export class Metrics {
  readonly #registry = new Registry();
  readonly #waiting: Answered[] = [];
  readonly contentType = this.#registry.contentType;
  readonly #requests = new Counter({
    name: 'http_requests_total',
    help: 'Requests by route pattern, method and status',
    labelNames: ['route', 'method', 'status'],
    registers: [this.#registry],
  });
  readonly #seconds = new Histogram({
    name: 'http_request_seconds',
    help: 'Time to answer, by route pattern',
    labelNames: ['route'],
    registers: [this.#registry],
  });
  readonly #letters = new Counter({
    name: 'letters_total',
    help: 'Letters shown or downloaded, by kind and format',
    labelNames: ['kind', 'format'],
    registers: [this.#registry],
  });
  readonly #started = new Counter({
    name: 'journeys_started_total',
    help: 'Journeys begun',
    registers: [this.#registry],
  });
  readonly #finished = new Counter({
    name: 'journeys_finished_total',
    help: 'Journeys that somebody ended and deleted',
    registers: [this.#registry],
  });

  request(answered: Answered): void {
    this.#waiting.push(answered);
    if (this.#waiting.length >= TOGETHER) this.#count();
  }

  #count(): void {
    for (const { route, method, status, seconds } of this.#waiting) {
      this.#requests.inc({ route, method, status });
      this.#seconds.observe({ route }, seconds);
    }
    this.#waiting.length = 0;
  }

  letter(kind: LetterId, format: LetterFormat): void {
    this.#letters.inc({ kind, format });
  }

  started(): void {
    this.#started.inc();
  }

  finished(journeys = 1): void {
    this.#finished.inc(journeys);
  }

  /** In Prometheus's format, without the small counts. */
  async text(): Promise<string> {
    this.#count();
    return withoutSmallCounts(await this.#registry.metrics());
  }
}

/** Leaves out the samples that count too few, and the sums of time that go with them. */
function withoutSmallCounts(text: string): string {
  const lines = text.split('\n');
  const seriesOf = (line: string) => line.slice(0, line.lastIndexOf(' '));
  const values = new Map(lines.map((line) => [seriesOf(line), Number(line.slice(line.lastIndexOf(' ')))]));
  const isShown = (line: string) => {
    if (line === '' || line.startsWith('#')) return true;
    const counted = seriesOf(line).replace(/_sum(?=\{|$)/, '_count');
    return values.get(counted)! >= LEAST_SHOWN;
  };
  return lines.filter(isShown).join('\n');
}

/** Logs and counts each answer by its route's pattern, status and time: nothing that a person typed, no address of a journey. */
export function observed({ log }: PageServices, metrics: Metrics): RequestHandler {
  return (request, response, next) => {
    const began = performance.now();
    response.on('finish', () => {
      const milliseconds = performance.now() - began;
      const { statusCode: status } = response;
      const { path = 'none' } = (request.route ?? {}) as { path?: string | string[] };
      const route = String(path);
      metrics.request({ route, method: request.method, status, seconds: milliseconds / 1000 });
      // What machines ask every few seconds would drown the rest.
      const level = OF_MACHINES.includes(route) ? 'debug' : 'info';
      log[level]({ route, method: request.method, status, ms: Math.round(milliseconds) });
    });
    next();
  };
}

const OF_MACHINES: readonly string[] = ['/healthz', '/readyz', '/metrics'];
