import { type Request, type Response, Router } from 'express';
import { severalTexts } from '../../questionnaire/fields/field.ts';
import { isChoice, leftOutAfter } from '../../letters/leave-out.ts';
import type { WrittenLetter } from '../../letters/letter.ts';
import { clientGone } from '../client-gone.ts';
import { noteDownload } from '../downloads.ts';
import { formOf } from '../forms.ts';
import type { Metrics } from '../metrics.ts';
import { inJourney, type OpenJourney, orThrowGone } from '../journey.ts';
import { addressBefore } from '../next-address.ts';
import type { Pages } from '../page.ts';
import { HttpError } from '../http-error.ts';
import type { PageServices } from '../services.ts';
import { formatNamed, sendFile } from './document-files.ts';
import { letterFileName } from './file-name.ts';
import { letterView } from './letter-view.ts';
import { LEAVE_OUT, write } from './written-letter.ts';

const ADDRESS = '/journey/:id/letter';

/** The letter's page, with what can be left out, and its downloads. */
export function letterPages(services: PageServices, pages: Pages, metrics: Metrics): Router {
  const router = Router();

  /** A handler for people with a finished letter; others are redirected to their next page. */
  const withLetter = (
    handle: (
      request: Request,
      response: Response,
      open: OpenJourney,
      letter: WrittenLetter,
    ) => void | Promise<void>,
  ) =>
    inJourney(services, (request, response, open) => {
      const redirectTo = addressBefore(open);
      if (redirectTo) return response.redirect(303, redirectTo);
      return handle(request, response, open, write(open, services));
    });

  router.get(
    ADDRESS,
    withLetter(async (_request, response, open, letter) => {
      metrics.letter(letter.id, 'page');
      const view = await letterView(open, letter, services, clientGone(response));
      pages.send(response, 'letter', view, open);
    }),
  );

  router.post(
    ADDRESS,
    withLetter(async (request, response, open, { choices }) => {
      const sent = severalTexts(formOf(request), LEAVE_OUT);
      if (!sent.every((key) => isChoice(key, choices))) throw new HttpError('bad-request');
      const leaveOut = [...leftOutAfter(open.journey.choices[LEAVE_OUT] ?? [], choices, sent)];
      orThrowGone(await open.journey.choose(LEAVE_OUT, leaveOut));
      response.redirect(303, `${open.base}/letter`);
    }),
  );

  router.get(
    '/journey/:id/letter.:format',
    withLetter(async (request, response, open, { id, document }) => {
      const format = formatNamed(request);
      const name = letterFileName(open, id);
      const file = { document, name, format, journey: open.id };
      await sendFile(services, request, response, file, () => noteDownload(open, `letter.${format}`));
      metrics.letter(id, format);
    }),
  );

  return router;
}
