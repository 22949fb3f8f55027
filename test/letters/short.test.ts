import { describe, expect, it } from 'vitest';
import { LETTER_IDS } from '../../src/questionnaire/questions/people.ts';
import { SHORT_LIMITS } from '../../src/letters/short.ts';
import { ASKS, type Kept, write } from './support/letters.ts';
import { fullAnswers, ROLES, type Role } from './support/roles.ts';

const short = (kept: Kept, limit: number = SHORT_LIMITS[0], leftOut: readonly string[] = []) =>
  write(kept, leftOut).shortVersion(limit);
const roles = Object.keys(ROLES) as Role[];
const all = LETTER_IDS.flatMap((letter) =>
  roles.flatMap((role) => SHORT_LIMITS.map((limit) => [letter, role, limit] as const)),
);
const LAST = /\nI can send a longer letter\.$/;

describe('the short version, for an online form', () => {
  it.each(all)('of %s by %s asks first, says who it is about, and fits %s', (letter, role, limit) => {
    const text = short(fullAnswers(letter, role), limit);
    expect([...text].length).toBeLessThanOrEqual(limit);
    expect(text).toMatch(ASKS[letter]);
    expect(text.split('\n')[1]).toMatch(/^\S+ \S+, born 4 March 1988, NHS number 999 000 0018$/);
    expect(text).toMatch(LAST);
    // Each line ends as a sentence does: nothing is cut.
    for (const line of text.split('\n').filter((one, i) => i !== 1 && !one.startsWith('Communication needs')))
      expect(line).toMatch(/[.?!]$/);
  });

  it('fits whatever names and lines are typed', () => {
    const answers = fullAnswers('second-opinion-diagnosis', 'carer-she');
    const long = '𝔸'.repeat(100);
    const text = short({
      ...answers,
      patient: { ...answers.patient, 'patient-name': long, 'known-as': long },
      writer: { 'writer-name': long, relationship: 'x'.repeat(200), organisation: '' },
    });
    expect([...text].length).toBeLessThanOrEqual(500);
    expect(text).toMatch(LAST);
  });

  it('says by what right somebody else writes', () => {
    expect(short(fullAnswers('review-treatment', 'carer-she'))).toContain('She has agreed');
    expect(short(fullAnswers('review-treatment', 'attorney-he'))).toContain(
      'attorney for health and welfare',
    );
  });

  it('tells what a doctor needs most first, item by item', () => {
    expect(short(fullAnswers('review-treatment', 'patient'))).toMatch(
      /\nCommunication needs: large print\nMedicine now: sertraline 50 mg once a day\.\nDiagnosis given: bipolar disorder\.\nUnwell: 5 years\.\n/,
    );
    const wide = short(fullAnswers('second-opinion-treatment', 'patient'), 1500);
    expect(wide).toContain('\nWhat is hard: feeling low most mornings; sleep; looking after myself.\n');
    expect(wide).toContain(
      'Treatments so far: fluoxetine 20 mg for 6 months, stopped because of headaches; CBT',
    );
  });

  it('leaves an item out whole where there is no room for it', () => {
    const problems = { problems: `${'x'.repeat(450)}\nshort` };
    const text = short({ ...fullAnswers('review-treatment', 'patient'), problems });
    expect(text).not.toContain('xxx');
    expect(text).toContain('What is hard: short.');
  });

  it('has nothing of what was left out of the letter', () => {
    const kept = fullAnswers('review-treatment', 'patient');
    expect(short(kept)).toContain('sleep');
    expect(short(kept, 500, ['problem-areas:sleep'])).not.toContain('sleep');
  });
});
