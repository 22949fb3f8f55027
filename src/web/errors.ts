import type { ErrorRequestHandler, Request, RequestHandler } from 'express';
import { LetterTooLong, PdfAborted, PdfBusy, PdfFailed } from '../formats/pdf/errors.ts';
import { secretOf } from './cookie.ts';
import { failureFrom, isOfStore, noteFailure } from './failure.ts';
import { formOf } from './forms.ts';
import { openJourneyOf } from './journey.ts';
import { asideOf, questionQuery, returnToOf } from './next-address.ts';
import type { Pages } from './page.ts';
import { HttpError, type ErrorPage } from './http-error.ts';
import type { PageServices } from './services.ts';
import { wayBack } from './ways-back.ts';

export const notFound: RequestHandler = () => {
  throw new HttpError('not-found');
};

/** Every error as a page that says what happened, keeps what was typed, and shows no trace. */
export function errorPages(services: PageServices, pages: Pages): ErrorRequestHandler {
  // eslint-disable-next-line @typescript-eslint/no-unused-vars -- Express knows an error handler by its four parameters
  return async (error: unknown, request, response, _next) => {
    // Nobody is there to read an answer.
    if (error instanceof PdfAborted) return;
    const httpError = httpErrorFor(error);
    if (httpError.status >= 500) noteFailure(response, failureFrom(error));
    response.status(httpError.status);
    // Where a limit was met, it has said itself how long to wait.
    if (httpError.status === 503) response.set('Retry-After', '30');
    const open = httpError.page === 'gone' ? undefined : openJourneyOf(response);
    const [, base] = /^(\/journey\/[\w-]+)\//.exec(request.path) ?? [];
    const back = ELSEWHERE.includes(httpError.page) ? await wayBack(services, request) : undefined;
    const page = {
      ...pages.prose(httpError.page),
      // By the address, as the error may have come before the journey was opened.
      canLeave: base !== undefined,
      // A computer can be cleared whatever else does not work; where the journey is open, its own links say so.
      clearAddress: base !== undefined && !open && httpError.page !== 'gone' ? `${base}/finish` : undefined,
      wayBack: back,
      retry: retryFor(httpError, request, secretOf(services.config, request) !== undefined && !back),
      // Asking again changes nothing, so a link will do.
      again:
        request.method === 'GET' && RETRIED.includes(httpError.page) && OURS.test(request.path)
          ? request.path
          : undefined,
      withoutPdf: isOfPdf(error) ? request.path.replace(/\.pdf$/, '') : undefined,
    };
    pages.send(response, 'error', page, open);
  };
}

/** Pages that are outside a journey, from which this browser's own can be gone back to. */
const ELSEWHERE: readonly ErrorPage[] = ['not-found', 'gone'];

const isOfPdf = (error: unknown) =>
  error instanceof LetterTooLong || error instanceof PdfBusy || error instanceof PdfFailed;

function httpErrorFor(error: unknown): HttpError {
  if (error instanceof HttpError) return error;
  if (isOfStore(error)) return new HttpError('unavailable');
  if (error instanceof LetterTooLong) return new HttpError('letter-too-long');
  if (isOfPdf(error)) return new HttpError('pdf-busy');
  const status = (error as { status?: unknown }).status;
  if (status === 413) return new HttpError('too-large');
  if (typeof status === 'number' && status >= 400 && status < 500)
    return new HttpError('bad-request', status);
  return new HttpError('problem');
}

/** A form to go on with. `again`: it goes to the same page once more. */
interface Retry {
  readonly action: string;
  readonly fields: readonly { readonly name: string; readonly value: string }[];
  readonly again: boolean;
}

/**
 * A form that sends again what was typed: to a new journey where this one has expired, to the same page where it may
 * work later. A browser that was cleared, or made way for the next person, gets nothing back: it can send an old page
 * again for somebody else, on Back and Reload.
 * @param isExpired whether this browser has a cookie that opens nothing any more
 */
function retryFor({ page }: HttpError, request: Request, isExpired: boolean): Retry | undefined {
  if (page === 'gone') {
    // Only a question's fields are taken along into a new journey.
    const fields = isExpired && request.path.includes('/questions/') ? fieldsOf(request) : [];
    return { action: '/start', fields, again: false };
  }
  if (request.method !== 'POST' || !RETRIED.includes(page) || !OURS.test(request.path)) return undefined;
  // Made of the path, as the request line may name another host.
  const action = request.path + questionQuery(returnToOf(request), asideOf(request));
  return { action, fields: fieldsOf(request), again: true };
}

const RETRIED: readonly ErrorPage[] = ['too-many', 'unavailable', 'pdf-busy', 'problem'];

/** A path on this host: one that begins with two slashes would lead to another. */
const OURS = /^\/\w/;

const fieldsOf = (request: Request) =>
  Object.entries(formOf(request)).flatMap(([name, value]) =>
    [value].flat().map((one) => ({ name, value: one })),
  );
