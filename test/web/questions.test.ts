import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { runApp, type RunningApp } from '../support/app.ts';
import { answersOf } from '../support/answers.ts';
import { attribute, controlsOf, elementsIn, textOf } from '../support/page.ts';
import { CONTRACT, type ContractField, HOW_TO_FIX, leadingTo } from '../support/contract.ts';

/** Every question page of both parts, compared with the contract. */
let app: RunningApp;
beforeAll(async () => void (app = await runApp()));
afterAll(() => app.close());

/** The names of the inputs that a browser sends for a field. */
const inputsOf = ({ name, control }: ContractField) =>
  control === 'date' ? ['day', 'month', 'year'].map((part) => `${name}-${part}`) : [name];

/** Facts N.2 and N.29. */
const MEDICINE = [/Do not stop or change/, /Stopped already\? Ring .* before starting again/];

const CARE: Readonly<Record<string, readonly RegExp[]>> = {
  problems: [/want to die.*get help now/],
  background: [/want to die.*get help now/],
  'reasons-to-disagree': [/want to die.*get help now/],
  'own-words': [/want to die.*get help now/],
  events: [/want to die.*get help now/],
  'outcome-wanted': [/want to die.*get help now/],
  'side-effects': [/want to die.*get help now/, /111 or .*pharmacist today/, ...MEDICINE],
  'change-wanted': MEDICINE,
};

it.each([
  ['a section', { detained: 'section' }, /Show this to your IMHA or solicitor before you hand it in/],
  [
    'a community order in Scotland',
    { detained: 'community-order', nation: 'scotland' },
    /your advocate or solicitor/,
  ],
  ['no section', {}, undefined],
])('the change wanted, under %s, names whom to show the letter to', async (_, choices, words) => {
  const { base, cookie } = await app.journey(
    answersOf({ 'help-with': 'advice-and-letter', ...choices }, 'change-wanted'),
  );
  const says = textOf((await app.get(`${base}/questions/change-wanted`, cookie)).page.all('main')[0]);
  if (words) expect(says).toMatch(words);
  else expect(says).not.toMatch(/solicitor/);
});

describe.each(CONTRACT)('$slug, after the choices $whoChose', ({ slug, fields, required, whoChose }) => {
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
    const expected = fields.flatMap((field) => {
      const mark = field.control === 'radios' ? ' ( )' : field.control === 'checkboxes' ? ' [ ]' : '';
      return inputsOf(field).map((name) => inAnyOrder(name + mark, field.values));
    });
    expect(
      [...asked].map(([field, values]) => inAnyOrder(field, values)),
      HOW_TO_FIX,
    ).toEqual(expected);
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

  it(
    required ? 'must be answered' : 'can be skipped with an empty submit, and the skip is kept',
    async () => {
      const { at, cookie } = await arrive();
      const texts = fields.filter(({ values }) => values.length === 0).flatMap(inputsOf);
      const empty = Object.fromEntries(texts.map((name) => [name, '']));
      const { status, page, to } = await app.post(at, empty, cookie);
      const says = textOf((await app.get(at, cookie)).page.all('main')[0]);
      expect(/Skip this question/.test(says)).toBe(!required);
      if (required) {
        expect(status).toBe(422);
        expect(page.title).toMatch(/^Error: /);
      } else {
        expect(status).toBe(303);
        expect(to).not.toBe(at);
        // The skip is kept, so going on does not lead back here.
        expect((await app.get(to!, cookie)).status).toBe(200);
      }
    },
  );

  it('has its own lines of care, and no others', async () => {
    const { at, cookie } = await arrive();
    const says = textOf((await app.get(at, cookie)).page.all('main')[0]);
    for (const line of CARE[slug] ?? []) expect(says).toMatch(line);
    if (!CARE[slug]) expect(says).not.toMatch(/want to die|Do not stop or change/);
  });
});

describe('the way through', () => {
  it('has every question of the contract, and no other', async () => {
    const { allQuestions } = await import('../../src/questionnaire/all-questions.ts');
    expect(new Set(allQuestions.inOrder.map(({ question }) => question.slug)), HOW_TO_FIX).toEqual(
      new Set(CONTRACT.map(({ slug }) => slug)),
    );
  });

  it.each(CONTRACT)(
    '$slug: while it is the first unanswered question, later pages lead back to it',
    async ({ slug, whoChose }) => {
      const { base, cookie } = await app.journey(answersOf(whoChose, slug));
      const gap = `${base}/questions/${slug}`;
      for (const later of ['check-answers', 'letter', 'letter.txt', 'letter.pdf', 'letter.docx']) {
        const { status, to } = await app.get(`${base}/${later}`, cookie);
        expect([later, status, to]).toEqual([later, 303, gap]);
      }
      if (slug !== 'reply-by') {
        const { status, to } = await app.get(`${base}/questions/reply-by`, cookie);
        expect(status).toBe(303);
        expect([gap, `${base}/plan`]).toContain(to);
      }
    },
  );

  it.each(['plan', 'card', 'card.pdf'])(
    '%s leads to the first unanswered question while part 1 is not finished',
    async (page) => {
      const { base, cookie } = await app.journey(answersOf({}, 'concern'));
      const { status, to } = await app.get(`${base}/${page}`, cookie);
      expect([status, to]).toEqual([303, `${base}/questions/concern`]);
    },
  );

  it.each([
    ['nickname', {}],
    ['legal-authority', leadingTo('whose-letter')],
    ['detained', { 'help-with': 'quick-letter' }],
    ['concern', { 'help-with': 'letter-only' }],
    ['pronouns', {}],
    ['reasons-to-disagree', {}],
  ])('%s, when it does not apply, leads onward, whether it is opened or sent', async (slug, whoChose) => {
    const { base, cookie } = await app.journey(answersOf(whoChose));
    const at = `${base}/questions/${slug}`;
    for (const { status, to } of [await app.get(at, cookie), await app.post(at, { [slug]: 'x' }, cookie)]) {
      expect(status).toBe(303);
      expect((await app.get(to!, cookie)).status).toBe(200);
    }
  });

  it.each(['no-such-question', '__proto__', 'constructor', 'help-with%2F..', '%00'])(
    '%s is not a question',
    async (slug) => {
      const { base, cookie } = await app.journey(answersOf());
      expect((await app.get(`${base}/questions/${slug}`, cookie)).status).toBe(404);
      expect((await app.post(`${base}/questions/${slug}`, { x: 'y' }, cookie)).status).toBe(404);
    },
  );

  it('the letter question marks what the plan suggests', async () => {
    const { base, cookie } = await app.journey(answersOf({ concern: 'both' }, 'letter'));
    const says = textOf((await app.get(`${base}/questions/letter`, cookie)).page.forms[0]);
    expect(says.match(/Your plan suggests this letter/g)?.length).toBeGreaterThanOrEqual(2);
  });
});

describe('radios that can be skipped', () => {
  it.each([
    ['condition', 'condition', 'bipolar'],
    ['doctor', 'doctor-role', 'gp'],
  ])('on %s can be cleared again once one is chosen', async (slug, name, value) => {
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
