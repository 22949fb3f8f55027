import { type Day, spellDay } from '../../questionnaire/calendar.ts';
import type { LetterCase } from '../case.ts';
import type { Composer } from '../composer.ts';
import type { Block } from '../document.ts';
import { referenceLines } from './heading.ts';

/**
 * The consent slip, a page of its own: only where the person agreed and somebody else writes (fact N.10).
 * It names the letter by its date, because a surgery may file it apart.
 */
export function consent(facts: LetterCase, today: Day, composer: Composer): readonly Block[] {
  const { writer, patient } = facts;
  if (writer.is === 'patient' || writer.right !== 'agreement') return [];
  const places = { patient: patient.name, writer: writer.name, date: spellDay(today) };
  const paragraph = (name: string): Block => ({
    kind: 'paragraph',
    sentences: [{ text: composer.say(name, places) }],
  });
  const box = (name: string): Block => ({ kind: 'tick-box', text: composer.phrase(name, places) });
  return [
    { kind: 'new-page' },
    { kind: 'heading', text: composer.say('consent') },
    { kind: 'reference', lines: referenceLines(facts, composer) },
    paragraph('consent-agrees'),
    box('consent-to-ask'),
    box('consent-to-reply'),
    box('consent-to-record'),
    { kind: 'write-in', label: composer.say('consent-until') },
    paragraph('consent-withdrawn'),
    { kind: 'write-in', label: composer.say('consent-signature', places) },
    { kind: 'write-in', label: composer.say('consent-date') },
  ];
}
