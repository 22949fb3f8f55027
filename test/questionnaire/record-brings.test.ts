import { describe, expect, it } from 'vitest';
import { allQuestions } from '../../src/questionnaire/all-questions.ts';
import { isSituationDone, walkThrough } from '../../src/questionnaire/ordered-questions.ts';
import { asKept } from '../support/kept.ts';
import { TODAY } from '../support/services.ts';

const asked = (way: string, hasRecord: boolean, others: Record<string, string> = {}) => {
  const answers = { 'help-with': way, 'who-for': 'me', nation: 'england', ...others };
  const kept = Object.fromEntries(Object.entries(answers).map(([slug, value]) => [slug, { [slug]: value }]));
  return walkThrough(allQuestions, asKept(kept), TODAY, { hasRecord });
};
const gapOf = (...on: Parameters<typeof asked>) => asked(...on).gap?.placed.question.slug;
const AGREED = { 'who-for': 'client', nickname: '', 'their-agreement': 'no' };

describe('a record adds the questions that the plan needs', () => {
  it.each([
    ['quick-letter', false, {}, 'letter'],
    ['quick-letter', true, {}, 'detained'],
    ['quick-letter', true, { detained: 'no' }, 'decided-by'],
    ['quick-letter', true, { detained: 'no', 'decided-by': 'gp' }, 'letter'],
    ['letter-only', false, { detained: 'no' }, 'letter'],
    ['letter-only', true, { detained: 'no' }, 'decided-by'],
    ['letter-only', true, { detained: 'no', 'decided-by': 'gp' }, 'letter'],
    // Without the right to act there is no record, so it adds no questions.
    ['quick-letter', true, AGREED, undefined],
    // Somebody who came for advice is asked these questions anyway.
    ['advice-and-letter', true, { detained: 'no' }, 'concern'],
  ] as const)('%s, with a record: %s, and %o: next is %s', (way, hasRecord, others, slug) => {
    expect(gapOf(way, hasRecord, others)).toBe(slug);
  });

  it('does not add the questions about reasons, history and condition', () => {
    const walk = asked('letter-only', true, { detained: 'no', 'decided-by': 'gp' });
    expect(isSituationDone(walk)).toBe(true);
    const slugs = walk.visits
      .filter(({ placed }) => placed.part === 'situation')
      .map((v) => v.placed.question.slug);
    expect(slugs).toEqual(['help-with', 'who-for', 'nation', 'detained', 'decided-by']);
  });
});
