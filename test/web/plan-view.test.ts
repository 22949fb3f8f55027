import type { DefaultTreeAdapterTypes as Tree } from 'parse5';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { runApp, type RunningApp } from '../support/app.ts';
import { answersOf } from '../support/answers.ts';
import { attribute, elementsIn, type Page, textOf } from '../support/page.ts';
import type { Fields } from '../support/driver.ts';
import { entry } from '../support/entries.ts';

let app: RunningApp;
beforeAll(async () => {
  app = await runApp();
});
afterAll(() => app.close());

const FIRST_TIME = {
  'who-for': 'me',
  concern: 'both',
  'so-far': ['nothing-yet'],
  'diagnosis-reasons': ['symptoms-changed', 'hard-to-accept'],
  'treatment-reasons': ['none-of-these'],
  history: ['slow-recovery'],
  condition: 'psychosis',
};

interface Plan {
  readonly base: string;
  readonly page: Page;
}

async function planOf(choices: Fields): Promise<Plan> {
  const { base, cookie } = await app.journey(answersOf({ ...FIRST_TIME, ...choices }, 'letter'));
  return { base, page: (await app.get(`${base}/plan`, cookie)).page };
}

const adviceOf = ({ page }: Plan, id: string): Tree.Element =>
  page.having('data-advice').find((item) => attribute(item, 'data-advice') === id)!;
/** The texts in sight, in order, with the main button marked. What is folded away counts only by its summary. */
function* piecesInSight(node: Tree.ParentNode): Generator<{ text: string; isMainAction: boolean }> {
  for (const child of node.childNodes) {
    if ('value' in child) yield { text: child.value, isMainAction: false };
    if (!('tagName' in child)) continue;
    const isMainAction = attribute(child, 'data-main-action') !== undefined;
    if (isMainAction) yield { text: textOf(child), isMainAction };
    else if (child.tagName === 'details') yield* piecesInSight(elementsIn(child)[0]!);
    else if (attribute(child, 'class')?.includes('visually-hidden') !== true) yield* piecesInSight(child);
  }
}
const wordsOf = (text: string) => text.split(/\s+/).filter((word) => /[\p{L}\p{N}]/u.test(word));
const itemsIn = (element: Tree.Element) => elementsIn(element).map(textOf);
const advicesIn = (elements: readonly Tree.Element[]) =>
  elements.flatMap((element) => attribute(element, 'data-advice') ?? []);
const linksIn = (element: Tree.Element) =>
  elementsIn(element).flatMap((one) => (one.tagName === 'a' ? (attribute(one, 'href') ?? []) : []));

describe('the plan', () => {
  it('begins with the next step, and folds the rest away in one place', async () => {
    const { page } = await planOf({});
    expect(advicesIn(page.main)[0]).toBe('talk-it-through');
    const [folded, ...others] = page.all('details').filter((one) => advicesIn(elementsIn(one)).length > 0);
    expect(others).toEqual([]);
    expect(attribute(folded, 'open')).toBeUndefined();
    const inFold = advicesIn(elementsIn(folded!));
    expect(inFold).toEqual([
      'take-somebody-with-you',
      'ask-gp-to-refer-again',
      'records-and-disagreement',
      'mention-recovery',
      'symptoms-change',
      'hard-to-accept',
      'what-to-expect',
      'paying-for-a-private-doctor',
      'four-things-people-mix-up',
    ]);
    const open = advicesIn(page.main).filter((id) => !inFold.includes(id));
    expect(open).toEqual(['talk-it-through', 'review-treatment-too']);
  });

  const REFUSED = { 'so-far': ['asked-for-second-opinion'], 'answer-so-far': 'refused' };

  it.each<[string, Fields, number, number]>([
    ['a refused request', REFUSED, 650, 220],
    [
      'everything ticked',
      {
        ...REFUSED,
        'diagnosis-reasons': (
          'doctor-not-sure not-told-everything drugs-or-alcohol physical-health-or-medicine symptoms-changed ' +
          'doctors-differ does-not-fit hard-to-accept want-particular-diagnosis'
        ).split(' '),
        'treatment-reasons': (
          'medicine-not-helping side-effects not-reviewed want-therapy want-different-medicine want-dose-change ' +
          'no-options-left want-expert'
        ).split(' '),
        history: 'usual-treatments-tried slow-recovery long-or-repeated-hospital serious-side-effects'.split(
          ' ',
        ),
        detained: 'section',
      },
      1000,
      500,
    ],
  ])('can be read in two minutes: %s', async (_, choices, most, beforeButton) => {
    const { page } = await planOf(choices);
    const before: string[] = [];
    const all: string[] = [];
    let isBefore = true;
    for (const { text, isMainAction } of piecesInSight(page.all('main')[0]!)) {
      isBefore &&= !isMainAction;
      all.push(...wordsOf(text));
      if (isBefore) before.push(...wordsOf(text));
    }
    expect(all.length).toBeGreaterThan(100);
    expect(all.length).toBeLessThanOrEqual(most);
    expect(before.length).toBeLessThanOrEqual(beforeButton);
  });

  it('has one main button, which begins the letter with one click', async () => {
    const { base, cookie } = await app.journey(answersOf({ ...FIRST_TIME, 'so-far': ['talked'] }, 'letter'));
    const { page } = await app.get(`${base}/plan`, cookie);
    const [button, ...others] = page.having('data-main-action');
    expect(others).toEqual([]);
    expect(textOf(button)).toMatch(/^Write this letter: /);
    const answer = await app.post(`${base}/questions/letter`, { letter: 'second-opinion-diagnosis' }, cookie);
    expect([answer.status, answer.to]).toEqual([303, `${base}/questions/patient`]);
  });

  it.each([
    [{ ...REFUSED, 'so-far': ['asked-again', 'asked-in-writing'] }, 'Tell us what happened', '/record/add'],
    [
      { 'who-for': 'family-or-friend', 'their-agreement': 'no' },
      'They agree now',
      '/questions/their-agreement?from=plan',
    ],
  ])('after %j has the button "%s"', async (choices, text, href) => {
    const { base, page } = await planOf(choices);
    const buttons = page.having('data-main-action');
    expect(buttons.map((one) => [textOf(one), attribute(one, 'href')])).toEqual([[text, `${base}${href}`]]);
  });

  it('keeps what is private off paper, and calls it "your answers about the diagnosis"', async () => {
    const plan = await planOf({ 'diagnosis-reasons': ['drugs-or-alcohol', 'symptoms-changed'] });
    const item = adviceOf(plan, 'drugs-and-alcohol');
    expect(textOf(item)).toContain('Because of your answers about the diagnosis (Change');
    expect(attribute(item, 'class')).toContain('advice--private');
    expect(attribute(adviceOf(plan, 'symptoms-change'), 'class')).not.toContain('advice--private');
    expect(textOf(plan.page.all('main')[0])).not.toContain('drugs or alcohol may play a part');
  });

  it('cites the entry of the record that called for a step, with the way to change it', async () => {
    const { base, cookie, secret } = await app.journey(
      answersOf({ ...FIRST_TIME, 'so-far': ['talked'] }, 'letter'),
    );
    const journey = await app.services.journeys.open(secret, base.split('/').at(-1)!);
    const no = entry('20 Nov 2026', 'answer answer-was=no reasons-given=no');
    await journey!.addEntry(no);
    const { page } = await app.get(`${base}/plan`, cookie);
    const [step] = page.having('data-next-step');
    expect(attribute(step, 'data-advice')).toBe('ask-why');
    expect(textOf(step)).toContain(
      'Because your record says that on 20 November 2026 the answer was no (Change',
    );
    expect(linksIn(step!)).toContain(`${base}/record/${no.id}`);
  });

  it('gives the day to wait for when there is nothing else to do', async () => {
    const { base, cookie, secret } = await app.journey(
      answersOf({ ...FIRST_TIME, 'so-far': ['talked'] }, 'letter'),
    );
    const journey = await app.services.journeys.open(secret, base.split('/').at(-1)!);
    await journey!.addEntry(entry('20 Nov 2026', 'sent-letter letter=second-opinion-diagnosis'));
    const { page } = await app.get(`${base}/plan`, cookie);
    const [step] = page.having('data-next-step');
    expect(attribute(step, 'data-wait-until')).toBe('2026-12-04');
    expect(textOf(step)).toContain('If you have heard nothing by 4 December 2026');
  });

  it('has words that suit a ward for somebody who is on one', async () => {
    const sent = { 'so-far': ['asked-in-writing'], 'answer-so-far': 'no-answer-yet' };
    const words = async (detained: string) =>
      textOf(adviceOf(await planOf({ ...sent, detained }), 'follow-up'));
    expect(await words('section')).toContain('Ask a nurse or the ward manager');
    expect(await words('no')).toContain("Ring the doctor's secretary");
  });

  it.each([
    ['talk-it-through', {}],
    ['ask-after-psychiatrist', { 'so-far': ['talked'], 'decided-by': 'psychiatrist' }],
    ['ask-after-gp', { 'so-far': ['talked'], 'decided-by': 'gp' }],
    ['ask-why', { 'so-far': ['asked-for-second-opinion'], 'answer-so-far': 'refused' }],
    ['ask-in-writing', { 'so-far': ['asked-again'], 'answer-so-far': 'refused' }],
  ])('says in %s what this person could mention', async (id, choices) => {
    const plan = await planOf(choices);
    const mention = plan.page.having('data-mention');
    expect(mention.map((list) => itemsIn(list))).toEqual([
      ['your symptoms have changed', 'getting better is slower than the doctor thought'],
    ]);
    expect(textOf(adviceOf(plan, id))).toContain('you could mention that: your symptoms have changed');
  });

  it('mentions nothing when nothing was ticked', async () => {
    const nothing = { 'diagnosis-reasons': ['none-of-these'], history: ['none-of-these'] };
    const plan = await planOf(nothing);
    expect(textOf(adviceOf(plan, 'talk-it-through'))).not.toContain('From what you told us');
  });

  it('has a Change link beside each answer that it names, with words of its own', async () => {
    const plan = await planOf({ 'so-far': ['talked', 'gave-information'], 'decided-by': 'gp' });
    const item = adviceOf(plan, 'ask-after-gp');
    expect(textOf(item)).toContain(
      'Because you told us that a GP decided (Change: Who decided) and that it has been talked through ' +
        'with the doctor and that the doctor has been given more information (Change: What has been done so far).',
    );
    expect(linksIn(item)).toEqual(
      expect.arrayContaining(
        ['decided-by', 'so-far'].map((slug) => `${plan.base}/questions/${slug}?from=plan`),
      ),
    );
  });

  it('has a link from each item to the section of the guide that it follows', async () => {
    const { page } = await planOf({});
    const items = page.having('data-advice');
    expect(items.length).toBeGreaterThan(5);
    for (const item of items) expect(linksIn(item).some((href) => href.startsWith('/guide/'))).toBe(true);
    expect(linksIn(items[0]!)).toContain('/guide/how-to-ask');
  });

  it('offers the card when the step is to talk', async () => {
    const offers = async (choices: Fields) => {
      const { base, page } = await planOf(choices);
      return page.all('a').some((link) => attribute(link, 'href') === `${base}/card`);
    };
    expect([await offers({}), await offers({ 'so-far': ['talked'] })]).toEqual([true, false]);
  });

  it('has words for asking somebody who was not asked yet, and no card', async () => {
    const plan = await planOf({ 'who-for': 'family-or-friend', 'their-agreement': 'not-asked' });
    expect(advicesIn(plan.page.main)[0]).toBe('ask-for-their-agreement');
    expect(textOf(adviceOf(plan, 'ask-for-their-agreement'))).toContain(
      '“Would you like another doctor to look at this? Shall I help you to ask, or would you rather leave it?”',
    );
    expect(plan.page.all('a').map((link) => attribute(link, 'href'))).not.toContain(`${plan.base}/card`);
  });
});
