import type { ErrorRequestHandler, Request, RequestHandler } from 'express';
import { PdfBusy, LetterTooLong } from '../letters/render/pdf/errors.ts';
import { StoreFull, StoreUnavailable } from '../store/journeys.ts';
import { formOf } from './form.ts';
import type { Pages } from './page.ts';
import { Refusal } from './refusal.ts';
import type { Services } from './services.ts';

export const notFound: RequestHandler = () => {
  throw new Refusal('not-found');
};

/** Every error as a page that says what happened, keeps what was typed, and shows no trace. */
export function errorPages({ log }: Services, pages: Pages): ErrorRequestHandler {
  // Express knows an error handler by its four parameters.
  return (error: unknown, request, response, _next) => {
    const refusal = refusalFor(error);
    if (refusal.page === 'problem')
      log.error({ error: error instanceof Error ? error.name : 'unknown', at: frameOf(error) });
    response.status(refusal.status);
    if (refusal.status === 503 || refusal.status === 429) response.set('Retry-After', '30');
    pages.send(response, 'refused', { ...pages.prose(refusal.page), ...retryFor(refusal, request) });
  };
}

/** Where in our code it happened: a message could hold what somebody typed, a frame cannot. */
const frameOf = (error: unknown) =>
  error instanceof Error ? /\n\s+at (.+)/.exec(error.stack ?? '')?.[1] : undefined;

function refusalFor(error: unknown): Refusal {
  if (error instanceof Refusal) return error;
  if (error instanceof StoreUnavailable || error instanceof StoreFull) return new Refusal('unavailable');
  if (error instanceof PdfBusy) return new Refusal('too-many', 503);
  if (error instanceof LetterTooLong) return new Refusal('too-large');
  const status = (error as { status?: unknown }).status;
  if (status === 413) return new Refusal('too-large');
  if (typeof status === 'number' && status >= 400 && status < 500) return new Refusal('bad-request', status);
  return new Refusal('problem');
}

/** A form that sends again what was typed: to a new journey where this one is gone, to the same page where it may work later. */
function retryFor({ page }: Refusal, request: Request): object {
  if (request.method !== 'POST' || !['gone', 'too-many', 'unavailable', 'problem'].includes(page))
    return { retry: undefined };
  if (page === 'gone' && !request.path.includes('/questions/')) return { retry: undefined };
  const fields = Object.entries(formOf(request)).flatMap(([name, value]) =>
    [value].flat().map((one) => ({ name, value: one })),
  );
  const action = page === 'gone' ? '/start' : request.originalUrl;
  return { retry: { action, fields, again: page !== 'gone' } };
}
