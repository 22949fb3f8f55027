import { createHash } from 'node:crypto';
import { Router } from 'express';
import type { Day } from '../../questionnaire/calendar.ts';
import type { FormInput } from '../../questionnaire/fields/field.ts';
import { isLaterLetter } from '../../questionnaire/questions/people.ts';
import { formOf } from '../forms.ts';
import { type OpenJourney, orThrowGone } from '../journey.ts';
import { addressBefore } from '../next-address.ts';
import type { Pages } from '../page.ts';
import { goOnTo } from '../post-only.ts';
import type { PageServices } from '../services.ts';
import { wasSent } from './letter-copies.ts';
import { entryIdOf, entryIn, isFull, recordAddress, withRecord } from './record-access.ts';
import { newEntry } from './record-entry-made.ts';
import { entryFormView, type EntryFormView, readEntry, sendEntryPage, whenToday } from './record-form.ts';
import { write } from './written-letter.ts';

const ADDRESS = '/journey/:id/letter/sent';

/** The fields to ask for about a letter that was written here. */
const ASKED = ['when', 'how'];

/** "I have sent this letter": an entry of the record, with a copy of the letter as it was sent. */
export function recordSentPages(services: PageServices, pages: Pages): Router {
  const router = Router();

  router.post(
    ADDRESS,
    withRecord(services, async (request, response, open) => {
      const id = entryIdOf(request);
      const record = recordAddress(open);
      if (entryIn(open, id)) return response.redirect(303, record);
      const redirectTo = addressBefore(open);
      if (redirectTo) return response.redirect(303, redirectTo);
      const form = { ...formOf(request), ...whatWasWritten(open) };
      const { typed, result, cleaned } = readEntry('sent-letter', form, open.today);
      const page = {
        what: 'sent-letter',
        input: typed,
        entry: id,
        names: ASKED,
        action: `${open.base}/letter/sent`,
        backLink: `${open.base}/letter`,
      } as const;
      if (!result.ok)
        return sendEntryPage(services, pages, response, open, { ...page, errors: result.errors });
      const day = result.value.when as Day;
      const { document } = write(open, services, day);
      if (await wasSent(open, day, document)) return response.redirect(303, record);
      if (isFull(open)) {
        const { title, html } = pages.prose('record-full');
        return sendEntryPage(services, pages, response, open, {
          ...page,
          notice: { status: 422, title, html },
        });
      }
      const entry = newEntry(open, { id, what: 'sent-letter', fields: cleaned }, result.value);
      // The copy is stored first, so that no entry lacks one.
      const kept = orThrowGone(await open.journey.keepLetter(id, document));
      orThrowGone(await kept.addEntry(entry, ownAnswers(open)));
      response.redirect(303, record);
    }),
  );

  router.get(
    ADDRESS,
    goOnTo(({ id }) => `/journey/${id}/letter`),
  );

  return router;
}

/** The form on the letter's page, filled in with today. */
export const sentFormOf = (
  open: OpenJourney,
  { content }: PageServices,
): EntryFormView & { entry: string } => ({
  ...entryFormView(content, open, { what: 'sent-letter', input: whenToday(open.today), names: ASKED }),
  entry: nextEntryId(open),
});

/** The id of the next entry: the same while the record is the same, so that a reload makes no second one. */
const nextEntryId = ({ id, journey }: OpenJourney): string =>
  createHash('sha256')
    .update([id, ...journey.entries.map((entry) => entry.id)].join(' '))
    .digest('base64url')
    .slice(0, 16);

/** The entry's fields from the letter: which it is, what a chaser is about, and the body it goes to. */
function whatWasWritten({ answers }: OpenJourney): FormInput {
  const { letter = '', earlier, recipient, 'complain-to': complainTo } = answers;
  return {
    letter,
    about: earlier?.about ?? '',
    who: complainTo?.['body-name'] ?? recipient?.['recipient-name'] ?? '',
  };
}

/** The keys of a later letter's own answers, which the next letter of its kind starts without. */
function ownAnswers({ answers, journey }: OpenJourney): readonly string[] {
  const { letter } = answers;
  if (!isLaterLetter(letter)) return [];
  return Object.keys(journey.answers).filter((key) => key.endsWith(`:${letter}`));
}
