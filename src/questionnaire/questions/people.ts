import { checkboxes, radios } from '../fields/choice.ts';
import { dateOfBirth } from '../fields/date-of-birth.ts';
import { emailAddress } from '../fields/email.ts';
import { nhsNumber } from '../fields/nhs-number.ts';
import { telephoneNumber } from '../fields/telephone.ts';
import { type AnswerOf, type Question, question, questionDependingOn, questionOf } from '../question.ts';
import { type ActingAnswers, patientSigns, standingFrom } from '../standing.ts';
import { addressLines } from '../fields/lines.ts';
import { fullName } from '../fields/name.ts';
import { line, longText } from '../fields/text.ts';
import type { nation } from './beginning.ts';

/** Whom the letter is about, who writes it, and to whom. */

/** Letters that ask for a review or a second opinion. */
export const FIRST_LETTERS = [
  'review-treatment',
  'second-opinion-treatment',
  'review-diagnosis',
  'second-opinion-diagnosis',
] as const;
export const SECOND_OPINION_LETTERS = ['second-opinion-treatment', 'second-opinion-diagnosis'] as const;
export const TREATMENT_LETTERS = ['review-treatment', 'second-opinion-treatment'] as const;
export const DIAGNOSIS_LETTERS = ['review-diagnosis', 'second-opinion-diagnosis'] as const;

const isOneOf = (letters: readonly LetterId[], letter: LetterId): boolean => letters.includes(letter);

/** Letters that follow the first ask. */
export const LATER_LETTERS = ['chaser', 'ask-reasons', 'complaint', 'funding-review'] as const;
/** Letters for English procedures: NHS complaints (fact N.8) and a board's review of funding (fact 4.11). */
export const ENGLISH_LETTERS = ['complaint', 'funding-review'] as const;

/** Every letter that can be written, in the order of the page that offers them. */
export const LETTER_IDS = [...FIRST_LETTERS, ...LATER_LETTERS] as const;

export type LetterId = (typeof LETTER_IDS)[number];
export type LaterLetter = (typeof LATER_LETTERS)[number];

/** Whether a letter follows the first ask; false if none is chosen yet. */
export const isLaterLetter = (letter: LetterId | undefined): letter is LaterLetter =>
  LATER_LETTERS.some((later) => later === letter);

/** What a chaser can be about. */
export const CHASED = [
  'second-opinion',
  'review',
  'reasons',
  'referral',
  'complaint',
  'funding',
  'report',
] as const;

/** The chosen letter, which the questions of part 2 depend on. */
export interface LetterAnswer {
  readonly letter: LetterId;
}

interface NationAnswer {
  readonly nation: AnswerOf<typeof nation>;
}

const inEngland = question('letter', (name) => radios(name, LETTER_IDS));
const elsewhere = question('letter', (name) =>
  radios<LetterId>(
    name,
    LETTER_IDS.filter((id) => !isOneOf(ENGLISH_LETTERS, id)),
  ),
);

export const letter: Question<'letter', LetterId, NationAnswer> = {
  ...inEngland,
  form: (before, today) => (before.nation === 'england' ? inEngland : elsewhere).form(before, today),
};

/** A complaints team and a board do not know the patient, so they need the date of birth. */
export const patient = questionDependingOn(
  'patient',
  (before: ActingAnswers & LetterAnswer, today) => [
    patientSigns(standingFrom(before)),
    !patientSigns(standingFrom(before)) || isOneOf(ENGLISH_LETTERS, before.letter),
    today,
  ],
  (isSigner, needsBirth, today) => ({
    'patient-name': fullName('patient-name', { required: true }),
    ...(isSigner ? {} : { 'known-as': fullName('known-as') }),
    'date-of-birth': dateOfBirth('date-of-birth', today, { required: needsBirth }),
    'nhs-number': nhsNumber('nhs-number'),
    ...(isSigner ? {} : { 'patient-address': addressLines('patient-address') }),
  }),
);

export const pronouns = question('pronouns', (name) => radios(name, ['she', 'he', 'they']));

export const writer = questionOf('writer', () => ({
  'writer-name': fullName('writer-name', { required: true }),
  relationship: line('relationship', { required: true }),
  organisation: line('organisation'),
}));

export const contact = questionOf(
  'contact',
  () => ({
    address: addressLines('address'),
    telephone: telephoneNumber('telephone'),
    email: emailAddress('email'),
    'no-messages': checkboxes('no-messages', ['yes'], { optional: true }),
  }),
  {
    code: 'none-given',
    at: 'address',
    reads: ['address', 'telephone', 'email'],
    isMet: ({ address, telephone, email }) => address.length > 0 || telephone !== '' || email !== '',
  },
);

export const doctor = questionOf('doctor', () => ({
  'doctor-role': radios('doctor-role', ['gp', 'psychiatrist', 'other-doctor'], { optional: true }),
  'doctor-name': fullName('doctor-name'),
  'doctor-address': addressLines('doctor-address'),
}));

interface ContactAnswer {
  readonly contact: {
    readonly address: readonly string[];
    readonly telephone: string;
    readonly email: string;
  };
}

/** Only the ways to reply that `contact` gives details for are offered. */
export const replyBy = questionDependingOn(
  'reply-by',
  ({ contact: { address, telephone, email } }: ContactAnswer) => [
    address.length > 0,
    telephone !== '',
    email !== '',
  ],
  (byLetter, byTelephone, byEmail) => ({
    'reply-by': checkboxes(
      'reply-by',
      [
        ...(byLetter ? (['letter'] as const) : []),
        ...(byTelephone ? (['telephone', 'text'] as const) : []),
        ...(byEmail ? (['email'] as const) : []),
      ],
      { optional: true },
    ),
    'communication-needs': longText('communication-needs'),
  }),
);
