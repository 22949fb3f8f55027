import { type Day, spellDay } from '../../questionnaire/calendar.ts';
import { spacedNhsNumber } from '../../questionnaire/fields/nhs-number.ts';
import type { LetterCase } from '../case.ts';
import type { Composer } from '../composer.ts';
import type { Block } from '../document.ts';

const lines = (kind: 'sender' | 'recipient' | 'reference', all: readonly string[]): Block[] => {
  const given = all.filter((one) => one !== '');
  return given.length > 0 ? [{ kind, lines: given }] : [];
};

/** Everything above the first paragraph: sender, date, recipient, salutation, subject, reference. */
export function heading(facts: LetterCase, today: Day, composer: Composer): readonly Block[] {
  const { writer, patient, contact, doctor } = facts;
  const sender = writer.is === 'patient' ? patient.name : writer.name;
  const toWhom = doctor.name || (doctor.role ? composer.say(`recipient-${doctor.role}`) : '');
  const salutation = doctor.name
    ? composer.say('dear-name', { doctor: salutationName(doctor.name) })
    : composer.say(doctor.role === 'psychiatrist' ? 'dear-psychiatrist' : 'dear-doctor');
  return [
    ...lines('sender', [sender, ...contact.address, contact.telephone, contact.email]),
    { kind: 'date', text: spellDay(today) },
    ...lines('recipient', [toWhom, ...doctor.address]),
    { kind: 'salutation', text: salutation },
    { kind: 'subject', text: composer.say(writer.is === 'patient' ? 'subject' : 'subject-for-another') },
    ...lines('reference', referenceLines(facts, composer)),
  ];
}

/** The name that follows "Dear": without what stands after a comma, as in "Dr A Patel, MRCPsych". */
function salutationName(name: string): string {
  const [beforeComma = name] = name.split(/\s*,/);
  return beforeComma.includes(' ') ? beforeComma : name;
}

/** What the surgery finds the record by: name, date of birth, NHS number; nothing where only the name is known. */
export function referenceLines({ writer, patient }: LetterCase, composer: Composer): readonly string[] {
  const { name, born, nhsNumber, address } = patient;
  if (writer.is === 'patient' && !born && !nhsNumber) return [];
  const numbers = [
    born ? composer.say('reference-born', { it: spellDay(born) }) : '',
    nhsNumber ? composer.say('reference-nhs-number', { it: spacedNhsNumber(nhsNumber) }) : '',
  ];
  return [
    composer.say('reference-name', { it: name }),
    numbers.filter((one) => one !== '').join(', '),
    address.length > 0 ? composer.say('reference-address', { it: address.join(', ') }) : '',
  ].filter((one) => one !== '');
}
