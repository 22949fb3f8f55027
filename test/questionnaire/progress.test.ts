import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { everyField } from '../../src/questionnaire/every-field.ts';
import { allQuestions } from '../../src/questionnaire/all-questions.ts';
import { progressOf } from '../../src/questionnaire/progress.ts';
import { answersOf } from '../support/answers.ts';
import type { Fields } from '../support/driver.ts';
import { type Kept, walked } from './support/walks.ts';

/** The progress of somebody who is at their first unanswered question. */
function atGap(kept: Kept) {
  const walk = walked(kept);
  return walk.gap && { ...progressOf(allQuestions, walk, walk.gap), part: walk.gap.placed.part };
}

const DIAGNOSIS = { concern: 'diagnosis', 'so-far': ['nothing-yet'] };
const QUICK = { 'help-with': 'quick-letter' };
const SECOND = { letter: 'second-opinion-diagnosis' };

const CASES: readonly [
  who: string,
  choices: Fields,
  at: string,
  number: number,
  total: number | undefined,
  isEstimate?: 'about',
][] = [
  ['at first', {}, 'help-with', 1, undefined],
  ['before the answers that decide on more questions', {}, 'nation', 3, 11, 'about'],
  ['while a step may lead to more questions', DIAGNOSIS, 'so-far', 7, 12, 'about'],
  ['once no step can lead to more', DIAGNOSIS, 'history', 9, 10],
  ['at the end of part 1', DIAGNOSIS, 'condition', 10, 10],
  ['before the letter is chosen', {}, 'letter', 1, 12, 'about'],
  ['once it is chosen', SECOND, 'patient', 2, 13],
  ['in the middle of it', SECOND, 'tried-to-resolve', 8, 13],
  ['at the end of it', SECOND, 'reply-by', 13, 13],
  [
    'with a letter about somebody else',
    { ...SECOND, 'who-for': 'client', 'whose-letter': 'mine' },
    'patient',
    2,
    15,
  ],
  ['the short way, before the letter', QUICK, 'nation', 3, 3],
  ['the short way, at the letter', QUICK, 'letter', 1, 5, 'about'],
  ['the short way', { ...QUICK, letter: 'second-opinion-diagnosis' }, 'contact', 3, 4],
];

/** A choice for every field that has them. */
const choices = fc.record(
  Object.fromEntries(
    allQuestions.inOrder
      .flatMap(everyField)
      .filter(({ name, values }) => values.length > 0 && name !== 'reply-by')
      .map(({ name, control, values }) => {
        const one = fc.constantFrom(...values);
        return [name, control === 'checkboxes' ? one.map((value) => [value]) : one];
      }),
  ),
);

describe('progress', () => {
  it.each(CASES)('is shown %s', (_who, chosen, at, number, total, isEstimate) => {
    expect(atGap(answersOf(chosen, at))).toMatchObject({ number, total, isEstimate: isEstimate === 'about' });
  });

  it('never shows a total that turns out wrong, unless it says "about"', () => {
    let told = 0;
    fc.assert(
      fc.property(choices, (chosen) => {
        const entries = Object.entries(answersOf(chosen));
        const stages = entries.flatMap((_, at) => atGap(Object.fromEntries(entries.slice(0, at))) ?? []);
        for (const part of ['situation', 'letter']) {
          const own = stages.filter((stage) => stage.part === part);
          expect(own.map(({ number }) => number)).toEqual(own.map((_, at) => at + 1));
          const totals = own.flatMap(({ total, isEstimate }) => (isEstimate ? [] : (total ?? [])));
          told += totals.length;
          expect(own.filter(({ total }) => total === undefined).length).toBe(part === 'situation' ? 1 : 0);
          expect(totals.filter((total) => total !== own.length)).toEqual([]);
        }
      }),
      { numRuns: 100 },
    );
    expect(told).toBeGreaterThan(200);
  });

  it('shows the same total on every page of a part, when the pages are opened again', () => {
    const walk = walked(answersOf(SECOND));
    const totals = walk.visits.map((visit) => progressOf(allQuestions, walk, visit).total);
    expect([...new Set(totals)]).toEqual([10, 13]);
  });

  it('counts a question that the short way left out, while it is open', () => {
    const walk = walked(answersOf({ ...QUICK, ...SECOND }));
    const unasked = walk.visits.find(({ placed }) => placed.question.slug === 'background')!;
    expect(progressOf(allQuestions, walk, unasked)).toEqual({ number: 4, total: 5, isEstimate: false });
  });
});
