import { describe, expect, it } from 'vitest';
import type { Answers } from '../../src/questionnaire/all-questions.ts';
import { dayFrom } from '../../src/questionnaire/calendar.ts';
import { situationFrom } from '../../src/record/situation.ts';
import { type Plan, planFor } from '../../src/rules/plan.ts';
import { entry } from '../support/entries.ts';
import { itemsOf, type Person, somebody } from './support/situations.ts';

/**
 * Stories over weeks. Each row has a day, what happened on it (nothing if somebody only looks), and what the plan then
 * says: the next step, the letter that it suggests, if any, and until when it waits.
 */
type Row = readonly [
  day: string,
  happened: string,
  step: string,
  letter?: string | undefined,
  until?: string,
];

const MONTHS = 'Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec'.split(' ');
function dayOf(text: string) {
  const [day, month, year = '2026'] = text.split(' ');
  return dayFrom(Number(year), MONTHS.indexOf(month!) + 1, Number(day))!;
}
const withYear = (day: string) => (day.split(' ').length === 3 ? day : `${day} 2026`);

function planOn(today: string, rows: readonly Row[], person: Person): Plan {
  const entries = rows
    .filter(([, happened]) => happened !== '')
    .map(([day, happened], index) => entry(withYear(day), happened, index));
  return planFor(situationFrom(person as unknown as Answers, dayOf(today), entries))!;
}

const TALKED = somebody({ concern: 'treatment', 'so-far': ['talked'] });
const SENT = 'sent-letter letter=second-opinion-treatment how=email';
const NO = 'answer answer-was=no reasons-given=no';

const STORIES: Readonly<Record<string, readonly [Person, readonly Row[]]>> = {
  'from the first letter to a yes': [
    TALKED,
    [
      ['1 Nov', '', 'ask-after-psychiatrist', 'second-opinion-treatment'],
      ['3 Nov', SENT, 'wait-for-answer', undefined, '2026-11-17'],
      ['17 Nov', '', 'wait-for-answer', undefined, '2026-11-17'],
      ['18 Nov', '', 'follow-up', 'chaser'],
      [
        '19 Nov',
        'sent-letter letter=chaser about=second-opinion',
        'wait-for-answer',
        undefined,
        '2026-12-03',
      ],
      [
        '25 Nov',
        'answer answer-was=yes agreed-where=local',
        'prepare-for-second-opinion',
        undefined,
        '2026-12-23',
      ],
      ['24 Dec', '', 'prepare-for-second-opinion', 'chaser'],
      [
        '28 Dec',
        'sent-letter letter=chaser about=referral',
        'prepare-for-second-opinion',
        undefined,
        '2027-01-25',
      ],
      ['4 Jan 2027', 'appointment with=second-doctor', 'get-ready-for-the-day', undefined, '2027-01-04'],
      ['5 Jan 2027', '', 'did-it-happen'],
      ['6 Jan 2027', 'had-it report=no', 'ask-for-the-report', undefined, '2027-01-20'],
      ['21 Jan 2027', '', 'ask-for-the-report', 'chaser'],
      ['22 Jan 2027', 'had-it report=yes it-said=something-else', 'talk-through-report'],
      ['1 Feb 2027', 'settled', 'settled'],
    ],
  ],
  'a complaint that put nothing right, and then it was settled all the same': [
    TALKED,
    [
      [
        '3 Nov',
        'sent-letter letter=second-opinion-treatment how=email',
        'wait-for-answer',
        undefined,
        '2026-11-17',
      ],
      [
        '20 Nov',
        'sent-letter letter=complaint how=email',
        'wait-for-acknowledgement',
        undefined,
        '2026-11-25',
      ],
      ['1 Dec', 'complaint-answer complaint-was=not-put-right', 'go-to-the-ombudsman'],
      ['2 Dec', 'settled', 'settled'],
    ],
  ],
  'nobody answers: PALS, an advocate, then a complaint': [
    TALKED,
    [
      ['3 Nov', 'asked asked-for=second-opinion how=phone', 'wait-for-answer', undefined, '2026-11-17'],
      ['18 Nov', '', 'follow-up-in-writing', 'second-opinion-treatment'],
      ['18 Nov', SENT, 'wait-for-answer', undefined, '2026-12-02'],
      ['3 Dec', '', 'follow-up', 'chaser'],
      ['3 Dec', 'asked asked-for=news how=phone', 'wait-for-answer', undefined, '2026-12-17'],
      ['18 Dec', '', 'contact-pals'],
      ['19 Dec', 'pals', 'use-advocate'],
      ['21 Dec', 'advocate', 'complain-to-service', 'complaint'],
      // Three working days after a week in the post.
      [
        '22 Dec',
        'sent-letter letter=complaint how=post',
        'wait-for-acknowledgement',
        undefined,
        '2027-01-01',
      ],
      ['2 Jan 2027', '', 'ask-for-acknowledgement', 'chaser'],
      [
        '4 Jan 2027',
        'sent-letter letter=chaser about=complaint',
        'wait-for-acknowledgement',
        undefined,
        '2027-01-07',
      ],
      ['8 Jan 2027', '', 'ask-for-acknowledgement'],
      ['9 Jan 2027', 'acknowledged', 'ask-for-a-day'],
      ['10 Jan 2027', 'asked asked-for=news', 'wait-for-complaint-answer', undefined, '2027-02-10'],
      ['11 Feb 2027', '', 'ask-for-a-day'],
      [
        '12 Feb 2027',
        'acknowledged answer-by=1-Mar-2027',
        'wait-for-complaint-answer',
        undefined,
        '2027-03-01',
      ],
      ['2 Mar 2027', '', 'chase-complaint', 'chaser'],
      ['3 Mar 2027', 'complaint-answer complaint-was=not-put-right', 'go-to-the-ombudsman'],
    ],
  ],
  'a no, after which only later steps count': [
    somebody({
      concern: 'diagnosis',
      'so-far': ['asked-in-writing', 'contacted-pals'],
      'answer-so-far': 'no-answer-yet',
    }),
    [
      ['3 Nov', '', 'follow-up', 'chaser'],
      ['20 Nov', NO, 'ask-why', 'ask-reasons'],
      ['21 Nov', 'asked asked-for=reasons', 'ask-again', 'ask-reasons'],
      ['23 Nov', 'sent-letter letter=ask-reasons how=post', 'wait-for-answer', undefined, '2026-12-07'],
      ['8 Dec', '', 'follow-up', 'chaser'],
      ['9 Dec', 'answer answer-was=no reasons-given=yes answered-by=gp', 'ask-again', 'ask-reasons'],
      ['10 Dec', 'asked asked-for=again', 'wait-for-answer', undefined, '2026-12-24'],
    ],
  ],
  'a review first: put off, then agreed, and no help': [
    TALKED,
    [
      ['3 Nov', 'sent-letter letter=review-treatment', 'wait-for-answer', undefined, '2026-11-17'],
      ['18 Nov', '', 'follow-up', 'chaser'],
      [
        '19 Nov',
        'answer answer-was=something-first look-again-on=1-Dec-2026',
        'something-first',
        undefined,
        '2026-12-01',
      ],
      ['2 Dec', '', 'wait-for-answer', undefined, '2026-12-15'],
      [
        '3 Dec',
        'answer answer-was=yes agreed-where=local',
        'see-whether-the-review-helps',
        undefined,
        '2026-12-31',
      ],
      ['1 Jan 2027', '', 'talk-through-the-review', 'second-opinion-treatment'],
    ],
  ],
  'a review refused: ask for a second opinion, and not for the review again': [
    TALKED,
    [
      ['3 Nov', 'asked asked-for=review', 'wait-for-answer', undefined, '2026-11-17'],
      ['18 Nov', '', 'follow-up-in-writing', 'review-treatment'],
      ['20 Nov', NO, 'ask-after-psychiatrist', 'second-opinion-treatment'],
    ],
  ],
  'money from the board': [
    TALKED,
    [
      ['3 Nov', SENT, 'wait-for-answer', undefined, '2026-11-17'],
      [
        '5 Nov',
        'answer answer-was=yes agreed-where=out-of-area',
        'apply-for-funding',
        undefined,
        '2026-11-19',
      ],
      ['20 Nov', '', 'apply-for-funding', 'chaser'],
      [
        '21 Nov',
        'funding funding-was=applied answer-by=10-Jan-2027',
        'wait-for-funding',
        undefined,
        '2027-01-10',
      ],
      ['11 Jan 2027', '', 'wait-for-funding', 'chaser'],
      [
        '12 Jan 2027',
        'funding funding-was=refused review-by=9-Feb-2027',
        'ask-to-review-funding',
        'funding-review',
      ],
      [
        '20 Jan 2027',
        'sent-letter letter=funding-review',
        'wait-for-funding-review',
        undefined,
        '2027-02-03',
      ],
      ['4 Feb 2027', '', 'wait-for-funding-review'],
      ['10 Feb 2027', 'funding funding-was=agreed', 'go-with-funding', undefined, '2027-03-10'],
      ['11 Mar 2027', '', 'go-with-funding', 'chaser'],
    ],
  ],
  'a complaint whose year goes by': [
    TALKED,
    [
      ['3 Nov', SENT, 'wait-for-answer', undefined, '2026-11-17'],
      ['20 Nov', NO, 'ask-why', 'ask-reasons'],
      ['1 Apr 2027', 'sent-letter letter=complaint', 'wait-for-acknowledgement', undefined, '2027-04-06'],
      [
        '7 Apr 2027',
        'acknowledged answer-by=1-Dec-2027',
        'wait-for-complaint-answer',
        undefined,
        '2027-10-01',
      ],
      ['20 Sep 2027', '', 'go-to-the-ombudsman'],
    ],
  ],
  'a complaint in Scotland does not have the time limits of England': [
    { ...TALKED, nation: 'scotland' },
    [
      ['3 Nov', NO, 'ask-why', 'ask-reasons'],
      ['5 Nov', 'acknowledged', 'wait-for-complaint-in-scotland'],
      ['5 Nov 2027', 'complaint-answer complaint-was=not-put-right', 'wait-for-complaint-in-scotland'],
    ],
  ],
  'a letter only, and then a record': [
    { 'help-with': 'quick-letter', 'who-for': 'me', nation: 'england', detained: 'no', 'decided-by': 'gp' },
    [
      ['3 Nov', SENT, 'wait-for-answer', undefined, '2026-11-17'],
      ['4 Nov', 'appointment with=usual-doctor', 'wait-for-answer', undefined, '2026-11-17'],
      ['20 Nov', NO, 'ask-why', 'ask-reasons'],
    ],
  ],
};

describe.each(Object.entries(STORIES))('%s', (_, [person, rows]) => {
  it.each(rows.map((row, index) => [row[0], row[1] || 'nothing new', index] as const))(
    '%s: %s',
    (day, _happened, index) => {
      const [, , step, letter, until] = rows[index]!;
      const { nextStep } = planOn(day, rows.slice(0, index + 1), person);
      expect({ step: nextStep.id, letter: nextStep.letter, until: nextStep.waitUntil }).toEqual({
        step,
        letter,
        until,
      });
    },
  );
});

describe('an open complaint', () => {
  const rows: readonly Row[] = [
    ['3 Nov', SENT, ''],
    ['20 Nov', NO, ''],
    ['21 Nov', 'sent-letter letter=complaint how=email', ''],
  ];

  it('comes first, with the step of the request and its letter beside it', () => {
    const { nextStep, alongside } = planOn('22 Nov', rows, TALKED);
    expect(nextStep.id).toBe('wait-for-acknowledgement');
    expect(alongside[0]).toMatchObject({ id: 'ask-why', letter: 'ask-reasons' });
  });

  it('no longer comes first once it was put right', () => {
    const after: Row = ['30 Nov', 'complaint-answer complaint-was=put-right', ''];
    expect(planOn('1 Dec', [...rows, after], TALKED).nextStep.id).toBe('ask-why');
  });
});

describe('an item', () => {
  const rows: readonly Row[] = [
    ['3 Nov', SENT, ''],
    ['20 Nov', NO, ''],
  ];

  it('cites the entries that called for it, and no answers that did not', () => {
    const { nextStep } = planOn('21 Nov', rows, TALKED);
    expect(nextStep.entries.map(({ what, on }) => [what, on])).toEqual([['answer', '2026-11-20']]);
    expect(nextStep.because).toEqual([]);
  });

  it('cites the appointment for what is about it, and what was said of the funding for that', () => {
    const funded: readonly Row[] = [
      ['18 Nov', 'funding funding-was=refused', ''],
      ['16 Dec', 'appointment with=second-doctor', ''],
    ];
    const cited = itemsOf(planOn('20 Nov', funded, TALKED)).map(({ id, entries }) => [
      id,
      entries.map(({ what }) => what).join(),
    ]);
    expect(cited).toContainEqual(['get-ready-for-the-day', 'appointment']);
    expect(cited).toContainEqual(['board-gives-reasons', 'funding']);
  });

  it('gives the last day for a review of the funding only if their letter gave one', () => {
    const refused = (more: string): readonly Row[] => [['3 Nov', `funding funding-was=refused${more}`, '']];
    expect(planOn('4 Nov', refused(' review-by=1-Dec-2026'), TALKED).nextStep.askBy).toBe('2026-12-01');
    expect(planOn('4 Nov', refused(''), TALKED).nextStep.askBy).toBeUndefined();
  });

  it('waits for an appointment with the usual doctor, and stays the next step', () => {
    const usual: Row = ['2 Dec', 'appointment with=usual-doctor', ''];
    const { nextStep } = planOn('21 Nov', [...rows, usual], TALKED);
    expect(nextStep).toMatchObject({ id: 'ask-why', letter: 'ask-reasons', waitUntil: '2026-12-02' });
  });
});

describe('no letter', () => {
  const LETTERS = [
    'second-opinion-treatment',
    'second-opinion-diagnosis',
    'review-treatment',
    'review-diagnosis',
    'ask-reasons',
    'funding-review',
  ];

  it.each(LETTERS)('%s is suggested again before there is an answer', (letter) => {
    const before = ['', NO, 'answer answer-was=yes agreed-where=local', 'funding funding-was=refused'];
    for (const happened of before) {
      const rows: readonly Row[] = [
        ['1 Nov', happened, ''],
        ['3 Nov', `sent-letter letter=${letter}`, ''],
      ];
      for (const day of ['4 Nov', '20 Nov', '20 Dec', '20 Nov 2027']) {
        const items = itemsOf(planOn(day, rows, somebody()));
        expect(
          items.map((item) => item.letter),
          `${happened} ${day}`,
        ).not.toContain(letter);
      }
    }
  });
});
