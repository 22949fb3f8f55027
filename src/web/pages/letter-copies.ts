import { isDeepStrictEqual } from 'node:util';
import type { LetterDocument } from '../../letters/document.ts';
import { letterDocumentSchema } from '../../letters/document-schema.ts';
import { type Day, spellDay } from '../../questionnaire/calendar.ts';
import { isLaterLetter } from '../../questionnaire/questions/people.ts';
import type { OpenJourney } from '../journey.ts';
import type { PageServices } from '../services.ts';
import { recordAddress } from './record-access.ts';
import { write } from './written-letter.ts';

/** The letter as it was sent with an entry; nothing where it was sent without us. */
export async function copyOf({ journey }: OpenJourney, id: string): Promise<LetterDocument | undefined> {
  if (!journey.sentLetters.includes(id)) return undefined;
  const kept = await journey.letter(id);
  return kept === undefined ? undefined : letterDocumentSchema.parse(kept);
}

/** Whether the same words were sent on the same day already. */
export async function wasSent(open: OpenJourney, day: Day, document: LetterDocument): Promise<boolean> {
  const thatDay = open.journey.entries.filter(({ what, when }) => what === 'sent-letter' && when === day);
  const copies = await Promise.all(thatDay.map(({ id }) => copyOf(open, id)));
  return copies.some((copy) => isDeepStrictEqual(copy, document));
}

/** When this letter was sent last, and whether it has changed since; nothing where it was not sent. */
export async function sentBefore(
  open: OpenJourney,
  services: PageServices,
): Promise<{ readonly on: string; readonly hasChanged: boolean; readonly address: string } | undefined> {
  const { answers, journey } = open;
  // A later letter starts anew once it was sent: what is written now is another one.
  if (isLaterLetter(answers.letter)) return undefined;
  const last = journey.entries
    .filter(({ id, fields }) => journey.sentLetters.includes(id) && fields.letter === answers.letter)
    .toSorted((a, b) => ((a.when ?? '') < (b.when ?? '') ? -1 : 1))
    .at(-1);
  const copy = last && (await copyOf(open, last.id));
  if (!last || !copy) return undefined;
  const day = last.when as Day;
  return {
    on: spellDay(day),
    // As of the day that it was sent, as the date alone is no change.
    hasChanged: !isDeepStrictEqual(copy, write(open, services, day).document),
    address: `${recordAddress(open)}/${last.id}/letter`,
  };
}
