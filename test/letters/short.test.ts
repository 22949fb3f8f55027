import { describe, expect, it } from 'vitest';
import { LETTER_IDS } from '../../src/questionnaire/questions/people.ts';
import { SHORT_LIMIT, shortVersion } from '../../src/letters/short.ts';
import { ASKS, caseOf, type Kept, WORDS } from './support/letters.ts';
import { fullAnswers, ROLES, type Role } from './support/roles.ts';

const short = (kept: Kept, leftOut: readonly string[] = []) =>
  shortVersion(caseOf(kept), WORDS, new Set(leftOut));
const roles = Object.keys(ROLES) as Role[];
const all = LETTER_IDS.flatMap((letter) => roles.map((role) => [letter, role] as const));

describe('the short version, for an online form', () => {
  it.each(all)('of %s by %s asks first, and fits', (letter, role) => {
    const text = short(fullAnswers(letter, role));
    expect([...text].length).toBeLessThanOrEqual(SHORT_LIMIT);
    expect(text).toMatch(ASKS[letter]);
    expect(text).toMatch(/I have a longer letter/);
  });

  it('says by what right somebody else writes', () => {
    expect(short(fullAnswers('review-treatment', 'carer-she'))).toContain('She has agreed');
    expect(short(fullAnswers('review-treatment', 'attorney-he'))).toContain(
      'attorney for health and welfare',
    );
  });

  it('leaves a sentence out whole where there is no room for it, and never what comes before it', () => {
    const kept = fullAnswers('review-treatment', 'patient');
    const text = short({
      ...kept,
      problems: { 'problem-areas': ['sleep'], problems: `${'x'.repeat(500)}\nshort` },
    });
    expect(text).not.toContain('xxx');
    expect(text).toMatch(/^Please could you review my treatment\? .*I have a longer letter/);
  });

  it('has nothing of what was left out of the letter', () => {
    const kept = fullAnswers('review-treatment', 'patient');
    expect(short(kept)).toContain('sleep');
    expect(short(kept, ['problemAreas:sleep'])).not.toContain('sleep');
  });
});
