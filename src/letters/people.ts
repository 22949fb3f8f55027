import type { Day } from '../questionnaire/calendar.ts';
import type { Answers } from '../questionnaire/all-questions.ts';
import { patientSigns, standingFrom } from '../questionnaire/standing.ts';
import type { Voice } from './english/grammar.ts';
import { addresseeOf } from './english/greeting.ts';
import { envelopeLine, nameAsTyped, withoutStop } from './english/typed.ts';

/** Who writes a letter, and by what right. */
export type Writer =
  | { readonly is: 'patient' }
  | {
      readonly is: 'representative';
      readonly name: string;
      readonly relationship: string;
      readonly organisation: string;
      readonly right: 'agreement' | 'attorney' | 'deputy' | 'imca' | 'imha';
    };

/** What every letter knows: whom it is about, who writes and how to reach them; '' or [] if not given. */
export interface People {
  readonly voice: Voice;
  readonly writer: Writer;
  readonly patient: {
    readonly name: string;
    readonly born: Day | undefined;
    readonly nhsNumber: string;
    readonly address: readonly string[];
  };
  readonly contact: {
    readonly address: readonly string[];
    readonly telephone: string;
    readonly email: string;
    /** Whether messages must not be left. */
    readonly noMessages: boolean;
  };
  readonly doctor: {
    readonly role: 'gp' | 'psychiatrist' | 'other-doctor' | undefined;
    readonly name: string;
    readonly address: readonly string[];
  };
  readonly replyBy: readonly ('letter' | 'telephone' | 'text' | 'email')[];
  readonly communicationNeeds: string;
}

/**
 * Reads the people of a letter.
 * @returns undefined without the right to act (facts N.10, N.11), or before the letter's questions are
 * answered
 */
export function readPeople(answers: Partial<Answers>): People | undefined {
  const { patient, contact, doctor, 'reply-by': reply } = answers;
  const writer = readWriter(answers);
  if (!patient || !contact || !reply || !writer) return undefined;
  const name = nameAsTyped(patient['patient-name']);
  return {
    writer,
    voice: readVoice(answers),
    patient: {
      name,
      born: patient['date-of-birth'],
      nhsNumber: patient['nhs-number'],
      address: envelope(patient['patient-address'] ?? []),
    },
    contact: {
      address: envelope(contact.address),
      telephone: contact.telephone,
      email: contact.email,
      noMessages: contact['no-messages'].length > 0,
    },
    doctor: {
      role: doctor?.['doctor-role'],
      name: addresseeOf(doctor?.['doctor-name'] ?? ''),
      address: envelope(doctor?.['doctor-address'] ?? []),
    },
    replyBy: reply['reply-by'],
    communicationNeeds: reply['communication-needs'],
  };
}

const envelope = (lines: readonly string[]): readonly string[] =>
  lines.map(envelopeLine).filter((line) => line !== '');

/** How the letter will refer to the patient. Works with partial answers, as a page shows sentences early. */
export function readVoice(answers: Partial<Answers>): Voice {
  const { 'who-for': whoFor, patient, pronouns } = answers;
  if (!whoFor || patientSigns(standingFrom({ ...answers, 'who-for': whoFor }))) return { person: 'first' };
  const fullName = nameAsTyped(patient?.['patient-name'] ?? '');
  const knownAs = nameAsTyped(patient?.['known-as'] ?? '') || fullName;
  return { person: 'third', fullName, knownAs, pronoun: pronouns ?? 'they' };
}

function readWriter(answers: Partial<Answers>): Writer | undefined {
  const { 'who-for': whoFor, writer } = answers;
  if (!whoFor) return undefined;
  const standing = standingFrom({ ...answers, 'who-for': whoFor });
  if (standing.right === 'none') return undefined;
  if (patientSigns(standing)) return { is: 'patient' };
  if (!writer) return undefined;
  return {
    is: 'representative',
    name: nameAsTyped(writer['writer-name']),
    relationship: writer.relationship,
    organisation: withoutStop(envelopeLine(writer.organisation)),
    right: standing.right === 'agreement' ? 'agreement' : standing.authority,
  };
}

/** Whose letter it is, which decides its wording: the patient's, by agreement, or by legal authority. */
export const standpointOf = ({ writer }: People): 'patient' | 'agreement' | 'authority' =>
  writer.is === 'patient' ? 'patient' : writer.right === 'agreement' ? 'agreement' : 'authority';

/** Whether the writer is an instructed advocate, who makes no decisions and shares no records. */
export const isInstructed = ({ writer }: People): boolean =>
  writer.is === 'representative' && (writer.right === 'imca' || writer.right === 'imha');
