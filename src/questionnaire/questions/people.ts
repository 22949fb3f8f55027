import { checkboxes, radios } from '../fields/choices.ts';
import { dateOfBirth, emailAddress, nhsNumber, telephoneNumber } from '../fields/identifiers.ts';
import { question, questionHangingOn, questionOf } from '../question.ts';
import { type ActingAnswers, writerIsPatient } from '../standing.ts';
import { addressLines, fullName, line, longText } from '../fields/texts.ts';

/** Whom the letter is about, who writes it, and to whom. */

export const LETTER_IDS = [
  'review-treatment',
  'second-opinion-treatment',
  'review-diagnosis',
  'second-opinion-diagnosis',
] as const;

export type LetterId = (typeof LETTER_IDS)[number];

export const letter = question('letter', (name) => radios(name, LETTER_IDS));

export const patient = questionHangingOn(
  'patient',
  (before: ActingAnswers, today) => [writerIsPatient(before), today],
  (isWriter, today) => ({
    'patient-name': fullName('patient-name', { required: true }),
    'date-of-birth': dateOfBirth('date-of-birth', today, { required: !isWriter }),
    'nhs-number': nhsNumber('nhs-number'),
    ...(isWriter ? {} : { 'patient-address': addressLines('patient-address') }),
  }),
);

export const pronouns = question('pronouns', (name) => radios(name, ['she', 'he', 'they']));

export const writer = questionOf('writer', () => ({
  'writer-name': fullName('writer-name', { required: true }),
  relationship: line('relationship', { required: true }),
}));

export const contact = questionOf(
  'contact',
  () => ({
    address: addressLines('address'),
    telephone: telephoneNumber('telephone'),
    email: emailAddress('email'),
  }),
  {
    code: 'none-given',
    at: 'address',
    holds: ({ address, telephone, email }) => address.length > 0 || telephone !== '' || email !== '',
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

/** Only the ways that `contact` can serve are offered. */
export const replyBy = questionHangingOn(
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
        ...(byTelephone ? (['telephone'] as const) : []),
        ...(byEmail ? (['email'] as const) : []),
      ],
      { optional: true },
    ),
  }),
);

export const communicationNeeds = question('communication-needs', (name) => longText(name));
