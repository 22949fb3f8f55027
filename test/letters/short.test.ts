import { describe, expect, it } from 'vitest';
import { LETTER_IDS } from '../../src/questionnaire/questions/people.ts';
import { SHORT_LIMITS } from '../../src/letters/short.ts';
import { ASKS, type Kept, write } from './support/letters.ts';
import { fullAnswers, ROLES, type Role, shortAnswers } from './support/roles.ts';

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

  it.each([
    [{}, "I am Idris Khan, Amina's brother, 0113 496 0000."],
    [{ organisation: 'Leeds Carers' }, "I am Idris Khan, Amina's brother, Leeds Carers, 0113 496 0000."],
    [{ relationship: 'Her brother' }, 'I am Idris Khan, her brother, 0113 496 0000.'],
    [{ relationship: "I'm her brother" }, "I am Idris Khan, 0113 496 0000.\nI'm her brother."],
    [
      { relationship: 'WE SHARE A FLAT' },
      'I am Idris Khan, 0113 496 0000.\nRelation to Amina: WE SHARE A FLAT\n' +
        'She has agreed that I may write this letter for her.',
    ],
  ])('names who writes, their role and one way to reach them: %j', (other, told) => {
    const answers = fullAnswers('review-treatment', 'carer-she');
    expect(short({ ...answers, writer: { ...answers.writer, ...other } }, 1500)).toContain(`\n${told}\n`);
  });

  it.each([
    [{ 'reply-by': ['letter'] }, 'Please reply to me by letter: 12 Mill Lane, Leeds, LS1 4AB'],
    [{ 'reply-by': ['letter', 'email'] }, 'Please reply to me by letter or email: letters@example.org'],
    [{ 'reply-by': ['text'] }, 'Please reply to me by text message: 0113 496 0000'],
    [{}, 'My contact: 0113 496 0000'],
  ])('gives the contact that the reply needs: %j', (reply, contact) => {
    const answers = { ...fullAnswers('review-diagnosis', 'patient'), 'reply-by': reply };
    expect(short(answers)).toContain(`\n${contact}.\n`);
  });

  it('tells how to reply to somebody else where their contact alone does not', () => {
    const answers = fullAnswers('review-treatment', 'carer-she');
    const replying = (...ways: string[]) => short({ ...answers, 'reply-by': { 'reply-by': ways } });
    expect(replying('text')).toContain('\nPlease reply to me by text message.\n');
    expect(replying('email')).toContain(', letters@example.org.\n');
    expect(replying('email')).not.toContain('reply to me');
  });

  it('says by what right somebody else writes', () => {
    expect(short(fullAnswers('review-treatment', 'carer-she'))).toContain('She has agreed');
    expect(short(fullAnswers('review-treatment', 'attorney-he'))).toContain(
      'attorney for health and welfare',
    );
  });

  it('tells what a doctor needs most first, item by item', () => {
    expect(short(fullAnswers('review-treatment', 'patient'))).toMatch(
      /\nPlease reply to me by letter or telephone: 0113 496 0000\.\nCommunication needs: large print\nChange asked for: try a different treatment; [^\n]+\nMedicine now: sertraline 50 mg once a day\.\nSide effects/,
    );
    const wide = short(fullAnswers('second-opinion-treatment', 'patient'), 1500);
    expect(wide).toContain('\nWhat is hard: feeling low most mornings.\n');
    expect(wide).toContain(
      'Treatments so far: fluoxetine 20 mg for 6 months, stopped because of headaches; CBT',
    );
  });

  it('leaves an item out whole where there is no room for it', () => {
    const problems = { problems: `${'x'.repeat(450)}\nshort` };
    const text = short({ ...shortAnswers('review-treatment'), problems });
    expect(text).not.toContain('xxx');
    expect(text).toContain('What is hard: short (more in my letter).');
  });

  it('has nothing of what was left out of the letter', () => {
    const kept = fullAnswers('review-treatment', 'patient');
    expect(short(kept, 1500)).toContain('Problems with: sleep; looking after myself.');
    expect(short(kept, 1500, ['problem-areas:sleep'])).not.toContain('sleep');
  });
});
