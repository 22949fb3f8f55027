import type { Day } from '../questionnaire/calendar.ts';
import type { Answers } from '../questionnaire/all-questions.ts';
import type { LetterId } from '../questionnaire/questions/people.ts';
import type { ReadySentence } from '../questionnaire/questions/ready-sentences.ts';
import { standingFrom } from '../questionnaire/standing.ts';
import { shortNameOf, type Voice } from './english/grammar.ts';
import { known, listItems, nameAsTyped, told, withoutStop } from './english/typed.ts';

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

/** Everything that a letter may tell, with '' or [] for what was not given; typed text is tidied at its ends. */
export interface LetterCase {
  readonly letter: LetterId;
  readonly voice: Voice;
  readonly writer: Writer;
  readonly patient: {
    readonly name: string;
    /** What the letter may call them after the first time; '' where it uses the full name, and where they write. */
    readonly knownAs: string;
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
  readonly diagnosis: string;
  readonly unwellFor: string;
  readonly admissions: string;
  /** The medicines taken now, each with its dose. */
  readonly currentMedicine: readonly string[];
  readonly timeOnMedicine: string;
  readonly medicinesTried: string;
  readonly treatmentsTried: readonly string[];
  readonly background: string;
  readonly problemAreas: readonly string[];
  readonly problems: readonly string[];
  readonly sideEffects: readonly string[];
  readonly changes: readonly string[];
  readonly changeDetails: string;
  readonly triedToResolve: string;
  readonly wasTold: readonly string[];
  readonly notImproving: boolean;
  readonly reasonsToDisagree: readonly string[];
  readonly hopedFor: string;
  readonly staying: boolean;
  /** Whether the letter and the record may be shared with the second doctor. */
  readonly shareRecord: boolean;
  /** The sentences that the person chose, in the order of their page. */
  readonly readySentences: readonly ReadySentence[];
  readonly ownWords: string;
  readonly replyBy: readonly string[];
  readonly communicationNeeds: string;
}

/**
 * The case that complete answers make.
 * @returns nothing without the right to act (facts N.10, N.11), or before the letter's questions are done
 */
export function letterCaseFrom(answers: Partial<Answers>): LetterCase | undefined {
  const { letter, patient, contact, doctor, health, medicine } = answers;
  const writer = writerFrom(answers);
  if (!letter || !patient || !contact || !doctor || !writer) return undefined;
  return {
    letter,
    writer,
    voice: voiceFrom(answers, writer),
    patient: {
      name: nameAsTyped(patient['patient-name']),
      knownAs: nameAsTyped(patient['known-as'] ?? ''),
      born: patient['date-of-birth'],
      nhsNumber: patient['nhs-number'],
      address: patient['patient-address'] ?? [],
    },
    contact: {
      address: contact.address,
      telephone: contact.telephone,
      email: contact.email,
      noMessages: contact['no-messages'].length > 0,
    },
    doctor: {
      role: doctor['doctor-role'],
      name: nameAsTyped(told(doctor['doctor-name'])),
      address: doctor['doctor-address'],
    },
    diagnosis: told(health?.['diagnosis-given'] ?? ''),
    unwellFor: told(health?.['unwell-for'] ?? ''),
    admissions: known(health?.['hospital-admissions'] ?? ''),
    currentMedicine: (medicine?.['current-medicine'] ?? []).map(known).filter((one) => one !== ''),
    timeOnMedicine: told(medicine?.['time-on-medicine'] ?? ''),
    medicinesTried: known(medicine?.['medicines-tried'] ?? ''),
    treatmentsTried: listItems(medicine?.['treatments-tried'] ?? []),
    background: told(answers.background ?? ''),
    problemAreas: answers.problems?.['problem-areas'] ?? [],
    problems: listItems(answers.problems?.problems ?? []),
    sideEffects: listItems(answers['side-effects'] ?? []),
    changes: (answers['change-wanted']?.['change-wanted'] ?? []).filter(
      (change) => change !== 'something-else',
    ),
    changeDetails: told(answers['change-wanted']?.['change-wanted-details'] ?? ''),
    triedToResolve: told(answers['tried-to-resolve'] ?? ''),
    wasTold: (answers['doctor-said']?.['doctor-said'] ?? []).filter((said) => said !== 'none-of-these'),
    notImproving: (answers['doctor-said']?.['not-improving'] ?? []).length > 0,
    reasonsToDisagree: listItems(answers['reasons-to-disagree']?.['reasons-to-disagree'] ?? []),
    hopedFor: told(answers['hoped-for']?.['hoped-for'] ?? ''),
    staying: (answers['hoped-for']?.staying ?? []).length > 0,
    shareRecord: (answers['hoped-for']?.['share-record'] ?? []).length > 0,
    readySentences: answers['ready-sentences']?.['ready-sentences'] ?? [],
    ownWords: told(answers['own-words'] ?? ''),
    replyBy: answers['reply-by']?.['reply-by'] ?? [],
    communicationNeeds: told(answers['reply-by']?.['communication-needs'] ?? ''),
  };
}

function writerFrom(answers: Partial<Answers>): Writer | undefined {
  const { 'who-for': whoFor, writer } = answers;
  if (!whoFor) return undefined;
  const standing = standingFrom({ ...answers, 'who-for': whoFor });
  if (standing.right === 'none') return undefined;
  if (standing.right === 'own' || (standing.right === 'agreement' && standing.writer === 'patient'))
    return { is: 'patient' };
  if (!writer) return undefined;
  return {
    is: 'representative',
    name: nameAsTyped(writer['writer-name']),
    relationship: withoutStop(writer.relationship),
    organisation: withoutStop(writer.organisation),
    right: standing.right === 'agreement' ? 'agreement' : standing.authority,
  };
}

function voiceFrom(answers: Partial<Answers>, writer: Writer): Voice {
  const fullName = nameAsTyped(answers.patient?.['patient-name'] ?? '');
  if (writer.is === 'patient') return { person: 'first' };
  return { person: 'third', fullName, shortName: shortNameOf(fullName), pronoun: answers.pronouns ?? 'they' };
}
