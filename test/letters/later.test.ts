import { describe, expect, it } from 'vitest';
import { LATER_LETTERS, type LetterId } from '../../src/questionnaire/questions/people.ts';
import { everyField } from '../../src/questionnaire/every-field.ts';
import { allQuestions } from '../../src/questionnaire/all-questions.ts';
import { renderPlainText } from '../../src/formats/plain-text.ts';
import { LATER_ANSWERS } from '../support/later-answers.ts';
import { type Kept, write } from './support/letters.ts';
import { fullAnswers, type Role, ROLES } from './support/roles.ts';

/** The answers of a whole letter with another answer to one of its own questions. */
const withOther = (letter: LetterId, slug: string, other: Kept[string], role: Role = 'patient'): Kept => ({
  ...fullAnswers(letter, role),
  [slug]: { ...LATER_ANSWERS[slug], ...other },
});

const bodyOf = (kept: Kept) => write(kept).text.split('\n\n').slice(1).join('\n\n');
const addressed = (kept: Kept) =>
  write(kept).document.blocks.flatMap((block) => (block.kind === 'recipient' ? block.lines : []));
const textOf = (kept: Kept, kind: 'subject' | 'salutation') =>
  write(kept).document.blocks.flatMap((block) => (block.kind === kind ? block.text : []))[0];

describe('a chaser', () => {
  it.each([
    ['second-opinion', 'what has happened to my request for a second opinion. I asked for it by post on 3'],
    ['review', 'what has happened to my request for a review. I asked for it by post on 3 March 2026.'],
    ['reasons', 'my request to be told the reasons for the answer. I asked for it by post on 3 March'],
    ['referral', 'Was it sent, when and to whom, and how long is the wait?'],
    [
      'complaint',
      'Please tell me what has happened to my complaint. I made the complaint by post on 3 March 2026.',
    ],
    ['funding', 'Was it sent, and when does the board decide?'],
    [
      'report',
      'Please send me a copy of the report of my second opinion. I asked for the second opinion by post',
    ],
  ])('about %s asks for what is missing', (about, asks) => {
    expect(bodyOf(withOther('chaser', 'earlier', { about }))).toContain(asks);
  });

  it.each([
    [{ 'asked-on-day': '3' }, 'My request of 3 March 2026'],
    [{ 'asked-on-day': '' }, 'My request of March 2026'],
    [{ about: 'complaint' }, 'My complaint of 3 March 2026'],
  ])('after %j has its day in the subject: %s', (other, subject) => {
    expect(textOf(withOther('chaser', 'earlier', other), 'subject')).toBe(subject);
  });

  it('about a complaint with no news asks whether they have it', () => {
    const kept = withOther('chaser', 'earlier', { about: 'complaint', 'their-reference': '' });
    expect(bodyOf({ ...kept, since: {} })).toContain(
      'Please tell me whether you have my complaint, and what has happened to it.',
    );
  });

  it('by a carer is about the request of the other person', () => {
    expect(textOf(withOther('chaser', 'earlier', {}, 'carer-she'), 'subject')).toBe(
      "Amina Khan's request of 3 March 2026",
    );
  });

  it('goes to the doctor, or about a complaint to the complaints team', () => {
    expect(addressed(withOther('chaser', 'earlier', {}))[0]).toBe('Dr Patel');
    const toTeam = withOther('chaser', 'earlier', { about: 'complaint' });
    expect(addressed(toTeam)[0]).toBe('Borchester Integrated Care Board');
    expect(textOf(toTeam, 'salutation')).toBe('Dear Sir or Madam,');
    expect(bodyOf(toTeam)).not.toContain('appointment');
  });

  it('mentions a copy only if that was ticked', () => {
    const without = withOther('chaser', 'since', { 'copy-with-it': [], 'answer-hoped-by-year': '2099' });
    expect(bodyOf(without)).not.toContain('copy');
  });
});

describe('a letter after a no', () => {
  it.each([
    ['yes', /^Please look again at my request/m, /why .* was refused/],
    ['no', /^Please tell me in writing why .* was refused, and look at it again\./m, /Please look again at/],
    [
      'not-clear',
      /^Please tell me in writing why .* was refused, and look at it again\./m,
      /No reasons were/,
    ],
  ])('with reasons given: %s', (given, says, never) => {
    const text = bodyOf(withOther('ask-reasons', 'the-answer', { 'reasons-given': given }));
    expect(text).toMatch(says);
    expect(text).not.toMatch(never);
  });

  it('to a GP asks for the referral', () => {
    const gp = { doctor: { 'doctor-role': 'gp', 'doctor-name': 'Dr Patel' } };
    expect(bodyOf({ ...fullAnswers('ask-reasons', 'patient'), ...gp })).toMatch(
      /my request to be referred for a second opinion.* a psychiatrist or another GP\./,
    );
  });

  it.each([
    ['said', 'I was told on 14 April 2026 that the answer was no.'],
    ['message', 'I was told in a message on 14 April 2026 that the answer was no.'],
    ['somebody-else-told-me', 'I was told by somebody else on 14 April 2026 that the answer was no.'],
    ['', 'I was told on 14 April 2026 that the answer was no.'],
  ])('says how the answer came: %s', (how, says) => {
    expect(bodyOf(withOther('ask-reasons', 'the-answer', { 'refused-how': how }))).toContain(says);
  });

  it('does not mention a local policy if there is none', () => {
    const none = withOther('ask-reasons', 'put-right', { 'local-policy': 'there-is-none' });
    expect(bodyOf(none)).not.toMatch(/policy|once/);
  });
});

describe('a complaint', () => {
  it.each([
    ['practice', 'The Practice Manager'],
    ['service', 'The Complaints Manager'],
    ['board', 'The Complaints Manager'],
  ])('to the %s is addressed to %s, with the organisation below', (to, office) => {
    const kept = withOther('complaint', 'complain-to', { 'complain-to': to });
    expect(addressed(kept).slice(0, 2)).toEqual([office, 'Borchester NHS Trust']);
    expect(textOf(kept, 'salutation')).toBe('Dear Sir or Madam,');
  });

  it.each(['complaint', 'funding-review'] as const)(
    'needs the date of birth (%s), as the people who get it do not know the patient',
    (letter) => {
      const none = { 'date-of-birth-day': '', 'date-of-birth-month': '', 'date-of-birth-year': '' };
      const kept = fullAnswers(letter, 'patient');
      expect(() => write({ ...kept, patient: { ...kept.patient, ...none } })).toThrow('"patient" waits');
    },
  );

  it('lists what happened in the order in which it was typed, and goes to nobody else', () => {
    const { document } = write(fullAnswers('complaint', 'patient'));
    const lists = document.blocks.flatMap((block) => (block.kind === 'list' ? [block] : []));
    expect(
      lists.find(({ intro }) => intro === 'What happened, in order:')?.items.map(({ text }) => text),
    ).toEqual(['3 March 2026 - asked for a second opinion by letter', '2 April 2026 - rang, no news']);
    expect(document.blocks.filter(({ kind }) => kind === 'recipient')).toHaveLength(1);
  });

  it('has one sentence for each choice that was ticked, and no other', () => {
    const field = allQuestions.inOrder.flatMap(everyField).find(({ name }) => name === 'complaint-about')!;
    const alone = field.values.map((value) => {
      const answers = withOther('complaint', 'complaint-about', {
        'complaint-about': [value],
        'complaint-details': 'Nobody rang back.',
      });
      return /I complain that:\n((?:- .*\n)+)/.exec(write(answers).text)?.[1] ?? '';
    });
    expect(new Set(alone).size).toBe(field.values.length);
    for (const points of alone) expect(points.trim().split('\n')).toHaveLength(1);
  });

  it('names the doctor only if that was ticked', () => {
    const unnamed = withOther('complaint', 'complain-to', { 'name-doctor': [] });
    expect(write(unnamed).text).not.toContain('Patel');
    expect(write(fullAnswers('complaint', 'patient')).text).toContain('- Dr Anil Patel\n');
  });
});

describe('a letter about a decision not to pay', () => {
  const toDoctor = (other: Kept[string]) =>
    withOther('funding-review', 'decision', { 'write-to': 'doctor', ...other });
  const toBoard = (other: Kept[string]) => withOther('funding-review', 'decision', other);

  it('asks the doctor to ask the board', () => {
    expect(addressed(toDoctor({}))[0]).toBe('Dr Patel');
    expect(bodyOf(toDoctor({}))).toContain(
      'Please ask the board to look again at its decision not to pay for my',
    );
  });

  it.each([
    ['me', true],
    ['either', true],
    ['doctor', false],
    ['not-said', false],
    ['', false],
  ])('asks the board itself to review it if "%s" may: %s', (who, asks) => {
    expect(bodyOf(toBoard({ 'review-who': who })).includes('Please review it.')).toBe(asks);
  });

  it.each([
    ['not-seen', 'Please send me the decision letter and the application.'],
    ['doctor-has-it', 'Please send me a copy of the decision letter.'],
  ])('asks for the decision letter if it is "%s"', (where, says) => {
    expect(bodyOf(toDoctor({ 'decision-letter': where }))).toContain(says);
    expect(bodyOf(toDoctor({}))).not.toContain(says);
    expect(bodyOf(toDoctor({ 'decision-letter': where }))).toContain('The reasons that I have been told so');
    expect(bodyOf(toDoctor({}))).toContain('The reasons that the board gave:');
  });

  it('to the board has what the decision letter said, and what the board is asked to send', () => {
    const text = bodyOf(toBoard({}));
    for (const words of [
      'Please tell me in writing the reasons for the decision',
      'Please also tell me how the decision can be reviewed.',
      'Its reference is IFR 88.',
      'NHS number: 999 000 0018',
      'The reasons that I have been told so far:\n- a local service can do the same',
      'Please send me the policy that was used.',
    ])
      expect(text).toContain(words);
    expect(text).not.toMatch(/Will you do this|appointment/);
  });

  it('gives the last day as the decision letter has it, and says if it has passed', () => {
    const day = 'The decision letter says that a review must be asked for by';
    expect(bodyOf(toBoard({}))).toContain(`${day} 12 May 2026. That day has passed`);
    const open = bodyOf(toBoard({ 'review-by-day': '', 'review-by-month': '12' }));
    expect(open).toContain(`${day} December 2026.`);
    expect(open).not.toContain('has passed');
    const none = { 'review-by-day': '', 'review-by-month': '', 'review-by-year': '' };
    expect(bodyOf(toBoard(none))).not.toContain('must be asked for');
  });
});

/** Every checkbox of part 2 ticked, except those that exclude the others. */
const EVERY_BOX: Kept = Object.fromEntries(
  allQuestions.inOrder
    .filter(({ part }) => part === 'letter')
    .map((placed) => [
      placed.question.slug,
      Object.fromEntries(
        everyField(placed)
          .filter(({ control }) => control === 'checkboxes')
          .map(({ name, values, exclusive }) => [name, values.filter((value) => !exclusive.includes(value))]),
      ),
    ]),
);
const CHOICES: readonly (readonly [slug: string, field: string, values: readonly string[]])[] = [
  ['earlier', 'about', ['second-opinion', 'review', 'reasons', 'referral', 'complaint', 'funding', 'report']],
  ['the-answer', 'reasons-given', ['yes', 'no', 'not-clear']],
  ['complain-to', 'complain-to', ['practice', 'service', 'board']],
  ['decision', 'write-to', ['doctor', 'board']],
];

function everyWay(letter: LetterId, role: Role): readonly Kept[] {
  const full = fullAnswers(letter, role);
  const ticked = Object.fromEntries(
    Object.entries(full).map(([slug, given]) => [
      slug,
      slug === 'letter' || slug === 'contact' ? given : { ...given, ...EVERY_BOX[slug] },
    ]),
  );
  return CHOICES.flatMap(([slug, field, values]) =>
    values.map((value) => ({ ...ticked, [slug]: { ...ticked[slug], [field]: value } })),
  );
}

/** What no letter of this kind may say, whatever was ticked. None of it is in the sample answers. */
const NEVER: Readonly<Record<(typeof LATER_LETTERS)[number], RegExp>> = {
  chaser:
    /\b(?:received|arrived|ignored?|failed|failure|days?|weeks?|months|overdue|rules?|right to|urgent\w*|bipolar|sertraline|unwell|diagnosis of)\b|will complain/i,
  'ask-reasons': /\b(?:wrong|dismiss\w*|rights?|entitled|complain\w*|unfair|incorrect)\b/i,
  complaint:
    /\b(?:negligen\w*|discriminat\w*|misdiagnos\w*|harm\w*|deliberate\w*|wrong\w*|Ombudsman|solicitors?|press|GMC|compensation|money|bipolar|sertraline|copy|cc)\b/i,
  'funding-review':
    /\b(?:exceptional\w*|chances?|likely|costs?|other people|circumstances|supports?|wrong\w*|incorrect|within \d+|days?(?! has))\b/i,
};
const EVERYWHERE = /\b(?:you said|law|legal|guidance|NICE|Act|threat\w*|Constitution)\b/;

describe.each(LATER_LETTERS)('%s never says', (letter) => {
  it.each(Object.keys(ROLES) as Role[])(
    'anything that was not answered, even with every box ticked, by %s',
    (role) => {
      for (const kept of everyWay(letter, role)) {
        const { document, shortVersion } = write(kept);
        const start = document.blocks.findIndex(({ kind }) => kind === 'salutation');
        const end = document.blocks.findIndex(({ kind }) => kind === 'new-page');
        const blocks = document.blocks.slice(start, end < 0 ? undefined : end);
        const texts = renderPlainText({ ...document, blocks }) + shortVersion(1500);
        // Without the sample's own words, and without the right by which somebody writes.
        const ours = texts
          .replaceAll('The mornings are the worst part of the day.', '')
          .replaceAll('health and welfare', '');
        expect(ours).not.toMatch(NEVER[letter]);
        expect(ours).not.toMatch(EVERYWHERE);
      }
    },
  );
});
