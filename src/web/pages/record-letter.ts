import { Router } from 'express';
import { renderHtml } from '../../formats/html.ts';
import { type Day, spellDay } from '../../questionnaire/calendar.ts';
import { HttpError } from '../http-error.ts';
import type { Pages } from '../page.ts';
import type { PageServices } from '../services.ts';
import { formatNamed, sendFile } from './document-files.ts';
import { sentCopy } from './letter-copies.ts';
import { entryNamed, recordAddress, withRecord } from './record-access.ts';

/** A letter as it was sent, as a page and as files, regardless of later answers. */
export function recordLetterPages(services: PageServices, pages: Pages): Router {
  const router = Router();

  router.get(
    '/journey/:id/record/:entry/letter',
    withRecord(services, async (request, response, open) => {
      const { id, when } = entryNamed(request, open);
      const copy = await sentCopy(open, id);
      if (!copy) throw new HttpError('not-found');
      pages.send(
        response,
        'record-letter',
        {
          bodyClass: 'page-letter',
          backLink: recordAddress(open),
          address: `${recordAddress(open)}/${id}/letter`,
          sentOn: spellDay(when as Day),
          letterHtml: renderHtml(copy, 2),
        },
        open,
      );
    }),
  );

  router.get(
    '/journey/:id/record/:entry/letter.:format',
    withRecord(services, async (request, response, open) => {
      const format = formatNamed(request);
      const document = await sentCopy(open, entryNamed(request, open).id);
      if (!document) throw new HttpError('not-found');
      await sendFile(services, request, response, { document, name: 'letter', format, journey: open.id });
    }),
  );

  return router;
}
