import { isDeepStrictEqual } from 'node:util';
import type { LetterDocument } from '../../letters/document.ts';
import { letterDocumentSchema } from '../../letters/document-schema.ts';
import { byDay, type Day, spellDay } from '../../questionnaire/calendar.ts';
import { isLaterLetter } from '../../questionnaire/questions/people.ts';
import type { OpenJourney } from '../journey.ts';
import type { PageServices } from '../services.ts';
import { recordAddress } from './record-access.ts';
import { write } from './written-letter.ts';

/** The letter as it was sent with an entry; undefined if it was sent without us. */
export async function sentCopy({ journey }: OpenJourney, id: string): Promise<LetterDocument | undefined> {
  if (!journey.sentLetters.includes(id)) return undefined;
  const kept = await journey.letter(id);
  return kept === undefined ? undefined : letterDocumentSchema.parse(kept);
}

/** Whether the same letter was already sent on the same day. */
export async function wasSent(open: OpenJourney, day: Day, document: LetterDocument): Promise<boolean> {
  const thatDay = open.journey.entries.filter(({ what, when }) => what === 'sent-letter' && when === day);
  const copies = await Promise.all(thatDay.map(({ id }) => sentCopy(open, id)));
  return copies.some((copy) => isDeepStrictEqual(copy, document));
}

/** When this letter was last sent, and whether it has changed since; undefined if it was not sent. */
export async function sentBefore(
  open: OpenJourney,
  services: PageServices,
): Promise<{ readonly on: string; readonly hasChanged: boolean; readonly address: string } | undefined> {
  const { answers, journey } = open;
  // A later letter starts again once it is sent, so the one being written now is another.
  if (isLaterLetter(answers.letter)) return undefined;
  const last = journey.entries
    .filter(({ id, fields }) => journey.sentLetters.includes(id) && fields.letter === answers.letter)
    .toSorted((a, b) => byDay(a.when ?? '', b.when ?? ''))
    .at(-1);
  const copy = last && (await sentCopy(open, last.id));
  if (!last || !copy) return undefined;
  const day = last.when as Day;
  return {
    on: spellDay(day),
    // Written with the day that it was sent, as a different date is not a change.
    hasChanged: !isDeepStrictEqual(copy, write(open, services, day).document),
    address: `${recordAddress(open)}/${last.id}/letter`,
  };
}
