import { ENGLISH_LETTERS, type LetterId } from '../../src/questionnaire/questions/people.ts';
import type { Persona } from './driver.ts';
import { LATER_ANSWERS, STEPS_BEFORE_LATER } from './later-answers.ts';

/**
 * Sample answers to every question that a role is asked, for the driver and for tests of the questions. All people are
 * invented: addresses of example.com, telephone numbers reserved for drama, NHS numbers of the test range (999).
 */

export const ROLES = [
  'patient',
  'carer',
  'carer-without-agreement',
  'advocate',
  'attorney',
  'imca',
  'imha',
] as const;
export type Role = (typeof ROLES)[number];

/** Roles that have the right to act, and so can write a letter. */
export const ROLES_WITH_LETTER = ROLES.filter((role) => role !== 'carer-without-agreement');

/** What one role answers, whatever the letter. */
interface Cast {
  /** Who acts, and by what right. */
  readonly standing: Persona;
  /** Who the letter is about, who writes it, and where the reply goes. */
  readonly people: Persona;
  readonly background: string;
  readonly tried: string;
  readonly ownWords: string;
}

const amina = {
  'patient-name': 'Amina Khan',
  'date-of-birth-day': '4',
  'date-of-birth-month': 'March',
  'date-of-birth-year': '1988',
  'nhs-number': '999 000 0018',
};
const BORN = {
  'date-of-birth-day': '9',
  'date-of-birth-month': '10',
  'date-of-birth-year': '1979',
};
const aminasAddress = '12 Mill Lane\nBorchester\nBC1 2DE';

const carer: Cast = {
  standing: {
    'who-for': { 'who-for': 'family-or-friend' },
    'their-agreement': { 'their-agreement': 'yes' },
    'whose-letter': { 'whose-letter': 'mine' },
  },
  people: {
    patient: { ...amina, 'known-as': 'Amina', 'patient-address': aminasAddress },
    pronouns: { pronouns: 'she' },
    writer: { 'writer-name': 'Idris Khan', relationship: 'brother', organisation: '' },
    contact: { address: '7 Station Road\nBorchester\nBC1 4FG', email: 'idris.khan@example.com' },
    'reply-by': { 'reply-by': ['letter'], 'communication-needs': 'Please write in large print.' },
  },
  background: 'Amina became unwell after our father died in 2019. She had been a teacher for ten years.',
  tried: 'We talked about it at two appointments this year.',
  ownWords: 'Amina would like me to come to the appointment with her.',
};

const imca: Cast = {
  standing: {
    'who-for': { 'who-for': 'client' },
    nickname: { nickname: '' },
    'their-agreement': { 'their-agreement': 'cannot-decide' },
    'legal-authority': { 'legal-authority': 'imca' },
  },
  people: {
    patient: {
      'patient-name': 'Robin Ellis',
      'date-of-birth-day': '17',
      'date-of-birth-month': 'Sep',
      'date-of-birth-year': '1999',
      'nhs-number': '9993456780',
    },
    pronouns: { pronouns: 'they' },
    writer: { 'writer-name': 'Priya Nair', relationship: 'advocate', organisation: 'Borchester Voices' },
    contact: { telephone: '0808 157 0192', email: 'priya.nair@example.com' },
    'reply-by': { 'reply-by': ['telephone', 'email'], 'communication-needs': 'Please write in large print.' },
  },
  background: 'Robin has no family in the area. They like to have things explained with pictures.',
  tried: 'I raised it at the review meeting in September.',
  ownWords: 'Robin does better when the same person comes each time.',
};

const CASTS: Readonly<Record<Role, Cast>> = {
  patient: {
    standing: { 'who-for': { 'who-for': 'me' } },
    people: {
      patient: amina,
      contact: { address: aminasAddress, telephone: '01632 960 018', email: 'amina.khan@example.com' },
      'reply-by': { 'reply-by': ['letter', 'email'], 'communication-needs': 'Please write in large print.' },
    },
    background: 'I became unwell after my father died in 2019. I had been a teacher for ten years.',
    tried: 'I talked about it at two appointments this year.',
    ownWords: 'I would like to bring my brother to the appointment.',
  },
  carer,
  'carer-without-agreement': {
    ...carer,
    standing: { ...carer.standing, 'their-agreement': { 'their-agreement': 'not-asked' } },
  },
  advocate: {
    standing: {
      'who-for': { 'who-for': 'client' },
      nickname: { nickname: 'Tuesday at ten' },
      'their-agreement': { 'their-agreement': 'yes' },
      'whose-letter': { 'whose-letter': 'theirs' },
    },
    people: {
      patient: { 'patient-name': 'Siân O’Connor', 'nhs-number': '9990123454' },
      contact: { address: 'Flat 3\n40 Hill Street\nBorchester\nBC2 6HJ', telephone: '07700 900 118' },
      'reply-by': { 'reply-by': ['telephone'], 'communication-needs': 'Please write in large print.' },
    },
    background: 'I was first unwell at university. I have two children at school.',
    tried: 'My advocate and I met the team in May.',
    ownWords: 'Mornings are hard for me, so please offer an afternoon.',
  },
  attorney: {
    standing: {
      'who-for': { 'who-for': 'family-or-friend' },
      'their-agreement': { 'their-agreement': 'cannot-decide' },
      'legal-authority': { 'legal-authority': 'attorney' },
    },
    people: {
      patient: {
        'patient-name': 'Tomasz Żuławski',
        'date-of-birth-day': '29',
        'date-of-birth-month': '2',
        'date-of-birth-year': '1960',
        'nhs-number': '999-234-5675',
        'patient-address': 'Willow House\nBorchester\nBC3 8KL',
      },
      pronouns: { pronouns: 'he' },
      writer: { 'writer-name': 'Grace Żuławska', relationship: 'wife', organisation: '' },
      contact: { email: 'grace@example.com' },
      'reply-by': { 'reply-by': ['email'], 'communication-needs': 'Please write in large print.' },
    },
    background: 'Tomasz was a joiner until 2021. He has lived at Willow House since then.',
    tried: 'I spoke to the ward manager in June and wrote in July.',
    ownWords: 'I can bring the papers that show that I may act for him.',
  },
  imca,
  imha: {
    ...imca,
    standing: {
      ...imca.standing,
      'legal-authority': { 'legal-authority': 'imha' },
    },
  },
};

/** A review is asked for early on, a second opinion after one was refused. */
const STEPS_BEFORE: Readonly<Record<'review' | 'second-opinion', Persona>> = {
  review: { 'so-far': { 'so-far': ['talked'] } },
  'second-opinion': {
    'so-far': { 'so-far': ['talked', 'asked-for-second-opinion', 'asked-why', 'asked-again'] },
    'answer-so-far': { 'answer-so-far': 'refused' },
    'answered-by': { 'answered-by': 'psychiatrist' },
  },
};

const REASONS: Readonly<Record<'diagnosis' | 'treatment', Persona>> = {
  diagnosis: { 'diagnosis-reasons': { 'diagnosis-reasons': ['doctors-differ', 'does-not-fit'] } },
  treatment: { 'treatment-reasons': { 'treatment-reasons': ['side-effects', 'want-therapy'] } },
};

/** A ready sentence of this letter that every writer may choose. */
const SENTENCE: Readonly<Partial<Record<LetterId, string>>> = {
  'review-treatment': 'quality-of-life',
  'second-opinion-treatment': 'quality-of-life',
  'review-diagnosis': 'right-diagnosis',
  'second-opinion-diagnosis': 'right-diagnosis',
  complaint: 'care-goes-on',
};

/**
 * The answers of somebody in this role who wants advice and then this letter. Every optional question is answered,
 * and so are the questions that a change of mind would lead to.
 */
export function personaFor(letter: LetterId, role: Role): Persona {
  const { standing, people, background, tried, ownWords } = CASTS[role];
  const subject = letter.endsWith('diagnosis') ? 'diagnosis' : 'treatment';
  const kind = letter.startsWith('review') ? 'review' : 'second-opinion';
  return {
    'help-with': { 'help-with': 'advice-and-letter' },
    ...standing,
    nation: { nation: 'england' },
    detained: { detained: 'no' },
    concern: { concern: subject },
    'decided-by': { 'decided-by': 'psychiatrist' },
    'agreed-where': { 'agreed-where': 'out-of-area' },
    funding: { funding: 'waiting' },
    ...STEPS_BEFORE[kind],
    ...STEPS_BEFORE_LATER[letter],
    ...REASONS[subject],
    history: { history: ['slow-recovery'] },
    condition: { condition: 'depression' },
    letter: { letter },
    ...LATER_ANSWERS,
    ...people,
    // Some people leave out a date of birth if they may.
    patient: { ...(ENGLISH_LETTERS.some((id) => id === letter) ? BORN : {}), ...people.patient },
    doctor: {
      'doctor-role': 'psychiatrist',
      'doctor-name': 'Dr Anil Patel',
      'doctor-address': 'Park Clinic\n3 High Street\nBorchester\nBC1 1AA',
    },
    health: { 'diagnosis-given': 'bipolar disorder', 'unwell-for': '5 years', 'hospital-admissions': '1' },
    medicine: {
      'current-medicine': 'sertraline 50 mg once a day',
      'time-on-medicine': '18 months',
      'medicines-tried': '3',
      'treatments-tried':
        'fluoxetine 20 mg for 6 months, stopped because of headaches\n12 talks with a counsellor',
    },
    background: { background },
    problems: {
      'problem-areas': ['sleep', 'concentrating'],
      problems: 'waking at four most mornings\nfeeling low on most days',
    },
    'side-effects': { 'side-effects': 'shaking hands\ntired all day' },
    'change-wanted': {
      'change-wanted': ['talking-therapy', 'talk-over-options'],
      'change-wanted-details': 'A therapy with evening appointments would be easiest to get to.',
    },
    'tried-to-resolve': { 'tried-to-resolve': tried },
    'doctor-said': {
      'doctor-said': ['no-other-options', 'carry-on'],
      'not-improving': ['yes'],
    },
    'reasons-to-disagree': {
      'reasons-to-disagree': 'it does not explain the panic\nthere has never been a high mood',
    },
    'hoped-for': { 'hoped-for': 'Could another treatment help?', staying: ['yes'], 'share-record': ['yes'] },
    'ready-sentences': { 'ready-sentences': SENTENCE[letter] ?? [] },
    'own-words': { 'own-words': ownWords },
  };
}
