import { describe, expect, it } from 'vitest';
import { everyField } from '../../src/guide/every-field.ts';
import type { Field } from '../../src/guide/field.ts';
import { guide } from '../../src/guide/guide.ts';
import { choosing, EVERY_ANSWER, gap, type Kept, SLUGS } from './support/walks.ts';

/** The choices of product.md's two tables, by field. */
const CHOICES: Readonly<Record<string, string>> = {
  'help-with': 'advice-and-letter letter-only quick-letter',
  'who-for': 'me family-or-friend client',
  'their-agreement': 'yes not-asked no cannot-decide',
  'legal-authority': 'attorney deputy imca no',
  'whose-letter': 'theirs mine',
  nation: 'england wales scotland northern-ireland',
  detained: 'no section community-order in-hospital-by-choice not-sure',
  concern: 'diagnosis treatment both',
  'decided-by': 'gp psychiatrist other-professional not-sure',
  'diagnosis-reasons':
    'doctor-not-sure not-told-everything drugs-or-alcohol physical-health-or-medicine symptoms-changed doctors-differ does-not-fit hard-to-accept want-particular-diagnosis none-of-these',
  'treatment-reasons':
    'medicine-not-helping side-effects not-reviewed want-therapy want-different-medicine want-dose-change no-options-left want-expert none-of-these',
  'so-far':
    'nothing-yet talked gave-information asked-for-review asked-for-second-opinion asked-why asked-again asked-in-writing contacted-pals used-advocate complained',
  'answer-so-far': 'agreed refused no-answer-yet had-it',
  'agreed-where': 'local out-of-area not-sure',
  funding: 'not-applied waiting agreed refused',
  history:
    'usual-treatments-tried slow-recovery long-or-repeated-hospital serious-side-effects none-of-these',
  condition:
    'psychosis bipolar depression anxiety ocd eating-disorder trauma personality-disorder adhd-or-autism something-else',
  'thinking-of-private': 'yes no',
  letter: 'review-treatment second-opinion-treatment review-diagnosis second-opinion-diagnosis',
  pronouns: 'she he they',
  'doctor-role': 'gp psychiatrist other-doctor',
  'problem-areas':
    'sleep work-or-study family-and-friends leaving-home looking-after-myself concentrating enjoying-things',
  'change-wanted':
    'different-treatment talking-therapy reduce-medicine increase-medicine stop-medicine talk-over-options something-else',
  'doctor-said': 'no-other-options carry-on none-of-these',
  'not-improving': 'yes',
  staying: 'yes',
  'reply-by': 'letter telephone email',
};

/** The other fields, by the control that asks for them. */
const TEXTS: Readonly<Record<string, string>> = {
  name: 'nickname patient-name writer-name doctor-name',
  date: 'date-of-birth',
  'nhs-number': 'nhs-number',
  text: 'relationship unwell-for hospital-admissions medicines-tried time-on-medicine diagnosis-given',
  lines: 'patient-address address doctor-address',
  telephone: 'telephone',
  email: 'email',
  list: 'problems side-effects reasons-to-disagree',
  'long-text':
    'background current-medicine change-wanted-details tried-to-resolve hoped-for own-words communication-needs',
};

/** Questions that may be skipped with an empty submit. */
const OPTIONAL =
  'nickname condition doctor numbers background current-medicine side-effects tried-to-resolve doctor-said diagnosis-given hoped-for own-words reply-by communication-needs'.split(
    ' ',
  );

const fields = guide.steps.flatMap(everyField);
const chosen = fields.filter(({ values }) => values.length > 0);
const sorted = (names: readonly string[]) => [...names].sort();

describe('the fields', () => {
  it('have the names of product.md, each once', () => {
    const named = [...Object.keys(CHOICES), ...Object.values(TEXTS).flatMap((names) => names.split(' '))];
    expect(sorted(fields.map(({ name }) => name))).toEqual(sorted(named));
  });

  it.each(chosen.map((field): [string, Field] => [field.name, field]))(
    '%s offers its choices',
    (name, { values }) => expect(sorted(values)).toEqual(sorted(CHOICES[name]!.split(' '))),
  );

  it.each(Object.entries(TEXTS))('%s is the control of %s', (control, names) => {
    expect(sorted(fields.filter((field) => field.control === control).map(({ name }) => name))).toEqual(
      sorted(names.split(' ')),
    );
  });
});

describe('an empty submit', () => {
  const kept = (slug: string): Kept => {
    const condition: Readonly<Record<string, Parameters<typeof choosing>[1]>> = {
      nickname: { 'who-for': 'client' },
      'legal-authority': { 'their-agreement': 'cannot-decide' },
      'tried-to-resolve': { letter: 'second-opinion-treatment' },
      'doctor-said': { letter: 'second-opinion-treatment' },
      'diagnosis-given': { letter: 'review-diagnosis' },
      'reasons-to-disagree': { letter: 'second-opinion-diagnosis' },
      'hoped-for': { letter: 'second-opinion-treatment' },
    };
    return { ...choosing(EVERY_ANSWER, condition[slug] ?? {}), [slug]: {} };
  };
  const required = SLUGS.filter((slug) => !OPTIONAL.includes(slug));

  it.each(OPTIONAL)('skips %s', (slug) => expect(gap(kept(slug))).toBeUndefined());
  it.each(required)('is refused by %s', (slug) => expect(gap(kept(slug))).toBe(slug));
});

describe('rules over several fields of one page', () => {
  it.each([
    ['contact', {}, 'contact'],
    ['contact', { address: '1 Mill Lane' }, undefined],
    ['contact', { telephone: '01632 960 018' }, undefined],
    ['contact', { email: 'amina@example.com' }, undefined],
    ['contact', { telephone: '01632 960 018', email: 'amina' }, 'contact'],
    ['problems', {}, 'problems'],
    ['problems', { 'problem-areas': ['sleep'] }, undefined],
    ['problems', { problems: 'low mood' }, undefined],
    ['change-wanted', { 'change-wanted': [], 'change-wanted-details': 'Less' }, 'change-wanted'],
    ['change-wanted', { 'change-wanted': ['something-else'] }, 'change-wanted'],
    ['change-wanted', { 'change-wanted': ['something-else'], 'change-wanted-details': 'Less' }, undefined],
    ['change-wanted', { 'change-wanted': ['talking-therapy'] }, undefined],
    ['so-far', { 'so-far': ['nothing-yet', 'talked'] }, 'so-far'],
    ['history', { history: ['none-of-these', 'slow-recovery'] }, 'history'],
    ['diagnosis-reasons', { 'diagnosis-reasons': ['none-of-these', 'doctors-differ'] }, 'diagnosis-reasons'],
    ['treatment-reasons', { 'treatment-reasons': ['none-of-these', 'want-expert'] }, 'treatment-reasons'],
  ])('%s with %j leaves open: %s', (slug, given, open) => {
    const kept = { ...EVERY_ANSWER, [slug]: given as Kept[string] };
    expect(gap(slug === 'contact' ? { ...kept, 'reply-by': {} } : kept)).toBe(open);
  });
});
