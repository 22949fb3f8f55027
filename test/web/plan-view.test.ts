import type { DefaultTreeAdapterTypes as Tree } from 'parse5';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  answersOf,
  attribute,
  elementsIn,
  type Page,
  runApp,
  type RunningApp,
  textOf,
} from '../support/app.ts';
import type { Fields } from '../support/driver.ts';

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
const itemsIn = (element: Tree.Element) => elementsIn(element).map(textOf);
const advicesIn = (elements: readonly Tree.Element[]) =>
  elements.flatMap((element) => attribute(element, 'data-advice') ?? []);
const linksIn = (element: Tree.Element) =>
  elementsIn(element).flatMap((one) => (one.tagName === 'a' ? (attribute(one, 'href') ?? []) : []));

describe('the plan', () => {
  it('begins with the next step and folds away what is background, group by group', async () => {
    const { page } = await planOf({});
    expect(advicesIn(page.main)[0]).toBe('talk-it-through');
    const folded = page.all('details');
    expect(folded.map((group) => textOf(elementsIn(group)[0]))).toEqual([
      'What the doctor may be weighing',
      'Other places to ask',
      'Good to know',
    ]);
    expect(folded.filter((group) => attribute(group, 'open') !== undefined)).toEqual([]);
    const inFolds = folded.flatMap((group) => advicesIn(elementsIn(group)));
    expect(inFolds).toEqual([
      ...['symptoms-change', 'hard-to-accept', 'paying-for-a-private-doctor'],
      ...['what-to-expect', 'four-things-people-mix-up'],
    ]);
    const open = advicesIn(page.main).filter((id) => !inFolds.includes(id));
    expect(open).toEqual(['talk-it-through', 'review-treatment-too', 'mention-recovery']);
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
      [
        'your symptoms have changed',
        'the diagnosis is hard to accept',
        'getting better is slower than the doctor thought',
      ],
    ]);
    expect(textOf(adviceOf(plan, id))).toContain('you could mention that: your symptoms have changed');
  });

  it('mentions nothing where nothing was ticked', async () => {
    const nothing = { 'diagnosis-reasons': ['none-of-these'], history: ['none-of-these'] };
    const plan = await planOf(nothing);
    expect(textOf(adviceOf(plan, 'talk-it-through'))).not.toContain('From what you told us');
  });

  it('has a Change link beside each answer that it names, with words of its own', async () => {
    const plan = await planOf({ 'so-far': ['talked', 'gave-information'], 'decided-by': 'gp' });
    const item = adviceOf(plan, 'ask-after-gp');
    expect(textOf(item)).toContain(
      'Because you told us that a GP decided (Change the answer: Who decided) and that it has been talked through ' +
        'with the doctor and that the doctor has been given more information (Change the answer: What has been done so far).',
    );
    expect(linksIn(item)).toEqual(
      expect.arrayContaining(
        ['decided-by', 'so-far'].map((slug) => `${plan.base}/questions/${slug}?from=plan`),
      ),
    );
  });

  it('has a link from each item to the guide, on the section that it follows', async () => {
    const { page } = await planOf({});
    const items = page.having('data-advice');
    expect(items.length).toBeGreaterThan(5);
    for (const item of items) expect(linksIn(item).some((href) => href.startsWith('/guide/'))).toBe(true);
    expect(linksIn(items[0]!)).toContain('/guide/how-to-ask');
  });

  it('offers the card first where nothing was tried, and the letter first after that', async () => {
    const offers = async (choices: Fields) => {
      const { base, page } = await planOf(choices);
      const group = page.main.find((element) => attribute(element, 'class') === 'govuk-button-group')!;
      return linksIn(group).map((href) => href.replace(base, ''));
    };
    expect(await offers({})).toEqual(['/card', '/questions/letter']);
    expect(await offers({ 'so-far': ['talked'] })).toEqual(['/questions/letter', '/card']);
  });

  it('has words for asking who was not asked yet, and no card or letter', async () => {
    const plan = await planOf({ 'who-for': 'family-or-friend', 'their-agreement': 'not-asked' });
    expect(advicesIn(plan.page.main)[0]).toBe('ask-for-their-agreement');
    expect(textOf(adviceOf(plan, 'ask-for-their-agreement'))).toContain(
      '“Would you like another doctor to look at this?”'.replace(/[“”]/g, '"'),
    );
    expect(plan.page.all('a').map((link) => attribute(link, 'href'))).not.toContain(`${plan.base}/card`);
  });
});
