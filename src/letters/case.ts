import type { Day } from '../questionnaire/calendar.ts';
import type { Answers } from '../questionnaire/all-questions.ts';
import type { LetterId } from '../questionnaire/questions/people.ts';
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
      readonly right: 'agreement' | 'attorney' | 'deputy' | 'imca';
    };

/** Everything that a letter may tell, with '' or [] for what was not given; typed text is tidied at its ends. */
export interface LetterCase {
  readonly letter: LetterId;
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
  };
  readonly doctor: {
    readonly role: 'gp' | 'psychiatrist' | 'other-doctor' | undefined;
    readonly name: string;
    readonly address: readonly string[];
  };
  readonly unwellFor: string;
  readonly admissions: string;
  readonly medicinesTried: string;
  readonly background: string;
  readonly currentMedicine: string;
  readonly problemAreas: readonly string[];
  readonly problems: readonly string[];
  readonly sideEffects: readonly string[];
  readonly changes: readonly string[];
  readonly changeDetails: string;
  readonly triedToResolve: string;
  readonly wasTold: readonly string[];
  readonly timeOnMedicine: string;
  readonly notImproving: boolean;
  readonly diagnosis: string;
  readonly reasonsToDisagree: readonly string[];
  readonly hopedFor: string;
  readonly staying: boolean;
  readonly ownWords: string;
  readonly replyBy: readonly string[];
  readonly communicationNeeds: string;
}

/**
 * The case that complete answers make.
 * @returns nothing without the right to act (facts N.10, N.11), or before the letter's questions are done
 */
export function letterCaseFrom(answers: Partial<Answers>): LetterCase | undefined {
  const { letter, patient, contact, doctor, numbers } = answers;
  const writer = writerFrom(answers);
  if (!letter || !patient || !contact || !doctor || !writer) return undefined;
  return {
    letter,
    writer,
    voice: voiceFrom(answers, writer),
    patient: {
      name: nameAsTyped(patient['patient-name']),
      born: patient['date-of-birth'],
      nhsNumber: patient['nhs-number'],
      address: patient['patient-address'] ?? [],
    },
    contact,
    doctor: {
      role: doctor['doctor-role'],
      name: nameAsTyped(told(doctor['doctor-name'])),
      address: doctor['doctor-address'],
    },
    unwellFor: told(numbers?.['unwell-for'] ?? ''),
    admissions: known(numbers?.['hospital-admissions'] ?? ''),
    medicinesTried: known(numbers?.['medicines-tried'] ?? ''),
    background: told(answers.background ?? ''),
    currentMedicine: known(answers['current-medicine'] ?? ''),
    problemAreas: answers.problems?.['problem-areas'] ?? [],
    problems: listItems(answers.problems?.problems ?? []),
    sideEffects: listItems(answers['side-effects'] ?? []),
    changes: (answers['change-wanted']?.['change-wanted'] ?? []).filter(
      (change) => change !== 'something-else',
    ),
    changeDetails: told(answers['change-wanted']?.['change-wanted-details'] ?? ''),
    triedToResolve: told(answers['tried-to-resolve'] ?? ''),
    wasTold: (answers['doctor-said']?.['doctor-said'] ?? []).filter((said) => said !== 'none-of-these'),
    timeOnMedicine: told(answers['doctor-said']?.['time-on-medicine'] ?? ''),
    notImproving: (answers['doctor-said']?.['not-improving'] ?? []).length > 0,
    diagnosis: told(answers['diagnosis-given'] ?? ''),
    reasonsToDisagree: listItems(answers['reasons-to-disagree'] ?? []),
    hopedFor: told(answers['hoped-for']?.['hoped-for'] ?? ''),
    staying: (answers['hoped-for']?.staying ?? []).length > 0,
    ownWords: told(answers['own-words'] ?? ''),
    replyBy: answers['reply-by']?.['reply-by'] ?? [],
    communicationNeeds: told(answers['communication-needs'] ?? ''),
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
    right: standing.right === 'agreement' ? 'agreement' : standing.authority,
  };
}

function voiceFrom(answers: Partial<Answers>, writer: Writer): Voice {
  const fullName = nameAsTyped(answers.patient?.['patient-name'] ?? '');
  if (writer.is === 'patient') return { person: 'first' };
  return { person: 'third', fullName, shortName: shortNameOf(fullName), pronoun: answers.pronouns ?? 'they' };
}
