import { type Day, spellDay } from '../../questionnaire/calendar.ts';
import { spacedNhsNumber } from '../../questionnaire/fields/nhs-number.ts';
import type { Composer } from '../composer.ts';
import type { Block } from '../document.ts';
import { relationOf } from '../english/relation.ts';
import { itemsOf, onOneLine, withoutStop } from '../english/typed.ts';
import type { People } from '../people.ts';
import { greetingText, type Recipient } from './recipient.ts';

const lines = (kind: 'sender' | 'recipient' | 'reference', all: readonly string[]): readonly Block[] => {
  const given = all.filter((one) => one !== '');
  return given.length > 0 ? [{ kind, lines: given }] : [];
};

/** Everything above the first paragraph: sender, date, recipient, salutation, subject, reference. */
export function heading(
  people: People,
  recipient: Recipient,
  today: Day,
  composer: Composer,
): readonly Block[] {
  const { writer, patient, contact } = people;
  const sender = writer.is === 'patient' ? [patient.name] : [writer.name, writer.organisation];
  const toWhom = recipient.name || (recipient.role ? composer.say(`recipient-${recipient.role}`) : '');
  return [
    { kind: 'marking', text: composer.say('marking') },
    ...lines('sender', [...sender, ...contact.address, contact.telephone, contact.email]),
    { kind: 'date', text: spellDay(today) },
    ...lines('recipient', [toWhom, ...recipient.address]),
    { kind: 'salutation', text: greetingText(recipient.greeting, composer) },
    { kind: 'subject', text: composer.say(writer.is === 'patient' ? 'subject' : 'subject-for-another') },
    ...lines('reference', referenceLines(people, composer)),
  ];
}

/** What the surgery finds the record by, and what everybody who reads the letter has to heed. */
function referenceLines(people: People, composer: Composer): readonly string[] {
  const { writer } = people;
  const isTold = writer.is === 'patient' || relationOf(writer.relationship).is !== 'as-typed';
  const after = [
    isTold
      ? ''
      : composer.say('reference-writer', { writer: writer.name, it: withoutStop(writer.relationship) }),
    needsLine(people, composer),
  ].filter((one) => one !== '');
  const identity = identityLines(people, composer);
  // The name alone stands above already.
  return identity.length > 1 || after.length > 0 ? [...identity, ...after] : [];
}

/** Communication needs as typed, which the short version has too. */
export const needsLine = ({ communicationNeeds }: People, composer: Composer): string =>
  communicationNeeds &&
  composer.say('reference-communication-needs', { it: onOneLine(itemsOf(communicationNeeds)) });

/** Name, date of birth, NHS number and, of another, the address. */
export function identityLines({ patient }: People, composer: Composer): readonly string[] {
  const { name, born, nhsNumber, address } = patient;
  return [
    composer.say('reference-name', { it: name }),
    born ? composer.say('reference-born', { it: spellDay(born) }) : '',
    nhsNumber ? composer.say('reference-nhs-number', { it: spacedNhsNumber(nhsNumber) }) : '',
    address.length > 0 ? composer.say('reference-address', { it: address.join(', ') }) : '',
  ].filter((one) => one !== '');
}

/** Whom the letter is about, in one line: for its later pages. */
export const aboutLine = ({ patient: { name, born } }: People, composer: Composer): string =>
  born ? `${name}, ${composer.say('about-born', { it: spellDay(born) })}` : name;

/** The same with the NHS number, for the short version. */
export function aboutLineWithNumber(people: People, composer: Composer): string {
  const { nhsNumber } = people.patient;
  const about = aboutLine(people, composer);
  return nhsNumber
    ? `${about}, ${composer.say('about-nhs-number', { it: spacedNhsNumber(nhsNumber) })}`
    : about;
}
