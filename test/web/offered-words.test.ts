import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type RunningApp, runApp } from '../support/app.ts';
import { answersOf } from '../support/answers.ts';
import { attribute, textOf } from '../support/page.ts';

let app: RunningApp;
beforeAll(async () => {
  app = await runApp();
});
afterAll(() => app.close());

const DOUBTS = { 'who-for': 'me', 'help-with': 'advice-and-letter', concern: 'diagnosis' };

describe('what was ticked in part 1', () => {
  it.each([
    [
      'reasons-to-disagree',
      { 'diagnosis-reasons': ['doctors-differ', 'symptoms-changed'] },
      'Doctors have said different things',
    ],
    ['tried-to-resolve', { 'so-far': ['talked', 'contacted-pals'] }, 'Contacted PALS'],
  ])(
    'is offered beside %s as words to use, and never typed in for the person',
    async (slug, ticked, words) => {
      const { base, cookie } = await app.journey(
        answersOf({ ...DOUBTS, ...ticked, letter: 'second-opinion-diagnosis' }, slug),
      );
      const { page } = await app.get(`${base}/questions/${slug}`, cookie);
      expect(page.main.map(textOf).join(' ')).toContain(words);
      expect(textOf(page.byId(slug))).toBe('');
    },
  );

  it('offers no words when the only tick is "none of these"', async () => {
    const { base, cookie } = await app.journey(
      answersOf(
        { ...DOUBTS, 'diagnosis-reasons': ['none-of-these'], letter: 'second-opinion-diagnosis' },
        'reasons-to-disagree',
      ),
    );
    const { page } = await app.get(`${base}/questions/reasons-to-disagree`, cookie);
    const boxes = page.main.filter((element) => attribute(element, 'class') === 'govuk-inset-text');
    expect(boxes).toEqual([]);
  });
});
