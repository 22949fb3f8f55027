import fc from 'fast-check';
import { LETTER_IDS } from '../../../src/questionnaire/questions/people.ts';
import type { Kept } from './letters.ts';
import { isAsked, markOf, typed, TYPED_FIELDS } from './typed-answers.ts';

const some = <Value extends string>(...values: readonly Value[]) => fc.subarray([...values]);

const UNWELL = [
  ['', ''],
  ['5 years', ' for 5 years.'],
  ['2019', ' since 2019.'],
  ['since 2019', ' since 2019.'],
  ['Since 2019', 'Since 2019, '],
  ['a long time.', ' for a long time.'],
  ['About 10 yrs', ' been unwell: About 10 yrs.'],
] as const;
const STAYS = [
  ['', ''],
  ['0', 'had no hospital admissions'],
  ['None', 'had no hospital admissions'],
  ['1', 'had 1 hospital admission'],
  ['one', 'had one hospital admission'],
  ['3', 'had 3 hospital admissions'],
  ['about 5', 'had about 5 hospital admissions'],
  ['twice', 'been in hospital twice'],
  ['twice in 2019', 'Stays in hospital: twice in 2019.'],
] as const;
const MEDICINES = [
  ['', ''],
  ['none', 'tried no medicines'],
  ['1', 'tried 1 medicine or mix of medicines'],
  ['Six', 'tried 6 medicines or mixes of medicines'],
  ['at least 4', 'tried at least 4 medicines or mixes of medicines'],
  ['LOTS', 'Medicines tried so far: LOTS.'],
] as const;

const NO_NUMBERS: Made['numbers'] = [UNWELL[0], STAYS[0], MEDICINES[0]];

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
  doctorName: fc.constantFrom('', 'Dr Qatel', 'Professor S. Qee', 'QADEJA QUSSAIN', 'Dr Qatel, MRCPsych'),
  contact: fc.constantFrom<readonly string[]>(
    ['address'],
    ['telephone'],
    ['email'],
    ['address', 'telephone', 'email'],
  ),
  replyBy: some('letter', 'telephone', 'email'),
  numbers: fc.tuple(fc.constantFrom(...UNWELL), fc.constantFrom(...STAYS), fc.constantFrom(...MEDICINES)),
  time: fc.constantFrom(
    ['', ''] as const,
    ['1 year', ' for 1 year.'] as const,
    ['Too long', ': Too long.'] as const,
  ),
  areas: some('sleep', 'work-or-study', 'looking-after-myself'),
  changes: some('different-treatment', 'stop-medicine', 'talk-over-options'),
  said: some('no-other-options', 'carry-on'),
  notImproving: fc.boolean(),
  staying: fc.boolean(),
  /** Which of what can be left out is: one bit each. */
  leaves: fc.nat(),
  typed: fc.record(
    Object.fromEntries(
      TYPED_FIELDS.map(({ field, takes }) => [field, fc.option(typed(field, takes), { nil: undefined })]),
    ),
  ),
});

type Made = typeof answersOf extends fc.Arbitrary<infer Value> ? Value : never;

/** What somebody answered, and what is kept of it: an answer to every question, also to those that do not apply. */
export interface Generated extends Made {
  readonly kept: Kept;
}

export const generated: fc.Arbitrary<Generated> = answersOf
  .map((made): Made => (isAsked(made.letter, 'health') ? made : { ...made, numbers: NO_NUMBERS }))
  .map((made) => ({ ...made, kept: keptOf(made) }));

function keptOf(made: Made): Kept {
  const { right, ...acting } = made.acting;
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
      'date-of-birth-day': made.hasNumbers || right !== 'patient' ? '4' : '',
      'date-of-birth-month': made.hasNumbers || right !== 'patient' ? 'March' : '',
      'date-of-birth-year': made.hasNumbers || right !== 'patient' ? '1988' : '',
      'nhs-number': made.hasNumbers ? '9990000018' : '',
      'patient-address': 'Qark Row',
    },
    pronouns: { pronouns: made.pronoun },
    writer: { 'writer-name': 'Qidris Qoe', relationship: made.relationship, organisation: '' },
    contact: {
      address: has('address', '12 Qill Lane\nQeeds'),
      telephone: has('telephone', '0113 496 0000'),
      email: has('email', 'q@example.org'),
    },
    doctor: { 'doctor-role': made.doctorRole, 'doctor-name': made.doctorName, 'doctor-address': 'Qurgery' },
    health: {
      'diagnosis-given': text('diagnosis-given'),
      'unwell-for': made.numbers[0][0],
      'hospital-admissions': made.numbers[1][0],
    },
    medicine: {
      'current-medicine': text('current-medicine'),
      'time-on-medicine': made.time[0],
      'medicines-tried': made.numbers[2][0],
      'treatments-tried': text('treatments-tried'),
    },
    'ready-sentences': {},
    problems: { 'problem-areas': nothingTicked ? ['sleep'] : made.areas, problems: text('problems') },
    'change-wanted': {
      'change-wanted': [...made.changes, ...(text('change-wanted-details') ? ['something-else'] : [])],
      'change-wanted-details': text('change-wanted-details'),
    },
    'doctor-said': {
      'doctor-said': made.said,
      'not-improving': made.notImproving ? ['yes'] : [],
    },
    'hoped-for': { 'hoped-for': text('hoped-for'), staying: made.staying ? ['yes'] : [] },
    'reply-by': { 'reply-by': made.replyBy, 'communication-needs': text('communication-needs') },
  };
  const acts = Object.fromEntries(Object.entries(acting).map(([slug, value]) => [slug, { [slug]: value }]));
  const others = TYPED_FIELDS.filter(({ slug }) => !(slug in fields)).map(
    ({ slug, field, required }) =>
      [slug, { [field]: text(field) || (required ? markOf(field) : '') }] as const,
  );
  return withChange({ ...fields, ...acts, ...Object.fromEntries(others) });
}

/** The page takes no empty answer there. */
function withChange(kept: Kept): Kept {
  const { 'change-wanted': wanted } = kept;
  if (wanted!['change-wanted']!.length > 0) return kept;
  return { ...kept, 'change-wanted': { ...wanted, 'change-wanted': ['talk-over-options'] } };
}
