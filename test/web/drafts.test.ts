import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { createJourneys } from '../../src/store/journeys.ts';
import { memoryRows } from '../../src/store/memory-rows.ts';
import { noting } from '../store/support/noting.ts';
import { type Answer, type Journey, runApp, type RunningApp } from '../support/app.ts';
import { answersOf } from '../support/answers.ts';
import { attribute, elementsIn, textOf } from '../support/page.ts';
import { JOURNEY_PAGES } from '../support/journey-pages.ts';

/** Leaving a question for a code or for large print: what was typed is kept, but does not count as an answer. */
const calls: string[] = [];
let app: RunningApp;
beforeAll(async () => {
  const rows = noting(memoryRows(), calls);
  app = await runApp({ journeys: createJourneys({ rows, pepper: Buffer.alloc(32, 7), hours: 24 }) });
});
afterAll(() => app.close());
afterEach(() => void (calls.length = 0));

const typed = 'Half a thought, and\r\nno more';
// A line end inside a paragraph becomes a space.
const kept = 'Half a thought, and no more';

const typedIn = ({ text }: Answer) => /<textarea[^>]*>\n?([^<]*)</.exec(text)?.[1];
const isLarge = ({ page }: Answer) => attribute(page.all('html')[0], 'class') === 'page-large';

/** The address that the button with this text sends the question's form to. */
const actionOf = ({ page }: Answer, says: string) =>
  page.all('button').flatMap((button) => (textOf(button) === says ? attribute(button, 'formaction')! : []));

const LARGE = 'Large print';
const USUAL = 'Usual print';
const SKIP = 'Skip this question';
const TIRED = 'Too tired? Get a code and carry on later';

const at = (journey: Journey, page: string) => app.get(`${journey.base}/${page}`, journey.cookie);
const background = (journey: Journey) => at(journey, 'questions/background');

describe('a question that somebody leaves half answered', () => {
  it.each([
    [TIRED, 'save'],
    [LARGE, 'questions/background'],
  ])('keeps what was typed: %s', async (says, leadsTo) => {
    const journey = await app.journey(answersOf({}, 'background'));
    const [action] = actionOf(await background(journey), says);
    const { status, to } = await app.post(action!, { background: typed }, journey.cookie);
    expect([status, to]).toEqual([303, `${journey.base}/${leadsTo}`]);
    expect(typedIn(await background(journey))).toBe(kept);
  });

  it('shows what was typed again after a skip, and keeps it out of the letter until then', async () => {
    const journey = await app.journey(answersOf());
    const change = await app.get(`${journey.base}/questions/background?from=check-answers`, journey.cookie);
    const [action] = actionOf(change, SKIP);
    const { status, to } = await app.post(action!, { background: typed }, journey.cookie);
    expect([status, to]).toEqual([303, `${journey.base}/check-answers`]);
    expect(typedIn(await background(journey))).toBe(kept);
    expect((await at(journey, 'letter.txt')).text).not.toContain(kept);
  });

  it('cannot be skipped if an answer is required', async () => {
    const journey = await app.journey(answersOf({}, 'contact'));
    expect(actionOf(await at(journey, 'questions/contact'), SKIP)).toEqual([]);
    const { status } = await app.post(`${journey.base}/questions/contact?then=skip`, {}, journey.cookie);
    expect(status).toBe(422);
  });

  it('still has to be answered', async () => {
    const journey = await app.journey(answersOf({}, 'background'));
    const [action] = actionOf(await background(journey), TIRED);
    await app.post(action!, { background: typed }, journey.cookie);
    expect((await at(journey, 'letter')).to).toBe(`${journey.base}/questions/background`);
  });

  it('shows what was typed again on another device, with the code', async () => {
    const journey = await app.journey(answersOf({}, 'background'));
    await app.post(actionOf(await background(journey), TIRED)[0]!, { background: typed }, journey.cookie);
    const saved = await app.post(`${journey.base}/save`, {}, journey.cookie);
    const code = textOf(saved.page.having('data-code')[0]);
    const { to, headers } = await app.post('/resume', { code });
    const cookie = headers.getSetCookie()[0]!.split(';')[0]!;
    const base = /^\/journey\/[\w-]+/.exec(to!)![0];
    expect(typedIn(await background({ base, cookie, secret: '' }))).toBe(kept);
  });

  it('shows the newer words, while the earlier answer counts until Continue', async () => {
    const journey = await app.journey(answersOf({ background: 'An old answer' }));
    const change = await app.get(`${journey.base}/questions/background?from=check-answers`, journey.cookie);
    await app.post(actionOf(change, TIRED)[0]!, { background: typed }, journey.cookie);
    expect(typedIn(await background(journey))).toBe(kept);
    expect((await at(journey, 'letter')).text).toContain('An old answer');
    await app.post(`${journey.base}/questions/background`, { background: 'A new answer' }, journey.cookie);
    expect(typedIn(await background(journey))).toBe('A new answer');
  });

  it('keeps an unfinished answer without complaining about it', async () => {
    const journey = await app.journey(answersOf({}, 'contact'));
    const [action] = actionOf(await at(journey, 'questions/contact'), TIRED);
    const { status } = await app.post(action!, { email: 'not an addr' }, journey.cookie);
    expect(status).toBe(303);
    const { page } = await at(journey, 'questions/contact');
    expect(page.all('input').map((input) => attribute(input, 'value'))).toContain('not an addr');
    expect(page.title).not.toMatch(/^Error/);
  });

  it('says when the text is too long for the field, and still shows all of it', async () => {
    const journey = await app.journey(answersOf({}, 'background'));
    const long = 'x'.repeat(5001);
    const answer = await app.post(
      actionOf(await background(journey), TIRED)[0]!,
      { background: long },
      journey.cookie,
    );
    expect(answer.status).toBe(422);
    expect(typedIn(answer)).toBe(long);
  });

  it('still leads back to where the answer was being changed from', async () => {
    const journey = await app.journey(answersOf());
    const change = await app.get(`${journey.base}/questions/background?from=check-answers`, journey.cookie);
    const { to } = await app.post(actionOf(change, LARGE)[0]!, { background: typed }, journey.cookie);
    expect(to).toBe(`${journey.base}/questions/background?from=check-answers`);
  });
});

describe('large print', () => {
  /** The form in the footer of a page other than a question. */
  const footerForm = ({ page }: Answer) =>
    elementsIn(page.all('footer')[0]!).find(({ tagName }) => tagName === 'form');

  it.each(JOURNEY_PAGES)(
    'can be turned on from %s, applies to every page of the journey, and can be turned off',
    async (name) => {
      const journey = await app.journey(answersOf({ 'who-for': 'client' }));
      const before = await at(journey, name);
      expect(isLarge(before)).toBe(false);
      const on = await app.post(attribute(footerForm(before), 'action')!, {}, journey.cookie);
      expect([on.status, on.to]).toEqual([303, `${journey.base}/${name}`]);
      for (const other of [name, 'letter', 'questions/background'])
        expect(isLarge(await at(journey, other))).toBe(true);
      const after = await at(journey, name);
      expect(textOf(footerForm(after))).toBe(USUAL);
      await app.post(attribute(footerForm(after), 'action')!, {}, journey.cookie);
      expect(isLarge(await at(journey, 'letter'))).toBe(false);
    },
  );

  it('applies to one journey: the other tab stays as it was', async () => {
    const first = await app.journey(answersOf());
    const second = await app.journey(answersOf(), first.secret);
    await app.post(`${first.base}/large-print?print=large&page=plan`, {}, first.cookie);
    expect(isLarge(await at(second, 'plan'))).toBe(false);
  });

  it('is not offered on the page that shows a code once, as the code would be lost', async () => {
    const journey = await app.journey(answersOf());
    const saved = await app.post(`${journey.base}/save`, {}, journey.cookie);
    expect(footerForm(saved)).toBeUndefined();
  });

  it.each([
    'print=large&page=//elsewhere.example',
    'print=large&page=../../start',
    'print=large&page=https:elsewhere.example',
    'print=large',
    'print=huge&page=plan',
    'page=plan',
    'print=large&page=plan&page=letter',
  ])('refuses to lead anywhere but to a page of the journey: %s', async (query) => {
    const journey = await app.journey(answersOf());
    const { status } = await app.post(`${journey.base}/large-print?${query}`, {}, journey.cookie);
    expect(status).toBe(400);
  });
});

describe('taking an answer', () => {
  it('opens the session and the journey once, and writes the journey once', async () => {
    const journey = await app.journey(answersOf({}, 'background'));
    calls.length = 0;
    await app.post(`${journey.base}/questions/background`, { background: typed }, journey.cookie);
    expect(calls).toEqual(['get', 'get', 'replace']);
  });
});
