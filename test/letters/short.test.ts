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
/** A form that takes any length. */
const NO_LIMIT = 20_000;
const LAST = /\nI can send a longer letter\.$/;

describe('the short version, for an online form', () => {
  it.each(all)(
    'of %s by %s begins with the ask, says who it is about, and fits %s characters',
    (letter, role, limit) => {
      const text = short(fullAnswers(letter, role), limit);
      expect([...text].length).toBeLessThanOrEqual(limit);
      expect(text).toMatch(ASKS[letter]);
      expect(text.split('\n')[1]).toMatch(/^\S+ \S+, born 4 March 1988, NHS number 999 000 0018\.$/);
      expect(text).toMatch(LAST);
      // Each line ends like a sentence: nothing is cut off, and a form may run lines together.
      for (const line of text.split('\n')) expect(line).toMatch(/[.?!]$/);
      // Some forms count the end of a line as two characters.
      expect([...text.replaceAll('\n', '\r\n')].length).toBeLessThanOrEqual(limit);
    },
  );

  it('fits however long the names are', () => {
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
    [{}, "I am Idris Khan, Amina's brother."],
    [{ organisation: 'Leeds Carers' }, "I am Idris Khan, Amina's brother, Leeds Carers."],
    [{ relationship: 'Her brother' }, 'I am Idris Khan, her brother.'],
    [{ relationship: "I'm her brother" }, "I am Idris Khan.\nI'm her brother."],
    [
      { relationship: 'WE SHARE A FLAT' },
      'I am Idris Khan.\nRelationship to Amina: WE SHARE A FLAT.\n' +
        'Amina has agreed that I may ask this for her.',
    ],
  ])('names the writer and their role: %j', (other, told) => {
    const answers = fullAnswers('review-treatment', 'carer-she');
    expect(short({ ...answers, writer: { ...answers.writer, ...other } }, 1500)).toContain(`\n${told}\n`);
  });

  it.each([
    ['patient', ['letter'], 'Please reply to me by letter.'],
    ['patient', ['letter', 'email'], 'Please reply to me by letter or email (letters@example.org).'],
    ['patient', ['text'], 'Please reply to me by text message (0113 496 0000).'],
    ['patient', [], 'Please reply to me: 0113 496 0000.'],
    ['carer-she', ['email'], 'Please reply to me by email (letters@example.org).'],
    // The surgery does not have the address of somebody who writes for another person.
    ['carer-she', ['letter'], 'Please reply to me by letter (12 Mill Lane, Leeds, LS1 4AB).'],
    ['carer-she', ['letter', 'telephone'], 'My address: 12 Mill Lane, Leeds, LS1 4AB.'],
  ] as const)('gives what the reply needs: %s, %j', (role, ways, told) => {
    const answers = { ...fullAnswers('review-diagnosis', role), 'reply-by': { 'reply-by': ways } };
    expect(short(answers, 1500)).toContain(`\n${told}\n`);
  });

  it('has the address to find the record by if there is no NHS number', () => {
    const answers = fullAnswers('review-treatment', 'carer-she');
    const patient = { ...answers.patient, 'nhs-number': '' };
    expect(short({ ...answers, patient })).toContain('born 4 March 1988, 7 Park Row, Leeds, LS1 5HD.\n');
  });

  it('says what right somebody else has to write', () => {
    expect(short(fullAnswers('review-treatment', 'carer-she'))).toContain('Amina has agreed');
    expect(short(fullAnswers('review-treatment', 'attorney-he'))).toContain(
      'attorney for health and welfare',
    );
  });

  it('has what a doctor needs most first, item by item', () => {
    expect(short(fullAnswers('review-treatment', 'patient'))).toMatch(
      /\nPlease reply to me by letter or telephone \(0113 496 0000\)\.\nCommunication needs: large print\.\nFor Dr Patel\.\nChange asked for: try a different treatment; [^\n]+\nMore about the change: [^\n]+\nMedicine now: sertraline 50 mg once a day\.\nDiagnosis given: bipolar disorder\.\nPossible side effects: tired all day; dry mouth\.\n/,
    );
    expect(short(fullAnswers('second-opinion-diagnosis', 'patient'))).toMatch(
      /\nDiagnosis given: bipolar disorder\.\nMy question: [^\n]+\nWhy the diagnosis does not seem right: /,
    );
    const wide = short(fullAnswers('second-opinion-treatment', 'patient'), 1500);
    expect(wide).toContain('\nWhat is hard: feeling low most mornings.\n');
    expect(wide).toContain(
      'Treatments so far: fluoxetine 20 mg for 6 months, stopped because of headaches; CBT',
    );
  });

  it('has what the person was told and their own words, if there is room', () => {
    const wide = short(fullAnswers('second-opinion-treatment', 'patient'), 1500);
    expect(wide).toContain('\nI was told that there are no other treatment options for me.\n');
    expect(wide).toContain('\nIn my own words: The mornings are the worst part of the day.\n');
    expect(wide).toContain('\nBackground: It began when I moved to Leeds and changed jobs.\n');
  });

  const everyRole = LETTER_IDS.flatMap((letter) => roles.map((role) => [letter, role] as const));
  it.each(everyRole)('of %s by %s says all that its letter says, if there is room', (letter, role) => {
    const kept = fullAnswers(letter, role);
    const whole = short(kept, NO_LIMIT);
    const { choices } = write(kept);
    expect(choices.length).toBeGreaterThan(0);
    // What can be left out of the letter is in the short version if leaving it out changes that.
    const missing = choices.filter(({ key }) => short(kept, NO_LIMIT, [key]) === whole);
    expect(missing.map(({ key }) => key)).toEqual([]);
  });

  it.each([
    ['complaint', 'What should have happened, in my view: There should have been an answer, or the name'],
    ['complaint', 'Why this complaint comes now: Hospital treatment took up the spring.\n'],
    ['complaint', 'You may also talk about this complaint with this advocate: Jo Bright, 0808 157 0193.\n'],
    ['complaint', 'This complaint may be shared with those it is about.\n'],
    ['funding-review', 'About how it was decided: the report came after the meeting.\n'],
    [
      'ask-reasons',
      'What the local policy on second opinions says: A patient may ask for a second opinion once.\n',
    ],
    [
      'ask-reasons',
      'If the answer is still no, please put that in writing, with your reasons. Please also tell',
    ],
    ['chaser', 'I have not had an answer yet.\n'],
    ['chaser', 'If this should go to somebody else, please tell me who.\n'],
    ['chaser', 'I can send a copy of what was sent before.\n'],
    ['review-diagnosis', 'The right diagnosis matters for my recovery and for the choice of treatment.\n'],
  ] as const)('of %s ends with what is less needed: %s', (letter, told) => {
    expect(short(fullAnswers(letter, 'patient'), 1500)).toContain(`\n${told}`);
  });

  it.each([
    ['yes', 'Reasons given: too soon.'],
    ['not-clear', 'Reasons given, which are not clear to me: too soon.'],
    ['no', 'This was the answer, as far as I know: too soon.'],
  ])('calls reasons what the writer calls them: %s', (given, told) => {
    const kept = fullAnswers('ask-reasons', 'patient');
    const answer = { ...kept['the-answer'], 'reasons-given': given, reasons: 'too soon' };
    expect(short({ ...kept, 'the-answer': answer }, 1500)).toContain(`\n${told}\n`);
  });

  it.each([
    ['have-it', 'doctor', 'The reasons that the board gave: a local service can do the same.'],
    ['not-seen', 'doctor', 'The reasons that I have been told so far: a local service can do the same.'],
    ['have-it', 'board', 'The reasons that I have been told so far: a local service can do the same.'],
  ])("gives the board's own reasons only from its letter: %s, to the %s", (seen, to, told) => {
    const kept = fullAnswers('funding-review', 'patient');
    const decision = { ...kept.decision, 'decision-letter': seen, 'write-to': to };
    expect(short({ ...kept, decision }, 1500)).toContain(`\n${told}\n`);
  });

  it('names the decision in each sentence about it, as one of them may not fit', () => {
    const text = short(fullAnswers('funding-review', 'patient'), 1500);
    expect(text).toContain('\nThe reference of the decision is IFR 88.\n');
    expect(text).toContain('\nThe date to ask for a review by has passed. Please tell me whether');
  });

  it('begins a complaint with what was typed if it is about nothing else', () => {
    const kept = fullAnswers('complaint', 'patient');
    const about = { 'complaint-about': ['other'], 'complaint-details': 'My letter was lost.' };
    expect(short({ ...kept, 'complaint-about': about }, 500)).toContain(
      'Dr Anil Patel.\nWhat I complain about, and what should have happened: My letter was lost.\n',
    );
  });

  it('keeps the line that leads into a list with its items, and leaves out a bare number', () => {
    const answers = fullAnswers('review-diagnosis', 'patient');
    const wide = short(
      {
        ...answers,
        background: { background: 'What changed\n- he gets lost\n- he hides' },
        health: { 'unwell-for': '3' },
      },
      1500,
    );
    expect(wide).toContain('\nBackground: What changed: he gets lost; he hides.\n');
    expect(wide).not.toContain('How long unwell');
  });

  it('leaves out a whole item when there is no room for it', () => {
    const problems = { problems: `${'x'.repeat(450)}\nshort` };
    const text = short({ ...shortAnswers('review-treatment'), problems });
    expect(text).not.toContain('xxx');
    expect(text).toContain('What is hard: short (more in my letter).');
  });

  it('has nothing that was left out of the letter', () => {
    const kept = fullAnswers('review-treatment', 'patient');
    expect(short(kept, 1500)).toContain('Problems with: sleep; looking after myself.');
    expect(short(kept, 1500, ['problem-areas:sleep'])).not.toContain('sleep');
  });
});
