import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  answersOf,
  attribute,
  controlsOf,
  elementsIn,
  runApp,
  type RunningApp,
  textOf,
} from '../support/app.ts';
import type { Fields } from '../support/driver.ts';

/** Every question page of both parts, as product.md has it: written out here, not read from the guide. */
let app: RunningApp;
beforeAll(async () => void (app = await runApp()));
afterAll(() => app.close());

const CARER: Fields = { 'who-for': 'family-or-friend', 'their-agreement': 'yes', 'whose-letter': 'mine' };
const UNABLE: Fields = { ...CARER, 'their-agreement': 'cannot-decide' };
const AGREED: Fields = { 'so-far': ['asked-why'], 'answer-so-far': 'agreed', 'agreed-where': 'out-of-area' };
const BOTH: Fields = { concern: 'both' };
const choosing = (letter: string): Fields => ({ letter });

const BIRTH = 'date-of-birth-day; date-of-birth-month; date-of-birth-year';

/** Slug, whether it is required, its fields with their values, ( ) for radios and [ ] for checkboxes, and whom it is asked. */
type Row = readonly [slug: string, required: 'required' | 'optional', fields: string, whoChose?: Fields];

const TABLE: readonly Row[] = [
  ['help-with', 'required', 'help-with ( ) advice-and-letter letter-only quick-letter'],
  ['who-for', 'required', 'who-for ( ) me family-or-friend client'],
  ['nickname', 'optional', 'nickname', { 'who-for': 'client' }],
  ['their-agreement', 'required', 'their-agreement ( ) yes not-asked no cannot-decide', CARER],
  ['legal-authority', 'required', 'legal-authority ( ) attorney deputy imca no', UNABLE],
  ['whose-letter', 'required', 'whose-letter ( ) theirs mine', CARER],
  ['nation', 'required', 'nation ( ) england wales scotland northern-ireland'],
  ['detained', 'required', 'detained ( ) no section community-order in-hospital-by-choice not-sure'],
  ['concern', 'required', 'concern ( ) diagnosis treatment both'],
  ['decided-by', 'required', 'decided-by ( ) gp psychiatrist other-professional not-sure'],
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
    'so-far',
    'required',
    'so-far [ ] nothing-yet talked gave-information asked-for-review asked-for-second-opinion asked-why ' +
      'asked-again asked-in-writing contacted-pals used-advocate complained',
  ],
  ['answer-so-far', 'required', 'answer-so-far ( ) agreed refused no-answer-yet had-it', AGREED],
  ['agreed-where', 'required', 'agreed-where ( ) local out-of-area not-sure', AGREED],
  ['funding', 'required', 'funding ( ) not-applied waiting agreed refused', AGREED],
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
  ],
  ['thinking-of-private', 'required', 'thinking-of-private ( ) yes no'],
  [
    'letter',
    'required',
    'letter ( ) review-treatment second-opinion-treatment review-diagnosis second-opinion-diagnosis',
  ],
  ['patient', 'required', `patient-name; ${BIRTH}; nhs-number`],
  ['patient', 'required', `patient-name; ${BIRTH}; nhs-number; patient-address`, CARER],
  ['pronouns', 'required', 'pronouns ( ) she he they', CARER],
  ['writer', 'required', 'writer-name; relationship', CARER],
  ['contact', 'required', 'address; telephone; email'],
  ['doctor', 'optional', 'doctor-role ( ) gp psychiatrist other-doctor; doctor-name; doctor-address'],
  ['numbers', 'optional', 'unwell-for; hospital-admissions; medicines-tried'],
  ['background', 'optional', 'background'],
  ['current-medicine', 'optional', 'current-medicine'],
  [
    'problems',
    'required',
    'problem-areas [ ] sleep work-or-study family-and-friends leaving-home looking-after-myself concentrating ' +
      'enjoying-things; problems',
    choosing('review-diagnosis'),
  ],
  ['side-effects', 'optional', 'side-effects', choosing('second-opinion-treatment')],
  [
    'change-wanted',
    'required',
    'change-wanted [ ] different-treatment talking-therapy reduce-medicine increase-medicine stop-medicine ' +
      'talk-over-options something-else; change-wanted-details',
  ],
  ['tried-to-resolve', 'optional', 'tried-to-resolve', choosing('second-opinion-diagnosis')],
  [
    'doctor-said',
    'optional',
    'doctor-said [ ] no-other-options carry-on none-of-these; time-on-medicine; not-improving [ ] yes',
    choosing('second-opinion-treatment'),
  ],
  ['diagnosis-given', 'optional', 'diagnosis-given', choosing('review-diagnosis')],
  ['reasons-to-disagree', 'required', 'reasons-to-disagree', choosing('second-opinion-diagnosis')],
  ['hoped-for', 'optional', 'hoped-for; staying [ ] yes', choosing('second-opinion-treatment')],
  ['own-words', 'optional', 'own-words'],
  ['reply-by', 'optional', 'reply-by [ ] letter telephone email'],
  ['communication-needs', 'optional', 'communication-needs'],
];

const QUESTIONS = TABLE.map(([slug, required, fields, whoChose = {}]) => ({
  slug,
  required: required === 'required',
  fields: fields.split('; '),
  whoChose,
}));

const CARE: Readonly<Record<string, readonly RegExp[]>> = {
  problems: [/want to die.*get help now/],
  background: [/want to die.*get help now/],
  'side-effects': [/want to die.*get help now/, /111 or .*pharmacist today/, /Do not stop or change/],
  'change-wanted': [/Do not stop or change/],
};

describe.each(QUESTIONS)('$slug of those who choose $whoChose', ({ slug, fields, required, whoChose }) => {
  const arrive = async () => {
    const { base, cookie } = await app.journey(answersOf(whoChose, slug));
    return { at: `${base}/questions/${slug}`, cookie };
  };

  it('asks for the fields of the contract in the first form of main', async () => {
    const { at, cookie } = await arrive();
    const { status, page } = await app.get(at, cookie);
    expect(status).toBe(200);
    const [form] = page.forms;
    expect([attribute(form, 'method'), attribute(form, 'action')]).toEqual(['post', at]);
    const asked = new Map<string, string[]>();
    const marks: Readonly<Record<string, string>> = { radio: ' ( )', checkbox: ' [ ]' };
    for (const { name, type, value } of controlsOf(form!)) {
      const mark = marks[type];
      const field = name + (mark ?? '');
      asked.set(field, [...(asked.get(field) ?? []), ...(mark ? [value] : [])]);
    }
    const inAnyOrder = (field: string, values: readonly string[]) => [field, ...values.toSorted()].join(' ');
    const expected = fields.map((field) => {
      const [name = '', values] = field.split(/(?<=\( \)|\[ \]) /);
      return inAnyOrder(name, values?.split(' ') ?? []);
    });
    expect([...asked].map(([field, values]) => inAnyOrder(field, values))).toEqual(expected);
  });

  it('has one heading, its title, why it is asked, a label for each field, and a way to carry on later', async () => {
    const { at, cookie } = await arrive();
    const { page } = await app.get(at, cookie);
    const [heading, ...others] = page.all('h1');
    expect(others).toEqual([]);
    expect(page.title).toBe(`${textOf(heading)} – Second Opinion Letters`);
    expect(textOf(page.all('main')[0])).toMatch(/Why we ask: .*Too tired\? Get a code and carry on later/);
    const labelled = page.all('label').map((label) => attribute(label, 'for'));
    const ids = elementsIn(page.forms[0]!).flatMap((element) =>
      attribute(element, 'name') === undefined ? [] : attribute(element, 'id')!,
    );
    expect(ids.filter((id) => !labelled.includes(id))).toEqual([]);
    const all = page.having('id').map((element) => attribute(element, 'id'));
    expect(all.length).toBe(new Set(all).size);
  });

  it(required ? 'must be answered' : 'can be skipped with a plain empty submit, which is kept', async () => {
    const { at, cookie } = await arrive();
    const texts = fields.filter((field) => !field.includes(' '));
    const empty = Object.fromEntries(texts.map((name) => [name, '']));
    const { status, page, to } = await app.post(at, empty, cookie);
    const says = textOf((await app.get(at, cookie)).page.all('main')[0]);
    expect(/can skip this/.test(says)).toBe(!required);
    if (required) {
      expect(status).toBe(422);
      expect(page.title).toMatch(/^Error: /);
    } else {
      expect(status).toBe(303);
      expect(to).not.toBe(at);
      // Kept, so going on does not come back to it.
      expect((await app.get(to!, cookie)).status).toBe(200);
    }
  });

  it('has the lines of care that are its own', async () => {
    const { at, cookie } = await arrive();
    const says = textOf((await app.get(at, cookie)).page.all('main')[0]);
    for (const line of CARE[slug] ?? []) expect(says).toMatch(line);
    if (!CARE[slug]) expect(says).not.toMatch(/want to die|Do not stop or change/);
  });
});

describe('the way through', () => {
  it('names every question of the contract, and asks for no other', async () => {
    const { guide } = await import('../../src/guide/guide.ts');
    expect(new Set(guide.steps.map(({ question }) => question.slug))).toEqual(
      new Set(QUESTIONS.map(({ slug }) => slug)),
    );
  });

  it.each(QUESTIONS)('$slug: what comes after the first gap leads back to it', async ({ slug, whoChose }) => {
    const { base, cookie } = await app.journey(answersOf(whoChose, slug));
    const gap = `${base}/questions/${slug}`;
    for (const later of ['check-answers', 'letter', 'letter.txt', 'letter.pdf', 'letter.docx']) {
      const { status, to } = await app.get(`${base}/${later}`, cookie);
      expect([later, status, to]).toEqual([later, 303, gap]);
    }
    if (slug !== 'communication-needs') {
      const { status, to } = await app.get(`${base}/questions/communication-needs`, cookie);
      expect(status).toBe(303);
      expect([gap, `${base}/plan`]).toContain(to);
    }
  });

  it.each(['plan', 'card', 'card.pdf'])('%s without a situation leads to the first gap', async (page) => {
    const { base, cookie } = await app.journey(answersOf({}, 'concern'));
    const { status, to } = await app.get(`${base}/${page}`, cookie);
    expect([status, to]).toEqual([303, `${base}/questions/concern`]);
  });

  it.each([
    ['nickname', {}],
    ['legal-authority', CARER],
    ['detained', { 'help-with': 'quick-letter' }],
    ['concern', { 'help-with': 'letter-only' }],
    ['pronouns', {}],
    ['reasons-to-disagree', {}],
  ])('%s, which does not apply, leads onward, looked at or sent', async (slug, whoChose) => {
    const { base, cookie } = await app.journey(answersOf(whoChose));
    const at = `${base}/questions/${slug}`;
    for (const { status, to } of [await app.get(at, cookie), await app.post(at, { [slug]: 'x' }, cookie)]) {
      expect(status).toBe(303);
      expect((await app.get(to!, cookie)).status).toBe(200);
    }
  });

  it.each(['no-such-question', '__proto__', 'constructor', 'help-with%2F..', '%00'])(
    '%s is no question',
    async (slug) => {
      const { base, cookie } = await app.journey(answersOf());
      expect((await app.get(`${base}/questions/${slug}`, cookie)).status).toBe(404);
      expect((await app.post(`${base}/questions/${slug}`, { x: 'y' }, cookie)).status).toBe(404);
    },
  );

  it('the plan’s suggestion is marked at the letters', async () => {
    const { base, cookie } = await app.journey(answersOf(BOTH, 'letter'));
    const says = textOf((await app.get(`${base}/questions/letter`, cookie)).page.forms[0]);
    expect(says.match(/Your plan suggests this letter/g)).toHaveLength(2);
  });
});

describe('radios that can be skipped', () => {
  it.each([
    ['condition', 'condition', 'bipolar'],
    ['doctor', 'doctor-role', 'gp'],
  ])('of %s can be taken back once one is chosen', async (slug, name, value) => {
    const { base, cookie } = await app.journey(answersOf({ [name]: value }));
    const address = `${base}/questions/${slug}`;
    const chosen = async () =>
      controlsOf((await app.get(address, cookie)).page.forms[0]!)
        .filter((control) => control.name === name)
        .map((control) => control.value);
    expect(await chosen()).toContain('');
    const { status } = await app.post(address, { [name]: '' }, cookie);
    expect(status).toBe(303);
    expect((await chosen()).includes('')).toBe(false);
    expect((await app.get(`${base}/check-answers`, cookie)).status).toBe(200);
  });
});
