import { type Day, spellDay } from '../../questionnaire/calendar.ts';
import { spacedNhsNumber } from '../../questionnaire/fields/nhs-number.ts';
import type { Composer } from '../composer.ts';
import type { Block } from '../document.ts';
import { itemsOf, joinedBySemicolons, withStop } from '../english/typed.ts';
import type { People } from '../people.ts';
import { relationLine } from './introduction.ts';
import { greetingText, type Recipient } from './recipient.ts';

const lines = (kind: 'sender' | 'recipient' | 'reference', all: readonly string[]): readonly Block[] => {
  const given = all.filter((one) => one !== '');
  return given.length > 0 ? [{ kind, lines: given }] : [];
};

/** Everything above the first paragraph: sender, date, recipient, salutation, subject, reference. */
export function heading(
  people: People,
  recipient: Recipient,
  subject: string,
  today: Day,
  composer: Composer,
): readonly Block[] {
  const { writer, patient, contact } = people;
  const sender = writer.is === 'patient' ? [patient.name] : [writer.name, writer.organisation];
  const office = recipient.office ? composer.say(`recipient-${recipient.office}`) : '';
  const toWhom = recipient.name || (recipient.role ? composer.say(`recipient-${recipient.role}`) : '');
  return [
    { kind: 'marking', text: composer.say('marking') },
    ...lines('sender', [...sender, ...contact.address, contact.telephone, contact.email]),
    { kind: 'date', text: spellDay(today) },
    ...lines('recipient', [office, toWhom, ...recipient.address]),
    { kind: 'salutation', text: greetingText(recipient.greeting, composer) },
    { kind: 'subject', text: subject },
    ...lines('reference', referenceLines(people, composer)),
    ...lines('reference', writerLines(people, composer)),
  ];
}

/** What identifies the patient's record, and the communication needs that every reader should see. */
function referenceLines(people: People, composer: Composer): readonly string[] {
  const needs = needsLine(people, composer);
  const identity = identityLines(people, composer);
  // The sender lines already have the name.
  return identity.length > 1 || needs !== '' ? [...identity, needs] : [];
}

/** Who writes, if their relation fits no sentence: kept apart from the patient's details. */
function writerLines(people: People, composer: Composer): readonly string[] {
  const relation = relationLine(people, composer);
  const { writer } = people;
  if (writer.is === 'patient' || relation === '') return [];
  return [composer.say('reference-writer', { writer: writer.name }), relation];
}

/** The communication needs as typed, without saying whose they are. */
export const needsLine = ({ communicationNeeds }: People, composer: Composer): string =>
  communicationNeeds &&
  composer.say('reference-communication-needs', { it: joinedBySemicolons(itemsOf(communicationNeeds)) });

/** The patient's name, date of birth, NHS number and address, never to be mistaken for the writer's. */
function identityLines({ writer, patient }: People, composer: Composer): readonly string[] {
  const { name, address } = patient;
  return [
    composer.say(writer.is === 'patient' ? 'reference-name' : 'reference-name-of-another', { it: name }),
    ...numberLines(patient, composer),
    address.length > 0 ? composer.say('reference-address', { it: address.join(', ') }) : '',
  ].filter((one) => one !== '');
}

/** Date of birth and NHS number, each if known. */
export const numberLines = (
  { born, nhsNumber }: People['patient'],
  composer: Composer,
): readonly string[] => [
  ...(born ? [composer.say('reference-born', { it: spellDay(born) })] : []),
  ...(nhsNumber ? [composer.say('reference-nhs-number', { it: spacedNhsNumber(nhsNumber) })] : []),
];

/** Whom the letter is about, in one line for its later pages. */
export const aboutLine = ({ patient: { name, born } }: People, composer: Composer): string =>
  born ? `${name}, ${composer.say('about-born', { it: spellDay(born) })}` : name;

/** The same for the short version, with the NHS number or else the address to find the record by. */
export function shortAbout(people: People, composer: Composer): string {
  const { nhsNumber, address } = people.patient;
  const more = nhsNumber
    ? composer.say('about-nhs-number', { it: spacedNhsNumber(nhsNumber) })
    : address.join(', ');
  return withStop([aboutLine(people, composer), more].filter((one) => one !== '').join(', '));
}
