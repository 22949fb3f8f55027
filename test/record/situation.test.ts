import { describe, expect, it } from 'vitest';
import type { Answers } from '../../src/questionnaire/all-questions.ts';
import type { Day } from '../../src/questionnaire/calendar.ts';
import { complainBy, isOmbudsmanDue } from '../../src/record/limits.ts';
import { lastSent } from '../../src/record/sent.ts';
import { type AdviceSituation, situationFrom } from '../../src/record/situation.ts';
import { timelineFrom } from '../../src/record/timeline.ts';
import { addWorkingDays } from '../../src/record/working-days.ts';
import { isOverdue, waitsOf } from '../../src/record/waits.ts';
import { entry } from '../support/entries.ts';

const TODAY = '2026-11-22' as Day;
const ADVICE = {
  'help-with': 'advice-and-letter',
  'who-for': 'me',
  nation: 'england',
  detained: 'no',
  concern: 'treatment',
  'decided-by': 'psychiatrist',
  'so-far': ['talked'],
} as unknown as Answers;

/** The situation after some entries, each written as "day: what happened". */
function after(rows: readonly string[], answers: Answers = ADVICE, today = TODAY): AdviceSituation {
  const entries = rows.map((row, index) => {
    const [day = '', text = ''] = row.split(': ');
    return entry(day, text, index);
  });
  return situationFrom(answers, today, entries) as AdviceSituation;
}

const SENT = '3 Nov 2026: sent-letter letter=second-opinion-treatment how=post';
const ASKED = '3 Nov 2026: asked asked-for=second-opinion';
const NO = '10 Nov 2026: answer answer-was=no reasons-given=no';
const COMPLAINT = '11 Nov 2026: sent-letter letter=complaint how=email';
const SINCE = { since: '2026-11-03' };

describe('the stage after', () => {
  it.each<[string, readonly string[], object]>([
    ['nothing', [], { at: 'not-asked-for' }],
    ['a letter', [SENT], { at: 'no-answer', to: 'second-opinion', ...SINCE }],
    ['asking', [ASKED], { at: 'no-answer', to: 'second-opinion', ...SINCE }],
    [
      'asking for a review',
      ['3 Nov 2026: asked asked-for=review'],
      { at: 'no-answer', to: 'review', ...SINCE },
    ],
    [
      'a chaser',
      [SENT, '20 Nov 2026: sent-letter letter=chaser'],
      { at: 'no-answer', to: 'second-opinion', ...SINCE, chased: '2026-11-20' },
    ],
    [
      'asking for reasons',
      [SENT, NO, '11 Nov 2026: asked asked-for=reasons'],
      { at: 'refused', since: '2026-11-10' },
    ],
    ['a no', [SENT, NO], { at: 'refused', since: '2026-11-10' }],
    ['a no to a review', ['3 Nov 2026: asked asked-for=review', NO], { at: 'not-asked-for' }],
    [
      'a yes to a review',
      ['3 Nov 2026: asked asked-for=review', '10 Nov 2026: answer answer-was=yes agreed-where=local'],
      { at: 'review-agreed', since: '2026-11-10' },
    ],
    [
      'a yes',
      [SENT, '10 Nov 2026: answer answer-was=yes agreed-where=local'],
      { at: 'agreed', where: 'local', since: '2026-11-10' },
    ],
    [
      'something first, until a day in the future',
      [SENT, '10 Nov 2026: answer answer-was=something-first look-again-on=22-Nov-2026'],
      { at: 'something-first', to: 'second-opinion', since: '2026-11-10', until: '2026-11-22' },
    ],
    [
      'something first, until a day in the past',
      [SENT, '10 Nov 2026: answer answer-was=something-first look-again-on=21-Nov-2026'],
      { at: 'no-answer', to: 'second-opinion', since: '2026-11-21' },
    ],
    [
      'funding refused',
      ['3 Nov 2026: funding funding-was=refused review-by=1-Dec-2026'],
      { at: 'agreed', where: 'out-of-area', funding: 'refused', ...SINCE, by: '2026-12-01' },
    ],
    [
      'an appointment, although the record has no yes',
      ['1 Dec 2026: appointment with=second-doctor'],
      { at: 'agreed', where: 'not-sure', since: '2026-12-01' },
    ],
    [
      'an appointment with the usual doctor',
      [SENT, '1 Dec 2026: appointment with=usual-doctor'],
      { at: 'no-answer', to: 'second-opinion', ...SINCE },
    ],
    ['the second opinion', ['3 Nov 2026: had-it report=no'], { at: 'had-it-no-report', ...SINCE }],
    [
      'the second opinion, which said the same',
      ['3 Nov 2026: had-it report=yes it-said=the-same'],
      { at: 'had-it-agreed' },
    ],
    ['a new team', [SENT, '4 Nov 2026: changed-team'], { at: 'no-answer', to: 'second-opinion', ...SINCE }],
    ['settling the matter', [SENT, '4 Nov 2026: settled'], { at: 'settled', since: '2026-11-04' }],
    [
      'only a month',
      ['Oct 2026: asked asked-for=second-opinion'],
      { at: 'no-answer', to: 'second-opinion', since: '2026-10-31' },
    ],
  ])('%s', (_, rows, stage) => expect(after(rows).stage).toEqual(stage));

  it('entries that were added out of order follows the order of their days', () => {
    expect(after([NO, SENT]).stage).toEqual(after([SENT, NO]).stage);
  });
});

describe('the steps that count after', () => {
  const ALL = {
    ...ADVICE,
    'so-far': ['talked', 'asked-for-second-opinion', 'asked-in-writing', 'contacted-pals'],
  };
  it.each<[string, readonly string[], string]>([
    ['a letter', [SENT], 'talked asked-for-second-opinion asked-in-writing contacted-pals'],
    ['a no', [SENT, NO], 'talked asked-for-second-opinion'],
    [
      'a no with its reasons',
      [SENT, NO.replace('given=no', 'given=yes')],
      'talked asked-for-second-opinion asked-why',
    ],
    [
      'asking again after it',
      [SENT, NO, '12 Nov 2026: asked asked-for=again'],
      'talked asked-for-second-opinion asked-why asked-again',
    ],
    ['PALS after it', [SENT, NO, '12 Nov 2026: pals'], 'talked asked-for-second-opinion contacted-pals'],
    [
      'a no to a review',
      ['3 Nov 2026: asked asked-for=review', NO],
      'talked asked-for-second-opinion asked-in-writing contacted-pals asked-for-review',
    ],
    [
      'a complaint',
      [SENT, COMPLAINT],
      'talked asked-for-second-opinion asked-in-writing contacted-pals complained',
    ],
  ])('%s', (_, rows, steps) =>
    expect(after(rows, ALL as unknown as Answers).stepsTaken.join(' ')).toBe(steps),
  );
});

describe('a complaint', () => {
  it.each<[string, readonly string[], object]>([
    ['sent', [COMPLAINT], { at: 'sent', since: '2026-11-11', byPost: false }],
    [
      'acknowledged, with a day',
      [COMPLAINT, '12 Nov 2026: acknowledged answer-by=1-Dec-2026'],
      { at: 'acknowledged', since: '2026-11-12', sent: '2026-11-11', answerBy: '2026-12-01' },
    ],
    [
      'answered, not finally',
      [COMPLAINT, '12 Nov 2026: complaint-answer complaint-was=not-final'],
      { at: 'open-again', since: '2026-11-12', sent: '2026-11-11' },
    ],
    [
      'put right',
      [COMPLAINT, '12 Nov 2026: complaint-answer complaint-was=put-right'],
      { at: 'put-right', since: '2026-11-12' },
    ],
    [
      'chased',
      [COMPLAINT, '18 Nov 2026: sent-letter letter=chaser about=complaint'],
      { at: 'sent', since: '2026-11-11', byPost: false, chased: '2026-11-18' },
    ],
    [
      'asked about by telephone',
      [COMPLAINT, '18 Nov 2026: asked asked-for=news'],
      { at: 'sent', since: '2026-11-11', byPost: false, chased: '2026-11-18' },
    ],
  ])('%s', (_, rows, complaint) => expect(after(rows).complaint).toEqual(complaint));

  it('leaves the stage of the request as it was', () => {
    expect(after([SENT, NO, COMPLAINT]).stage).toEqual({ at: 'refused', since: '2026-11-10' });
  });
});

describe('what is due', () => {
  it.each<[string, readonly string[], readonly string[]]>([
    ['nothing without a day', [], []],
    ['an answer', [SENT], ['answer 2026-11-17']],
    ['an answer, from the last asking', [SENT, '20 Nov 2026: asked asked-for=news'], ['answer 2026-12-04']],
    [
      'a day to look again',
      [SENT, '10 Nov 2026: answer answer-was=something-first look-again-on=1-Dec-2026'],
      ['look-again 2026-12-01'],
    ],
    [
      'an appointment',
      ['3 Nov 2026: answer answer-was=yes agreed-where=not-sure'],
      ['appointment 2026-12-01'],
    ],
    [
      'the appointment that was made',
      ['3 Nov 2026: answer answer-was=yes agreed-where=local', '9 Dec 2026: appointment with=second-doctor'],
      ['appointment 2026-12-09'],
    ],
    [
      'both doctors',
      [
        '3 Nov 2026: answer answer-was=yes agreed-where=local',
        '9 Dec 2026: appointment with=second-doctor',
        '1 Dec 2026: appointment with=usual-doctor',
      ],
      ['appointment 2026-12-01', 'appointment 2026-12-09'],
    ],
    ['no past appointment with the usual doctor', ['3 Nov 2026: appointment with=usual-doctor'], []],
    [
      'an application',
      ['3 Nov 2026: answer answer-was=yes agreed-where=out-of-area'],
      ['application 2026-11-17'],
    ],
    [
      "the board's own day",
      ['3 Nov 2026: funding funding-was=applied answer-by=9-Dec-2026'],
      ['funding 2026-12-09'],
    ],
    [
      'the last day for a review',
      ['3 Nov 2026: funding funding-was=refused review-by=9-Dec-2026'],
      ['review-by 2026-12-09'],
    ],
    ['no last day if nobody gave one', ['3 Nov 2026: funding funding-was=refused'], []],
    ['a report', ['3 Nov 2026: had-it report=no'], ['report 2026-11-17']],
    ['an acknowledgement, three working days on', [COMPLAINT], ['acknowledgement 2026-11-16']],
    [
      'an acknowledgement, a week later by post',
      [COMPLAINT.replace('email', 'post')],
      ['acknowledgement 2026-11-23'],
    ],
    [
      'the same, asked about before the post can have come',
      [COMPLAINT.replace('email', 'post'), '12 Nov 2026: asked asked-for=news'],
      ['acknowledgement 2026-11-23'],
    ],
    [
      'the day that they gave',
      [COMPLAINT, '12 Nov 2026: acknowledged answer-by=4-Jan-2027'],
      ['complaint-answer 2027-01-04'],
    ],
    [
      'a month later, if they gave no day',
      [COMPLAINT, '12 Nov 2026: acknowledged'],
      ['complaint-answer 2026-12-12'],
    ],
    [
      'six months at most',
      [COMPLAINT, '12 Nov 2026: acknowledged answer-by=4-Jan-2028'],
      ['complaint-answer 2027-05-11'],
    ],
    ['the complaint and the request', [SENT, COMPLAINT], ['acknowledgement 2026-11-16', 'answer 2026-11-17']],
    ['nothing once it is settled', [SENT, '4 Nov 2026: settled'], []],
  ])('%s', (_, rows, waits) =>
    expect(waitsOf(after(rows)).map((wait) => `${wait.for} ${wait.due}`)).toEqual(waits),
  );

  it('is overdue from the day after', () => {
    expect(isOverdue({ due: TODAY }, TODAY)).toBe(false);
    expect(isOverdue({ due: '2026-11-21' as Day }, TODAY)).toBe(true);
  });
});

describe('working days', () => {
  it.each([
    ['2026-11-11', 3, '2026-11-16'],
    ['2026-11-13', 1, '2026-11-16'],
    ['2026-11-14', 1, '2026-11-16'],
    ['2026-11-16', 0, '2026-11-16'],
  ])('%s and %i: %s', (day, count, expected) => expect(addWorkingDays(day as Day, count)).toBe(expected));
});

describe('the usual time limits', () => {
  it('run from the first refusal in the record, and from nothing else', () => {
    const refusedTwice = after([SENT, NO, '20 Nov 2026: answer answer-was=no reasons-given=no']);
    expect(complainBy(refusedTwice)).toBe('2027-11-10');
    expect(complainBy(after([SENT]))).toBeUndefined();
  });

  it.each([
    ['2027-09-09', false],
    ['2027-09-10', true],
  ])('make the Ombudsman due ten months on: %s', (today, due) =>
    expect(isOmbudsmanDue(after([SENT, NO], ADVICE, today as Day))).toBe(due),
  );
});

describe('a letter counts as sent', () => {
  const CHASER = '20 Nov 2026: sent-letter letter=chaser about=second-opinion';
  const timeline = (...rows: readonly string[]) => after(rows).timeline;

  it.each([
    ['for its kind', [SENT], 'second-opinion-treatment', undefined, true],
    ['not for another kind', [SENT], 'second-opinion-diagnosis', undefined, false],
    ['for what it is about', [SENT, CHASER], 'chaser', 'second-opinion', true],
    ['not for anything else', [SENT, CHASER], 'chaser', 'referral', false],
    [
      'for anything, if nobody said what it was about',
      [SENT, CHASER.replace(' about=second-opinion', '')],
      'chaser',
      'referral',
      true,
    ],
    ['until the answer', [SENT, NO], 'second-opinion-treatment', undefined, false],
    [
      'even if a complaint was acknowledged since',
      [SENT, COMPLAINT, '12 Nov 2026: acknowledged'],
      'second-opinion-treatment',
      undefined,
      true,
    ],
  ] as const)('%s', (_, rows, letter, about, isSent) =>
    expect(lastSent(timeline(...rows), letter, about) !== undefined).toBe(isSent),
  );
});

describe('somebody who came only for a letter', () => {
  const QUICK = { 'help-with': 'quick-letter', 'who-for': 'me', nation: 'england' } as unknown as Answers;
  const WHO: Answers = { ...QUICK, 'decided-by': 'gp', detained: 'no' };

  it('wants only a letter until there is an entry', () => {
    expect(after([], QUICK).wants).toBe('letter');
    expect(after([SENT], WHO)).toMatchObject({ wants: 'advice', concern: 'treatment', decidedBy: 'gp' });
  });

  it.each([
    ['3 Nov 2026: sent-letter letter=review-diagnosis', 'diagnosis'],
    ['3 Nov 2026: pals', 'both'],
  ])('%s: the concern is %s', (row, concern) => expect(after([row], WHO).concern).toBe(concern));

  it('cannot have a situation until it is known who decided', () => {
    expect(() => after([SENT], QUICK)).toThrow('part 1 is not complete');
  });
});

describe('the timeline', () => {
  it('leaves out what no form accepts: unknown kinds, future days and days before 2000', () => {
    const rows = [
      ['3 Nov 2026', 'pals'],
      ['3 Nov 2026', 'won-the-lottery'],
      ['23 Nov 2026', 'pals'],
      ['3 Nov 1999', 'pals'],
      ['31 Feb 2026', 'pals'],
      ['3 Nov 2026', 'answer'],
      ['Nov 2026', 'sent-letter letter=complaint'],
    ] as const;
    const entries = rows.map(([day, text], index) => entry(day, text, index));
    expect(timelineFrom(entries, TODAY).map(({ id }) => id)).toEqual(['pals-3-Nov-2026-0']);
  });

  it('keeps the order in which entries of one day were added', () => {
    const entries = [entry('3 Nov 2026', 'pals', 2), entry('3 Nov 2026', 'advocate', 1)];
    expect(timelineFrom(entries, TODAY).map(({ what }) => what)).toEqual(['advocate', 'pals']);
  });
});
