import { type Request, type Response, Router } from 'express';
import { ENTRY_KINDS, type EntryKind, isEntryKind } from '../../record/entry-forms.ts';
import { newId } from '../../store/secrets.ts';
import { formOf } from '../forms.ts';
import { HttpError } from '../http-error.ts';
import { type OpenJourney, orThrowGone } from '../journey.ts';
import type { Pages } from '../page.ts';
import type { PageServices } from '../services.ts';
import { entryIdOf, entryIn, isFull, recordAddress, withRecord } from './record-access.ts';
import { readEntry, sendEntryPage, whenToday } from './record-form.ts';
import { newEntry } from './record-entry-made.ts';

const ADDRESS = '/journey/:id/record/add';

/** "What has happened?": the list of entries to add to the record, and a page for each. */
export function recordAddPages(services: PageServices, pages: Pages): Router {
  const router = Router();

  const sendFull = (response: Response, open: OpenJourney) =>
    pages.send(response, 'page', { ...pages.prose('record-full'), backLink: recordAddress(open) }, open);

  const whatNamed = (request: Request): EntryKind => {
    const what = String(request.params.what);
    if (!isEntryKind(what)) throw new HttpError('not-found');
    return what;
  };

  const pageOf = (open: OpenJourney, what: EntryKind) => ({
    what,
    action: `${recordAddress(open)}/add/${what}`,
    backLink: `${recordAddress(open)}/add`,
  });

  router.get(
    ADDRESS,
    withRecord(services, (_request, response, open) => {
      if (isFull(open)) return sendFull(response, open);
      const words = services.content.entries[open.reader];
      const possible = ENTRY_KINDS.filter((what) => isPossible(what, open));
      pages.send(
        response,
        'record-add',
        {
          backLink: recordAddress(open),
          items: possible.map((what) => ({
            href: `${recordAddress(open)}/add/${what}`,
            text: words[what].name,
          })),
        },
        open,
      );
    }),
  );

  router.get(
    `${ADDRESS}/:what`,
    withRecord(services, (request, response, open) => {
      const what = whatNamed(request);
      if (isFull(open)) return sendFull(response, open);
      const input = whenToday(open.today);
      sendEntryPage(services, pages, response, open, { ...pageOf(open, what), input, entry: newId() });
    }),
  );

  router.post(
    `${ADDRESS}/:what`,
    withRecord(services, async (request, response, open) => {
      const what = whatNamed(request);
      const id = entryIdOf(request);
      if (entryIn(open, id)) return response.redirect(303, `${open.base}/plan`);
      const { typed, result, cleaned } = readEntry(what, formOf(request), open.today);
      const page = { ...pageOf(open, what), input: typed, entry: id };
      if (!result.ok)
        return sendEntryPage(services, pages, response, open, { ...page, errors: result.errors });
      if (isFull(open)) {
        const { title, html } = pages.prose('record-full');
        return sendEntryPage(services, pages, response, open, {
          ...page,
          notice: { status: 422, title, html },
        });
      }
      orThrowGone(await open.journey.addEntry(newEntry(open, { id, what, fields: cleaned }, result.value)));
      response.redirect(303, `${open.base}/plan`);
    }),
  );

  return router;
}

const OF_A_COMPLAINT: readonly EntryKind[] = ['acknowledged', 'complaint-answer'];

/** Whether it can have happened yet: only a complaint that was made can be answered. */
function isPossible(what: EntryKind, { answers, journey }: OpenJourney): boolean {
  if (!OF_A_COMPLAINT.includes(what)) return true;
  const wasSent = journey.entries.some(
    (entry) => OF_A_COMPLAINT.some((one) => one === entry.what) || entry.fields.letter === 'complaint',
  );
  return wasSent || answers['so-far']?.includes('complained') === true;
}
