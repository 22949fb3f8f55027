import { describe, expect, it } from 'vitest';
import type { Day } from '../../src/questionnaire/calendar.ts';
import type { FormInput } from '../../src/questionnaire/fields/field.ts';
import { LIMITS } from '../../src/questionnaire/fields/limits.ts';
import type { LetterId } from '../../src/questionnaire/questions/people.ts';
import { filledIn } from '../../src/record/fill-in.ts';
import { timelineFrom } from '../../src/record/timeline.ts';
import { theContent } from '../support/services.ts';

const TODAY = '2026-11-22' as Day;
const WORDS = theContent().questions.oneself;

const entry = (what: string, [year, month, day]: readonly string[], fields: FormInput = {}) => ({
  id: `${what}-${month}-${day}`,
  what,
  addedAt: 0,
  fields: {
    'when-day': day ?? '',
    'when-month': month!,
    'when-year': year!,
    who: 'Dr Anil Patel',
    notes: 'a private note',
    ...fields,
  },
});

const ASKED = entry('sent-letter', ['2026', '3', '3'], { letter: 'second-opinion-treatment', how: 'post' });
const NO = entry('answer', ['2026', '4'], {
  'answer-was': 'no',
  'reasons-given': 'not-clear',
  reasons: 'it would not help\nno time',
});
const YES = entry('answer', ['2026', '5', '6'], { 'answer-was': 'yes', 'agreed-where': 'out-of-area' });
const REFUSED = entry('funding', ['2026', '6', '7'], {
  'funding-was': 'refused',
  'review-by-day': '5',
  'review-by-month': '7',
  'review-by-year': '2026',
  reference: 'IFR 88',
  reasons: 'a local service can do it',
});
const COMPLAINED = entry('sent-letter', ['2026', '8', '9'], { letter: 'complaint', how: 'email' });
const HEARD = entry('acknowledged', ['2026', '8', '12'], { reference: 'C-7' });
const sentTo = (letter: string, who: string) => entry('sent-letter', ['2026', '8', '9'], { letter, who });
const boardSaid = (who: string) => entry('funding', ['2026', '6', '7'], { 'funding-was': 'refused', who });

const filled = (slug: string, ...entries: readonly ReturnType<typeof entry>[]) =>
  filledFor(undefined, slug, ...entries);
const filledFor = (
  letter: LetterId | undefined,
  slug: string,
  ...entries: readonly ReturnType<typeof entry>[]
) => filledIn(slug, letter, timelineFrom(entries, TODAY), WORDS.get(slug)!.happenings);
const day = (field: string, date: string, month: string) => ({
  [`${field}-day`]: date,
  [`${field}-month`]: month,
  [`${field}-year`]: '2026',
});

describe('a later letter, filled in from the record,', () => {
  it.each([
    [
      'a letter that nobody answered',
      [ASKED],
      { about: 'second-opinion', ...day('asked-on', '3', '3'), 'asked-how': 'post' },
    ],
    [
      'an agreed second opinion',
      [ASKED, YES],
      { about: 'funding', ...day('asked-on', '3', '3'), 'asked-how': 'post' },
    ],
    [
      'a complaint',
      [ASKED, NO, COMPLAINED, HEARD],
      { about: 'complaint', ...day('asked-on', '9', '8'), 'asked-how': 'email', 'their-reference': 'C-7' },
    ],
    [
      'a second opinion that is paid for',
      [ASKED, YES, entry('funding', ['2026', '6', '7'], { 'funding-was': 'agreed', reference: 'IFR 88' })],
      { about: 'referral', ...day('asked-on', '3', '3'), 'asked-how': 'post' },
    ],
    [
      'the request again, once the complaint was put right',
      [
        COMPLAINED,
        HEARD,
        entry('complaint-answer', ['2026', '9', '1'], { 'complaint-was': 'put-right' }),
        ASKED,
      ],
      { about: 'second-opinion', ...day('asked-on', '3', '3'), 'asked-how': 'post' },
    ],
    [
      'a complaint that is open again',
      [COMPLAINED, entry('complaint-answer', ['2026', '9', '1'], { 'complaint-was': 'not-final' })],
      { about: 'complaint', ...day('asked-on', '9', '8'), 'asked-how': 'email' },
    ],
  ])('chases %s', (_, entries, expected) => {
    expect(filled('earlier', ...entries)).toEqual(expected);
  });

  it('has the answer that was no, its reasons, and the day of the request', () => {
    expect(filled('the-answer', ASKED, NO)).toEqual({
      ...day('asked-on', '3', '3'),
      ...day('refused-on', '', '4'),
      'reasons-given': 'not-clear',
      reasons: 'it would not help\nno time',
    });
  });

  it('has the decision on funding, and the last day that its letter gave', () => {
    expect(filled('decision', ASKED, YES, REFUSED)).toEqual({
      ...day('decision-on', '7', '6'),
      'decision-reference': 'IFR 88',
      ...day('review-by', '5', '7'),
    });
    expect(filled('board-reasons', REFUSED)).toEqual({ 'board-reasons': 'a local service can do it' });
  });

  it('lists what happened in order of days, without names and notes', () => {
    const { events } = filled('events', HEARD, COMPLAINED, NO, ASKED);
    expect(events).toBe(
      '3 March 2026 - asked for a second opinion in a letter\nApril 2026 - the answer was no\n' +
        '9 August 2026 - complained in a letter\n12 August 2026 - the complaint was acknowledged',
    );
  });

  it('lists what was heard since, with the day that they gave', () => {
    const heard = entry('acknowledged', ['2026', '8', '12'], {
      'answer-by-day': '1',
      'answer-by-month': '10',
      'answer-by-year': '2026',
    });
    expect(filled('since', ASKED, NO, COMPLAINED, heard)).toEqual({
      heard: '12 August 2026 - the complaint was acknowledged, with more to be heard by 1 October 2026',
    });
    expect(filled('since', ASKED)).toEqual({});
  });

  it.each([
    ['gp', { 'complain-to': 'practice' }],
    ['psychiatrist', { 'complain-to': 'service' }],
    ['other-professional', { 'complain-to': 'service' }],
    ['not-sure', {}],
    [undefined, {}],
  ])('sends a complaint about a no from a %s to those who look into it', (by, expected) => {
    const said: FormInput = {
      'answer-was': 'no',
      'reasons-given': 'no',
      ...(by ? { 'answered-by': by } : {}),
    };
    expect(filled('complain-to', ASKED, entry('answer', ['2026', '4'], said))).toEqual(expected);
  });

  it.each([
    ['chaser', [sentTo('complaint', 'Borchester NHS Trust'), HEARD], 'Borchester NHS Trust'],
    ['chaser', [COMPLAINED, HEARD, REFUSED], 'Dr Anil Patel'],
    ['funding-review', [COMPLAINED, boardSaid('Borchester ICB')], 'Borchester ICB'],
  ] as const)('sends a %s to the organisation that its entry names', (letter, entries, name) => {
    expect(filledFor(letter, 'recipient', ...entries)).toEqual({ 'recipient-name': name });
  });

  it('lists only the latest events, as many as the question takes', () => {
    const many = Array.from({ length: 100 }, (_, at) => ({
      ...entry('pals', ['2026', '3', '3']),
      addedAt: at,
    }));
    const { events } = filled('events', ...many, COMPLAINED);
    expect(String(events).split('\n')).toHaveLength(LIMITS.listItems);
    expect(events).toMatch(/9 August 2026 - complained in a letter$/);
  });

  it.each([
    'earlier',
    'since',
    'the-answer',
    'complain-to',
    'decision',
    'recipient',
    'board-reasons',
    'events',
  ])('leaves %s empty without a record', (slug) => {
    expect(filled(slug)).toEqual({});
  });
});
