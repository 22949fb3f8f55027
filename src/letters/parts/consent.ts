import type { LetterCase } from '../case.ts';
import type { Composer } from '../composer.ts';
import type { Block } from '../document.ts';
import { referenceLines } from './heading.ts';

/** The consent slip, a page of its own: only where the person agreed and somebody else writes (fact N.10). */
export function consent(facts: LetterCase, composer: Composer): readonly Block[] {
  const { writer, patient } = facts;
  if (writer.is === 'patient' || writer.right !== 'agreement') return [];
  const names = { patient: patient.name, writer: writer.name };
  const paragraph = (name: string): Block => ({ kind: 'paragraph', text: composer.say(name, names) });
  return [
    { kind: 'new-page' },
    { kind: 'heading', text: composer.say('consent') },
    { kind: 'reference', lines: referenceLines(facts, composer) },
    paragraph('consent-agrees'),
    { kind: 'tick-box', text: composer.say('consent-to-ask', names) },
    { kind: 'tick-box', text: composer.say('consent-to-reply', names) },
    { kind: 'tick-box', text: composer.say('consent-to-record', names) },
    { kind: 'write-in', label: composer.say('consent-until', names) },
    paragraph('consent-withdrawn'),
    { kind: 'write-in', label: composer.say('consent-signature', names) },
    { kind: 'write-in', label: composer.say('consent-date') },
  ];
}
