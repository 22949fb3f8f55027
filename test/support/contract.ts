import type { Control } from '../../src/questionnaire/fields/field.ts';
import type { Fields } from './driver.ts';

/** What every question asks for, written out by hand and not read from the code. */

const CARER: Fields = { 'who-for': 'family-or-friend', 'their-agreement': 'yes', 'whose-letter': 'mine' };
const UNABLE: Fields = { ...CARER, 'their-agreement': 'cannot-decide' };
const ASKED: Fields = { 'so-far': ['asked-why'] };
const REFUSED: Fields = { ...ASKED, 'answer-so-far': 'refused' };
const AGREED: Fields = { ...ASKED, 'answer-so-far': 'agreed' };
const FAR: Fields = { ...AGREED, 'agreed-where': 'out-of-area' };
const BOTH: Fields = { concern: 'both' };
const choosing = (letter: string): Fields => ({ letter });

const SENTENCES = {
  'review-treatment': 'quality-of-life',
  'second-opinion-treatment': 'quality-of-life unlikely-to-improve explore-options more-certain',
  'review-diagnosis': 'worried quality-of-life right-diagnosis',
  'second-opinion-diagnosis': 'respect right-diagnosis not-knowing more-certain',
  complaint: 'share-complaint look-at-record care-goes-on',
};

/**
 * Slug, whether it is required, its fields, and who is asked. A field is `name: control`, or its name and its values,
 * after ( ) for radios and [ ] for checkboxes.
 */
type Row = readonly [slug: string, required: 'required' | 'optional', fields: string, whoChose?: Fields];

const TABLE: readonly Row[] = [
  ['help-with', 'required', 'help-with ( ) advice-and-letter letter-only quick-letter'],
  ['who-for', 'required', 'who-for ( ) me family-or-friend client'],
  ['nickname', 'optional', 'nickname: name', { 'who-for': 'client' }],
  ['their-agreement', 'required', 'their-agreement ( ) yes not-asked no cannot-decide', CARER],
  ['legal-authority', 'required', 'legal-authority ( ) attorney deputy imca imha no', UNABLE],
  ['whose-letter', 'required', 'whose-letter ( ) theirs mine', CARER],
  ['nation', 'required', 'nation ( ) england wales scotland northern-ireland'],
  ['detained', 'required', 'detained ( ) no section community-order in-hospital-by-choice not-sure'],
  ['concern', 'required', 'concern ( ) diagnosis treatment both'],
  ['decided-by', 'required', 'decided-by ( ) gp psychiatrist other-professional not-sure'],
  [
    'so-far',
    'required',
    'so-far [ ] nothing-yet talked gave-information asked-for-review asked-for-second-opinion asked-why ' +
      'asked-again asked-in-writing contacted-pals used-advocate complained',
  ],
  [
    'answer-so-far',
    'required',
    'answer-so-far ( ) agreed refused something-first no-answer-yet not-clear had-it had-it-agreed had-it-no-report',
    ASKED,
  ],
  ['answered-by', 'required', 'answered-by ( ) gp psychiatrist other-professional not-sure', REFUSED],
  ['agreed-where', 'required', 'agreed-where ( ) local out-of-area not-sure', AGREED],
  ['funding', 'required', 'funding ( ) not-applied waiting agreed refused', FAR],
  [
    'diagnosis-reasons',
    'required',
    'diagnosis-reasons [ ] doctor-not-sure not-told-everything drugs-or-alcohol physical-health-or-medicine ' +
      'symptoms-changed doctors-differ does-not-fit hard-to-accept want-particular-diagnosis none-of-these',
    BOTH,
  ],
  [
    'treatment-reasons',
    'required',
    'treatment-reasons [ ] medicine-not-helping side-effects not-reviewed want-therapy want-different-medicine ' +
      'want-dose-change no-options-left want-expert none-of-these',
    BOTH,
  ],
  [
    'history',
    'required',
    'history [ ] usual-treatments-tried slow-recovery long-or-repeated-hospital serious-side-effects none-of-these',
  ],
  [
    'condition',
    'optional',
    'condition ( ) psychosis bipolar depression anxiety ocd eating-disorder trauma personality-disorder ' +
      'adhd-or-autism something-else',
    REFUSED,
  ],
  [
    'letter',
    'required',
    'letter ( ) review-treatment second-opinion-treatment review-diagnosis second-opinion-diagnosis chaser ' +
      'ask-reasons complaint funding-review',
    // With advice, only the letters whose time has come are offered.
    { 'help-with': 'letter-only' },
  ],
  [
    'earlier',
    'required',
    'about ( ) second-opinion review reasons referral complaint funding report; asked-on: date; ' +
      'asked-how ( ) by-hand post email online-form phone in-person; their-reference: text',
    choosing('chaser'),
  ],
  [
    'complain-to',
    'required',
    'complain-to ( ) practice service board; body-name: text; body-address: lines; about-service: text; ' +
      'name-doctor [ ] yes; staff-name: name',
    choosing('complaint'),
  ],
  [
    'decision',
    'required',
    'decision-letter ( ) have-it doctor-has-it not-seen; write-to ( ) doctor board; decision-on: date; ' +
      'decision-reference: text; review-by: date; review-who ( ) me doctor either not-said',
    choosing('funding-review'),
  ],
  [
    'recipient',
    'required',
    'recipient-name: text; recipient-address: lines',
    { ...choosing('funding-review'), 'write-to': 'board' },
  ],
  ['patient', 'required', `patient-name: name; date-of-birth: date; nhs-number: nhs-number`],
  [
    'patient',
    'required',
    `patient-name: name; known-as: name; date-of-birth: date; nhs-number: nhs-number; patient-address: lines`,
    CARER,
  ],
  ['pronouns', 'required', 'pronouns ( ) she he they', CARER],
  ['writer', 'required', 'writer-name: name; relationship: text; organisation: text', CARER],
  ['contact', 'required', 'address: lines; telephone: telephone; email: email; no-messages [ ] yes'],
  [
    'doctor',
    'optional',
    'doctor-role ( ) gp psychiatrist other-doctor; doctor-name: name; doctor-address: lines',
  ],
  ['health', 'optional', 'diagnosis-given: text; unwell-for: text; hospital-admissions: text'],
  [
    'medicine',
    'optional',
    'current-medicine: list; time-on-medicine: text; medicines-tried: text; treatments-tried: list',
  ],
  ['background', 'optional', 'background: long-text'],
  [
    'problems',
    'required',
    'problem-areas [ ] sleep work-or-study family-and-friends leaving-home looking-after-myself concentrating ' +
      'enjoying-things; problems: list',
    choosing('review-diagnosis'),
  ],
  ['side-effects', 'optional', 'side-effects: list', choosing('second-opinion-treatment')],
  [
    'change-wanted',
    'required',
    'change-wanted [ ] different-treatment talking-therapy reduce-medicine increase-medicine stop-medicine ' +
      'talk-over-options something-else; change-wanted-details: long-text',
  ],
  ['tried-to-resolve', 'optional', 'tried-to-resolve: long-text', choosing('second-opinion-diagnosis')],
  [
    'doctor-said',
    'optional',
    'doctor-said [ ] no-other-options carry-on none-of-these; not-improving [ ] yes',
    choosing('second-opinion-treatment'),
  ],
  ['reasons-to-disagree', 'optional', 'reasons-to-disagree: list', choosing('review-diagnosis')],
  ['reasons-to-disagree', 'required', 'reasons-to-disagree: list', choosing('second-opinion-diagnosis')],
  ['since', 'optional', 'heard: list; answer-hoped-by: date; copy-with-it [ ] yes', choosing('chaser')],
  [
    'the-answer',
    'required',
    'refused-on: date; reasons-given ( ) yes no not-clear; reasons: list; asked-on: date; ' +
      'refused-how ( ) said letter message somebody-else-told-me',
    choosing('ask-reasons'),
  ],
  [
    'put-right',
    'optional',
    'put-right: list; local-policy ( ) there-is there-is-none not-asked; policy-says: long-text',
    choosing('ask-reasons'),
  ],
  [
    'complaint-about',
    'required',
    'complaint-about [ ] no-answer refused-no-reasons refused agreed-not-arranged not-told-how report-ignored ' +
      'funding how-i-was-spoken-to other; complaint-details: long-text',
    choosing('complaint'),
  ],
  ['events', 'required', 'events: list', choosing('complaint')],
  [
    'outcome-wanted',
    'required',
    'wanted [ ] look-again reasons-in-writing arrange-it explain apology change-for-others other; ' +
      'wanted-details: long-text; questions-to-answer: list; effect: long-text',
    choosing('complaint'),
  ],
  [
    'talk-about-it',
    'optional',
    'talk-about-it ( ) phone meeting writing not-wanted; advocate-name: name; advocate-contact: text; ' +
      'late-reason: long-text',
    choosing('complaint'),
  ],
  [
    'board-reasons',
    'optional',
    'board-reasons: list; new-facts: list; how-decided: list',
    choosing('funding-review'),
  ],
  ...['second-opinion-treatment', 'ask-reasons'].map((letter): Row => [
    'hoped-for',
    'optional',
    'hoped-for: long-text; staying [ ] yes; share-record [ ] yes',
    choosing(letter),
  ]),
  ...Object.entries(SENTENCES).map(([letter, sentences]): Row => [
    'ready-sentences',
    'optional',
    `ready-sentences [ ] ${sentences}`,
    choosing(letter),
  ]),
  ['own-words', 'optional', 'own-words: long-text'],
  ['reply-by', 'optional', 'reply-by [ ] letter telephone text email; communication-needs: long-text'],
];

/** A field of the contract. */
export interface ContractField {
  readonly name: string;
  readonly control: Control;
  readonly values: readonly string[];
}

function fieldFrom(text: string): ContractField {
  const [, name = '', mark, rest = ''] = /^([a-z-]+)(: | \( \) | \[ \] )(.+)$/.exec(text) ?? [];
  if (mark === ': ') return { name, control: rest as Control, values: [] };
  return { name, control: mark === ' ( ) ' ? 'radios' : 'checkboxes', values: rest.split(' ') };
}

/** Every question, with the choices `whoChose` that lead to it. */
export const CONTRACT = TABLE.map(([slug, required, fields, whoChose = {}]) => ({
  slug,
  required: required === 'required',
  fields: fields.split('; ').map(fieldFrom),
  whoChose,
}));

/** Every field, with every choice that anybody can be offered. */
export const CONTRACT_FIELDS: ReadonlyMap<string, ContractField> = CONTRACT.flatMap(
  ({ fields }) => fields,
).reduce((all, field) => {
  const values = new Set([...(all.get(field.name)?.values ?? []), ...field.values]);
  return all.set(field.name, { ...field, values: [...values] });
}, new Map<string, ContractField>());

/** Choices that lead to a question. */
export const leadingTo = (slug: string): Fields =>
  CONTRACT.findLast((question) => question.slug === slug)?.whoChose ?? {};

/** For a test's message: what to do when the code asks for something else. */
export const HOW_TO_FIX =
  'The questions and test/support/contract.ts do not agree on what is asked. If the questions are right, change it there';
