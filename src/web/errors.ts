import type { ErrorRequestHandler, Request, RequestHandler } from 'express';
import { LetterTooLong, PdfAborted, PdfBusy, PdfFailed } from '../formats/pdf/errors.ts';
import { secretOf } from './cookie.ts';
import { isStoreError } from '../store/errors.ts';
import { failureFrom, noteFailure } from './failure.ts';
import { formOf } from './forms.ts';
import { openJourneyOf } from './journey.ts';
import { questionQuery, returnToOf, secondaryActionOf } from './next-address.ts';
import type { Pages } from './page.ts';
import { HttpError, type ErrorPage } from './http-error.ts';
import type { PageServices } from './services.ts';
import { wayBack } from './ways-back.ts';

export const notFound: RequestHandler = () => {
  throw new HttpError('not-found');
};

/** Shows every error as a page that says what happened, keeps what was typed and has no stack trace. */
export function errorPages(services: PageServices, pages: Pages): ErrorRequestHandler {
  // eslint-disable-next-line @typescript-eslint/no-unused-vars -- Express needs all four parameters
  return async (error: unknown, request, response, _next) => {
    // The client has gone, so there is nobody to answer.
    if (error instanceof PdfAborted) return;
    const httpError = httpErrorFor(error);
    if (httpError.status >= 500) noteFailure(response, failureFrom(error));
    response.status(httpError.status);
    // A rate limit has already set its own Retry-After.
    if (httpError.status === 503) response.set('Retry-After', '30');
    const open = httpError.page === 'gone' ? undefined : openJourneyOf(response);
    const [, base] = /^(\/journey\/[\w-]+)\//.exec(request.path) ?? [];
    const back = OUTSIDE_JOURNEYS.includes(httpError.page) ? await wayBack(services, request) : undefined;
    const page = {
      ...pages.prose(httpError.page),
      // From the address, as the error may have come before the journey was opened.
      canLeave: base !== undefined,
      // Clearing the computer works in any case. If the journey is open, its own links offer it.
      clearAddress: base !== undefined && !open && httpError.page !== 'gone' ? `${base}/finish` : undefined,
      wayBack: back,
      retry: retryFor(httpError, request, secretOf(services.config, request) !== undefined && !back),
      // A GET changes nothing, so a link is enough to try again.
      again:
        request.method === 'GET' && RETRIED.includes(httpError.page) && LOCAL_PATH.test(request.path)
          ? request.path
          : undefined,
      withoutPdf: isOfPdf(error) ? request.path.replace(/\.pdf$/, '') : undefined,
    };
    pages.send(response, 'error', page, open);
  };
}

/** Error pages outside a journey, which link back to the browser's own journeys. */
const OUTSIDE_JOURNEYS: readonly ErrorPage[] = ['not-found', 'gone'];

const isOfPdf = (error: unknown) =>
  error instanceof LetterTooLong || error instanceof PdfBusy || error instanceof PdfFailed;

function httpErrorFor(error: unknown): HttpError {
  if (error instanceof HttpError) return error;
  if (isStoreError(error)) return new HttpError('unavailable');
  if (error instanceof LetterTooLong) return new HttpError('letter-too-long');
  if (isOfPdf(error)) return new HttpError('pdf-busy');
  const status = (error as { status?: unknown }).status;
  if (status === 413) return new HttpError('too-large');
  if (typeof status === 'number' && status >= 400 && status < 500)
    return new HttpError('bad-request', status);
  return new HttpError('problem');
}

/** A form to go on with. `again` means that it goes to the same page. */
interface Retry {
  readonly action: string;
  readonly fields: readonly { readonly name: string; readonly value: string }[];
  readonly again: boolean;
}

/**
 * A form that sends what was typed again: to a new journey if this one has expired, or else to the same page. A browser
 * that was cleared, or made ready for the next person, gets nothing back: Back and Reload can send an old page again
 * for somebody else.
 * @param isExpired whether this browser has a cookie that opens nothing any more
 */
function retryFor({ page }: HttpError, request: Request, isExpired: boolean): Retry | undefined {
  if (page === 'gone') {
    // Only a question's fields go into a new journey.
    const fields = isExpired && request.path.includes('/questions/') ? fieldsOf(request) : [];
    return { action: '/start', fields, again: false };
  }
  if (request.method !== 'POST' || !RETRIED.includes(page) || !LOCAL_PATH.test(request.path))
    return undefined;
  // From the path only, as the request line may name another host.
  const action = request.path + questionQuery(returnToOf(request), secondaryActionOf(request));
  return { action, fields: fieldsOf(request), again: true };
}

const RETRIED: readonly ErrorPage[] = ['too-many', 'unavailable', 'pdf-busy', 'problem'];

/** A path on this host. One that begins with two slashes would lead to another host. */
const LOCAL_PATH = /^\/\w/;

const fieldsOf = (request: Request) =>
  Object.entries(formOf(request)).flatMap(([name, value]) =>
    [value].flat().map((one) => ({ name, value: one })),
  );
