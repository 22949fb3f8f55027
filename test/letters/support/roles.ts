import { ENGLISH_LETTERS, type LetterId } from '../../../src/questionnaire/questions/people.ts';
import { LATER_ANSWERS } from '../../support/later-answers.ts';
import type { Kept } from './letters.ts';

/** Who writes the letter, by the answers that make them that role. */
export const ROLES = {
  patient: { 'who-for': { 'who-for': 'me' } },
  'client-signs': {
    'who-for': { 'who-for': 'client' },
    nickname: { nickname: 'Bluebell' },
    'their-agreement': { 'their-agreement': 'yes' },
    'whose-letter': { 'whose-letter': 'theirs' },
  },
  'carer-she': {
    'who-for': { 'who-for': 'family-or-friend' },
    'their-agreement': { 'their-agreement': 'yes' },
    'whose-letter': { 'whose-letter': 'mine' },
    pronouns: { pronouns: 'she' },
    writer: { 'writer-name': 'Idris Khan', relationship: 'Brother', organisation: '' },
  },
  'attorney-he': {
    'who-for': { 'who-for': 'family-or-friend' },
    'their-agreement': { 'their-agreement': 'cannot-decide' },
    'legal-authority': { 'legal-authority': 'attorney' },
    pronouns: { pronouns: 'he' },
    writer: { 'writer-name': 'Ruth Jones', relationship: 'daughter', organisation: '' },
  },
  'imca-they': {
    'who-for': { 'who-for': 'client' },
    nickname: { nickname: '' },
    'their-agreement': { 'their-agreement': 'cannot-decide' },
    'legal-authority': { 'legal-authority': 'imca' },
    pronouns: { pronouns: 'they' },
    writer: { 'writer-name': 'Sam Okafor', relationship: 'IMCA', organisation: 'Leeds Mind' },
  },
} as const satisfies Record<string, Kept>;

export type Role = keyof typeof ROLES;

const PATIENTS: Readonly<Record<Role, string>> = {
  patient: 'Amina Khan',
  'client-signs': 'Amina Khan',
  'carer-she': 'Amina Khan',
  'attorney-he': 'James Jones',
  'imca-they': 'Alex Evans',
};

const byPatient = (role: Role) => role === 'patient' || role === 'client-signs';

const READY: Readonly<Partial<Record<LetterId, readonly string[]>>> = {
  'review-treatment': ['quality-of-life'],
  'second-opinion-treatment': ['quality-of-life', 'explore-options'],
  'review-diagnosis': ['worried', 'right-diagnosis'],
  'second-opinion-diagnosis': ['respect', 'right-diagnosis', 'more-certain'],
  complaint: ['share-complaint', 'care-goes-on'],
};

/** An answer to everything that the letter can ask, as people would give it. */
export function fullAnswers(letter: LetterId, role: Role): Kept {
  const own = byPatient(role);
  const I = own ? 'I' : PATIENTS[role].split(' ')[0]!;
  return {
    'help-with': { 'help-with': 'letter-only' },
    nation: { nation: 'england' },
    detained: { detained: 'no' },
    ...ROLES[role],
    letter: { letter },
    patient: {
      'patient-name': PATIENTS[role],
      ...(own ? {} : { 'known-as': I }),
      'date-of-birth-day': '4',
      'date-of-birth-month': '3',
      'date-of-birth-year': '1988',
      'nhs-number': '999 000 0018',
      ...(own ? {} : { 'patient-address': '7 Park Row\nLeeds\nLS1 5HD' }),
    },
    contact: {
      address: '12 Mill Lane\nLeeds\nLS1 4AB',
      telephone: '0113 496 0000',
      email: 'letters@example.org',
    },
    doctor: {
      'doctor-role': letter.startsWith('review') ? 'gp' : 'psychiatrist',
      'doctor-name': 'Dr Patel',
      'doctor-address': 'Park Surgery\n3 High Street\nLeeds\nLS1 2CD',
    },
    health: { 'diagnosis-given': 'bipolar disorder', 'unwell-for': '5 years', 'hospital-admissions': '3' },
    medicine: {
      'current-medicine': 'sertraline 50 mg once a day',
      'time-on-medicine': '1 year',
      'medicines-tried': '5',
      'treatments-tried':
        'fluoxetine 20 mg for 6 months, stopped because of headaches\nCBT, 8 sessions in 2022',
    },
    background: { background: `It began when ${I} moved to Leeds and changed jobs` },
    problems: { 'problem-areas': ['sleep', 'looking-after-myself'], problems: 'feeling low most mornings' },
    'side-effects': { 'side-effects': 'tired all day\ndry mouth' },
    'change-wanted': {
      'change-wanted': ['different-treatment', 'talking-therapy'],
      'change-wanted-details': 'A group in the evening would fit best.',
    },
    'tried-to-resolve': { 'tried-to-resolve': `${I} talked about it at two appointments this year.` },
    'doctor-said': {
      'doctor-said': ['no-other-options', 'carry-on'],
      'not-improving': ['yes'],
    },
    'reasons-to-disagree': {
      'reasons-to-disagree': 'it does not explain the panic\nthe low times come first',
    },
    'hoped-for': { 'hoped-for': 'could another treatment help?', staying: ['yes'], 'share-record': ['yes'] },
    ...LATER_ANSWERS,
    since: { ...LATER_ANSWERS.since, ...SOON },
    'own-words': { 'own-words': 'The mornings are the worst part of the day.' },
    'ready-sentences': { 'ready-sentences': READY[letter] ?? [] },
    'reply-by': { 'reply-by': ['letter', 'telephone'], 'communication-needs': 'large print' },
  };
}

const SOON = { 'answer-hoped-by-day': '6', 'answer-hoped-by-month': '12', 'answer-hoped-by-year': '2026' };
const BORN = { 'date-of-birth-day': '4', 'date-of-birth-month': '3', 'date-of-birth-year': '1988' };

/** Only the answers that a letter cannot do without. */
export function shortAnswers(letter: LetterId): Kept {
  return {
    'help-with': { 'help-with': 'quick-letter' },
    nation: { nation: 'england' },
    ...ROLES.patient,
    letter: { letter },
    patient: {
      'patient-name': 'Amina Khan',
      ...(ENGLISH_LETTERS.some((id) => id === letter) ? BORN : {}),
    },
    contact: { telephone: '0113 496 0000' },
    doctor: {},
    health: {},
    medicine: {},
    problems: { 'problem-areas': ['sleep'] },
    'change-wanted': { 'change-wanted': ['talk-over-options'] },
    'reasons-to-disagree': { 'reasons-to-disagree': 'it does not explain the panic' },
    earlier: { about: 'second-opinion', 'asked-on-month': '11', 'asked-on-year': '2026' },
    'the-answer': { 'refused-on-month': '11', 'refused-on-year': '2026', 'reasons-given': 'no' },
    'complain-to': { 'complain-to': 'practice', 'body-name': 'Park Surgery' },
    'complaint-about': { 'complaint-about': ['no-answer'] },
    events: { events: '3 November 2026 - asked for a second opinion' },
    'outcome-wanted': { wanted: ['explain'] },
    decision: { 'decision-letter': 'not-seen', 'write-to': 'doctor' },
  };
}
