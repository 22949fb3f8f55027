import fc from 'fast-check';
import { ENGLISH_LETTERS, LETTER_IDS } from '../../../src/questionnaire/questions/people.ts';
import { LATER_ANSWERS } from '../../support/later-answers.ts';
import type { Kept } from './letters.ts';
import { isAsked, markOf, typed, TYPED_FIELDS } from './typed-answers.ts';

const some = <Value extends string>(...values: readonly Value[]) => fc.subarray([...values]);

/** What people type for a time or a number. A star marks what fits no sentence. */
const UNWELL = [
  '',
  '5 years',
  '2019',
  'Since 2019',
  'a long time.',
  'About 10 yrs',
  '*since school, on and off',
  '*3',
] as const;
const STAYS = ['', '0', '1', 'One', '3', 'about 5', 'Twice', '*twice in 2019', '*a lot'] as const;
const MEDICINES = ['', '1', 'Six', 'at least 4', '*LOTS', '*too many to count'] as const;

/** Whether it fits into a sentence. The star is not part of what is typed. */
export const fits = (made: string): boolean => !made.startsWith('*');
export const withoutStar = (made: string): string => made.replace('*', '');

const NO_NUMBERS: Made['numbers'] = ['', '', ''];

const ACTING = fc.constantFrom(
  { 'who-for': 'me', 'their-agreement': 'yes', 'whose-letter': 'mine', right: 'patient' },
  { 'who-for': 'client', 'their-agreement': 'yes', 'whose-letter': 'theirs', right: 'patient' },
  { 'who-for': 'family-or-friend', 'their-agreement': 'yes', 'whose-letter': 'mine', right: 'agreement' },
  ...(['attorney', 'deputy', 'imca', 'imha'] as const).map((right) => ({
    'who-for': 'client',
    'their-agreement': 'cannot-decide',
    'whose-letter': 'theirs',
    right,
  })),
);

const answersOf = fc.record({
  help: fc.constantFrom('letter-only', 'quick-letter'),
  acting: ACTING,
  letter: fc.constantFrom(...LETTER_IDS),
  pronoun: fc.constantFrom('she' as const, 'he' as const, 'they' as const),
  patientName: fc.constantFrom('Qira Qanson', 'Mrs Qira Qans', 'QIRA QANSON', 'Qamis Qones', 'Q. R. Qanson'),
  hasNumbers: fc.boolean(),
  relationship: fc.constantFrom(
    'brother',
    'Mother',
    'advocate at Qeeds',
    'FRIEND',
    'support worker.',
    'colleague',
  ),
  doctorRole: fc.constantFrom('', 'gp', 'psychiatrist', 'other-doctor'),
  doctorName: fc.constantFrom(
    '',
    'Dr Qatel',
    'Professor S. Qee',
    'dr qatel',
    'the qrisis team',
    'Dr Qatel, MRCPsych',
  ),
  contact: fc.constantFrom<readonly string[]>(
    ['address'],
    ['telephone'],
    ['email'],
    ['address', 'telephone', 'email'],
  ),
  replyBy: some('letter', 'telephone', 'email'),
  numbers: fc.tuple(fc.constantFrom(...UNWELL), fc.constantFrom(...STAYS), fc.constantFrom(...MEDICINES)),
  time: fc.constantFrom('', '1 year', 'Since 2020', '*Too long'),
  noMessages: fc.boolean(),
  shares: fc.boolean(),
  knownAs: fc.constantFrom('', 'Qira', 'Mrs Qanson'),
  sentences: some(
    ...(['quality-of-life', 'unlikely-to-improve', 'explore-options', 'more-certain'] as const),
    ...(['worried', 'right-diagnosis', 'respect', 'not-knowing'] as const),
  ),
  areas: some('sleep', 'work-or-study', 'looking-after-myself'),
  changes: some('different-treatment', 'stop-medicine', 'talk-over-options'),
  said: some('no-other-options', 'carry-on'),
  notImproving: fc.boolean(),
  staying: fc.boolean(),
  /** Which lines are left out, as one bit for each. */
  leaves: fc.nat(),
  typed: fc.record(
    Object.fromEntries(
      TYPED_FIELDS.map(({ field, takes }) => [field, fc.option(typed(field, takes), { nil: undefined })]),
    ),
  ),
});

type Made = typeof answersOf extends fc.Arbitrary<infer Value> ? Value : never;

/** What somebody answered, and what is stored: an answer to every question, even to those that do not apply. */
export interface Generated extends Made {
  readonly kept: Kept;
}

export const generated: fc.Arbitrary<Generated> = answersOf
  .map((made): Made =>
    isAsked(made.letter, 'health') ? made : { ...made, numbers: NO_NUMBERS, time: '' as const },
  )
  .map((made) => ({ ...made, kept: keptOf(made) }));

function keptOf(made: Made): Kept {
  const { right, ...acting } = made.acting;
  const needsBirth =
    made.hasNumbers || right !== 'patient' || ENGLISH_LETTERS.some((id) => id === made.letter);
  const text = (field: string) => made.typed[field]?.given ?? '';
  const has = (way: string, value: string) => (made.contact.includes(way) ? value : '');
  const nothingTicked = made.areas.length === 0 && text('problems') === '';
  const fields: Kept = {
    'help-with': { 'help-with': made.help },
    nickname: { nickname: 'Qickname' },
    'legal-authority': { 'legal-authority': right === 'patient' || right === 'agreement' ? 'imca' : right },
    nation: { nation: 'england' },
    detained: { detained: 'no' },
    letter: { letter: made.letter },
    patient: {
      'patient-name': made.patientName,
      'known-as': made.knownAs,
      'date-of-birth-day': needsBirth ? '4' : '',
      'date-of-birth-month': needsBirth ? 'March' : '',
      'date-of-birth-year': needsBirth ? '1988' : '',
      'nhs-number': made.hasNumbers ? '9990000018' : '',
      'patient-address': 'Qark Row',
    },
    pronouns: { pronouns: made.pronoun },
    writer: { 'writer-name': 'Qidris Qoe', relationship: made.relationship, organisation: '' },
    contact: {
      address: has('address', '12 Qill Lane\nQeeds'),
      telephone: has('telephone', '0113 496 0000'),
      email: has('email', 'q@example.org'),
      'no-messages': made.noMessages ? ['yes'] : [],
    },
    doctor: { 'doctor-role': made.doctorRole, 'doctor-name': made.doctorName, 'doctor-address': 'Qurgery' },
    health: {
      'diagnosis-given': text('diagnosis-given'),
      'unwell-for': withoutStar(made.numbers[0]),
      'hospital-admissions': withoutStar(made.numbers[1]),
    },
    medicine: {
      'current-medicine': text('current-medicine'),
      'time-on-medicine': withoutStar(made.time),
      'medicines-tried': withoutStar(made.numbers[2]),
      'treatments-tried': text('treatments-tried'),
    },
    'ready-sentences': { 'ready-sentences': made.sentences },
    problems: { 'problem-areas': nothingTicked ? ['sleep'] : made.areas, problems: text('problems') },
    'change-wanted': {
      'change-wanted': [...made.changes, ...(text('change-wanted-details') ? ['something-else'] : [])],
      'change-wanted-details': text('change-wanted-details'),
    },
    'doctor-said': {
      'doctor-said': made.said,
      'not-improving': made.notImproving ? ['yes'] : [],
    },
    'hoped-for': {
      'hoped-for': text('hoped-for'),
      staying: made.staying ? ['yes'] : [],
      'share-record': made.shares ? ['yes'] : [],
    },
    'reply-by': { 'reply-by': made.replyBy, 'communication-needs': text('communication-needs') },
  };
  const typedIn = (of: string) =>
    TYPED_FIELDS.filter(({ slug }) => slug === of).map(({ field, required }) => [
      field,
      text(field) || (required ? markOf(field) : ''),
    ]);
  const later = Object.fromEntries(
    Object.entries(LATER_ANSWERS).map(([slug, given]) => [
      slug,
      { ...given, ...Object.fromEntries(typedIn(slug)) },
    ]),
  );
  const acts = Object.fromEntries(Object.entries(acting).map(([slug, value]) => [slug, { [slug]: value }]));
  const others = TYPED_FIELDS.filter(({ slug }) => !(slug in fields) && !(slug in later)).map(
    ({ slug, field, required }) =>
      [slug, { [field]: text(field) || (required ? markOf(field) : '') }] as const,
  );
  return withChange({
    ...fields,
    ...later,
    decision: { ...later.decision, 'write-to': 'doctor' },
    ...acts,
    ...Object.fromEntries(others),
  });
}

/** Makes sure of a choice, as the page does not accept an empty answer. */
function withChange(kept: Kept): Kept {
  const { 'change-wanted': wanted } = kept;
  if (wanted!['change-wanted']!.length > 0) return kept;
  return { ...kept, 'change-wanted': { ...wanted, 'change-wanted': ['talk-over-options'] } };
}
