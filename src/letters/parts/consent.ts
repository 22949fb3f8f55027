import { type Day, spellDay } from '../../questionnaire/calendar.ts';
import type { Composer } from '../composer.ts';
import type { Block } from '../document.ts';
import { withoutStop } from '../english/typed.ts';
import type { People } from '../people.ts';
import { numberLines } from './heading.ts';

/**
 * The consent page, only if the patient agreed and another person writes (fact N.10). It gives the letter's
 * date, because a surgery may file it separately.
 * @param boxes the names of the texts of what can be agreed to
 */
export function consent(
  people: People,
  boxes: readonly string[],
  today: Day,
  composer: Composer,
): readonly Block[] {
  const { writer, patient, contact } = people;
  if (writer.is === 'patient' || writer.right !== 'agreement') return [];
  const places = { patient: patient.name, writer: writer.name, date: spellDay(today) };
  const paragraph = (name: string): Block => ({
    kind: 'paragraph',
    sentences: [{ text: composer.say(name, places) }],
  });
  const line = (name: string, it: string) => (it === '' ? '' : composer.say(name, { ...places, it }));
  const patientLines = [
    line('consent-name', patient.name),
    ...numberLines(patient, composer),
    line('consent-own-address', patient.address.join(', ')),
  ].filter((one) => one !== '');
  const writerLines = [
    line('consent-writer', writer.name),
    line('consent-relation', withoutStop(writer.relationship)),
    line('consent-organisation', writer.organisation),
    line('consent-address', contact.address.join(', ')),
    line('consent-telephone', contact.telephone),
    line('consent-email', contact.email),
  ].filter((one) => one !== '');
  return [
    { kind: 'new-page' },
    { kind: 'heading', text: composer.say('consent') },
    { kind: 'reference', lines: patientLines },
    { kind: 'reference', lines: writerLines },
    paragraph('consent-agrees'),
    ...boxes.map((name): Block => ({ kind: 'tick-box', text: composer.phrase(name, places) })),
    { kind: 'write-in', label: composer.say('consent-until') },
    paragraph('consent-withdrawn'),
    { kind: 'write-in', label: composer.say('consent-signature', places) },
    { kind: 'write-in', label: composer.say('consent-date') },
  ];
}

/** The boxes of a letter that asks for a review. */
export const REVIEW_CONSENT = ['consent-to-ask', 'consent-to-reply', 'consent-to-record'] as const;
/** The boxes of a letter that asks for a second opinion, which involves another doctor. */
export const SECOND_OPINION_CONSENT = [...REVIEW_CONSENT, 'consent-to-share'] as const;
/** The boxes of a complaint: to complain for somebody, and to get the answer. */
export const COMPLAINT_CONSENT = ['consent-to-complain', 'consent-to-answer', 'consent-to-record'] as const;
