import { type Request, Router } from 'express';
import { type EntryKind, isEntryKind } from '../../record/entry-forms.ts';
import type { Entry, Journey } from '../../store/journey.ts';
import { newId } from '../../store/secrets.ts';
import { formOf } from '../forms.ts';
import { HttpError } from '../http-error.ts';
import { inJourney, type OpenJourney, orThrowGone } from '../journey.ts';
import type { Pages } from '../page.ts';
import type { PageServices } from '../services.ts';
import { entryIn, entryNamed, recordAddress, withRecord } from './record-access.ts';
import { readEntry, sendEntryPage } from './record-form.ts';
import { recordView } from './record-view.ts';

const ADDRESS = '/journey/:id/record/:entry';

/** The pages that change an entry of the record, or delete one or all entries. */
export function recordEntryPages(services: PageServices, pages: Pages): Router {
  const router = Router();

  router.get(
    '/journey/:id/record/delete',
    inJourney(services, (_request, response, open) => {
      const page = pages.prose('record-delete-all');
      const backLink = `${open.base}/plan`;
      pages.send(
        response,
        'record-delete',
        { ...page, backLink, action: `${recordAddress(open)}/delete` },
        open,
      );
    }),
  );

  // Also without the right to act, as everybody may delete what was stored.
  router.post(
    '/journey/:id/record/delete',
    inJourney(services, async (_request, response, open) => {
      await noteDeleted(orThrowGone(await open.journey.deleteEntries()), open.journey.entries);
      response.redirect(303, `${open.base}/plan`);
    }),
  );

  router.get(
    ADDRESS,
    withRecord(services, (request, response, open) => {
      const { id, what, fields } = entryNamed(request, open);
      sendEntryPage(services, pages, response, open, { ...pageOf(open, id), what, input: fields });
    }),
  );

  router.post(
    ADDRESS,
    withRecord(services, async (request, response, open) => {
      const entry = entryIn(open, String(request.params.entry));
      const what = entry?.what ?? deletedKind(request, open);
      if (!what) throw new HttpError('not-found');
      const { typed, result, cleaned } = readEntry(what, formOf(request), open.today);
      const page = { what, input: typed, backLink: recordAddress(open) };
      if (!entry) {
        const { title, html } = pages.prose('record-gone');
        const action = `${recordAddress(open)}/add/${what}`;
        const notice = { status: 410, title, html };
        return sendEntryPage(services, pages, response, open, { ...page, action, entry: newId(), notice });
      }
      if (!result.ok)
        return sendEntryPage(services, pages, response, open, {
          ...page,
          ...pageOf(open, entry.id),
          errors: result.errors,
        });
      const { id, addedAt } = entry;
      const changed = { id, what, addedAt, when: result.value.when, fields: cleaned };
      orThrowGone(await open.journey.changeEntry(changed));
      response.redirect(303, `${open.base}/plan`);
    }),
  );

  router.get(
    `${ADDRESS}/delete`,
    withRecord(services, (request, response, open) => {
      const { id } = entryNamed(request, open);
      const page = pages.prose('record-delete');
      const action = `${recordAddress(open)}/${id}/delete`;
      const entry = recordView(open, services.content).entries.find((each) => each.id === id);
      pages.send(response, 'record-delete', { ...page, backLink: recordAddress(open), action, entry }, open);
    }),
  );

  router.post(
    `${ADDRESS}/delete`,
    withRecord(services, async (request, response, open) => {
      const id = String(request.params.entry);
      const entry = entryIn(open, id);
      if (!entry && !deletedKind(request, open)) throw new HttpError('not-found');
      if (entry) await noteDeleted(orThrowGone(await open.journey.deleteEntry(id)), [entry]);
      response.redirect(303, recordAddress(open));
    }),
  );

  return router;
}

const pageOf = (open: OpenJourney, id: string) => ({
  action: `${recordAddress(open)}/${id}`,
  backLink: recordAddress(open),
  deleteAddress: `${recordAddress(open)}/${id}/delete`,
});

/** The name of the journey's list of deleted entries with their kinds, as a tab may still show their form. */
const DELETED = 'deleted-entries';
const MOST_NOTED = 100;

/** Called after the entries are deleted, when even a full store has room for it. */
async function noteDeleted(journey: Journey, entries: readonly Entry[]): Promise<void> {
  const noted = entries.map(({ id, what }) => `${id} ${what}`);
  orThrowGone(
    await journey.choose(DELETED, [...(journey.choices[DELETED] ?? []), ...noted].slice(-MOST_NOTED)),
  );
}

/** The kind of the entry that the address names, if it was deleted meanwhile. */
function deletedKind(request: Request, { journey }: OpenJourney): EntryKind | undefined {
  const noted = (journey.choices[DELETED] ?? []).map((one) => one.split(' '));
  const what = noted.find(([id]) => id === request.params.entry)?.[1];
  return what !== undefined && isEntryKind(what) ? what : undefined;
}
