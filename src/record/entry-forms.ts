import type { Day, Month } from '../questionnaire/calendar.ts';
import { radios } from '../questionnaire/fields/choice.ts';
import { listOfLines } from '../questionnaire/fields/lines.ts';
import { line } from '../questionnaire/fields/text.ts';
import { type Question, questionDependingOn } from '../questionnaire/question.ts';
import { WHO_DECIDES } from '../questionnaire/questions/doubts.ts';
import { onTheDay } from '../questionnaire/questions/past-day.ts';
import { CHASED, LETTER_IDS } from '../questionnaire/questions/people.ts';
import { anyDay, exactPastDay, namedDay, pastDayOrMonth, whoAndNotes } from './entry-fields.ts';

/**
 * Everything that can be entered into the record. Each kind has one form, of the same fields as a question.
 * Required fields come first; who and notes come last.
 */

const REASONS_GIVEN = ['yes', 'no', 'not-clear'] as const;

const sentLetter = questionDependingOn('sent-letter', onTheDay, (today) => ({
  when: exactPastDay(today),
  letter: radios('letter', LETTER_IDS),
  how: radios('how', ['by-hand', 'post', 'email', 'online-form'], { optional: true }),
  // What a chaser was about.
  about: radios('about', CHASED, { optional: true }),
  ...whoAndNotes(),
}));

const asked = questionDependingOn('asked', onTheDay, (today) => ({
  when: pastDayOrMonth(today),
  'asked-for': radios('asked-for', ['second-opinion', 'review', 'reasons', 'again', 'news']),
  how: radios('how', ['phone', 'in-person'], { optional: true }),
  ...whoAndNotes(),
}));

const answer = questionDependingOn(
  'answer',
  onTheDay,
  (today) => ({
    when: pastDayOrMonth(today),
    'answer-was': radios('answer-was', ['yes', 'no', 'something-first']),
    'agreed-where': radios('agreed-where', ['local', 'out-of-area', 'not-sure'], { optional: true }),
    'reasons-given': radios('reasons-given', REASONS_GIVEN, { optional: true }),
    reasons: listOfLines('reasons'),
    'answered-by': radios('answered-by', WHO_DECIDES, { optional: true }),
    'look-again-on': namedDay('look-again-on', today),
    ...whoAndNotes(),
  }),
  {
    code: 'where-missing',
    at: 'agreed-where',
    reads: ['answer-was', 'agreed-where'],
    isMet: (values) => values['answer-was'] !== 'yes' || values['agreed-where'] !== undefined,
  },
  {
    code: 'reasons-given-missing',
    at: 'reasons-given',
    reads: ['answer-was', 'reasons-given'],
    isMet: (values) => values['answer-was'] !== 'no' || values['reasons-given'] !== undefined,
  },
);

const acknowledged = questionDependingOn('acknowledged', onTheDay, (today) => ({
  when: pastDayOrMonth(today),
  'answer-by': namedDay('answer-by', today),
  reference: line('reference'),
  ...whoAndNotes(),
}));

const funding = questionDependingOn('funding', onTheDay, (today) => ({
  when: pastDayOrMonth(today),
  'funding-was': radios('funding-was', ['applied', 'agreed', 'refused']),
  'review-by': namedDay('review-by', today),
  'answer-by': namedDay('answer-by', today),
  'reasons-given': radios('reasons-given', REASONS_GIVEN, { optional: true }),
  reasons: listOfLines('reasons'),
  reference: line('reference'),
  ...whoAndNotes(),
}));

const complaintAnswer = questionDependingOn('complaint-answer', onTheDay, (today) => ({
  when: pastDayOrMonth(today),
  'complaint-was': radios('complaint-was', ['put-right', 'not-put-right', 'not-final']),
  'answer-by': namedDay('answer-by', today),
  ...whoAndNotes(),
}));

const appointment = questionDependingOn('appointment', onTheDay, (today) => ({
  when: anyDay(today),
  with: radios('with', ['second-doctor', 'usual-doctor']),
  ...whoAndNotes(),
}));

const hadIt = questionDependingOn(
  'had-it',
  onTheDay,
  (today) => ({
    when: pastDayOrMonth(today),
    report: radios('report', ['yes', 'no']),
    'it-said': radios('it-said', ['the-same', 'something-else'], { optional: true }),
    ...whoAndNotes(),
  }),
  {
    code: 'it-said-missing',
    at: 'it-said',
    reads: ['report', 'it-said'],
    isMet: (values) => values.report === 'no' || values['it-said'] !== undefined,
  },
);

/** An entry that says only that it happened. */
const plainEntry = <const Slug extends string>(slug: Slug) =>
  questionDependingOn(slug, onTheDay, (today) => ({ when: pastDayOrMonth(today), ...whoAndNotes() }));

/** The forms, by what happened, in the order in which they are offered. */
export const ENTRY_FORMS = {
  'sent-letter': sentLetter,
  asked,
  answer,
  appointment,
  'had-it': hadIt,
  funding,
  acknowledged,
  'complaint-answer': complaintAnswer,
  pals: plainEntry('pals'),
  advocate: plainEntry('advocate'),
  'changed-team': plainEntry('changed-team'),
  settled: plainEntry('settled'),
} as const;

export type EntryKind = keyof typeof ENTRY_FORMS;

export const ENTRY_KINDS = Object.keys(ENTRY_FORMS) as readonly EntryKind[];

/** Whether an address names something that can be entered. */
export const isEntryKind = (text: string): text is EntryKind => Object.hasOwn(ENTRY_FORMS, text);

type FormValues<What extends EntryKind> =
  (typeof ENTRY_FORMS)[What] extends Question<What, infer Values, never> ? Values : never;

/** What an entry says, by what happened: the values of its fields, without the notes. */
export type EntryValues<What extends EntryKind> = Omit<FormValues<What>, 'when' | 'notes'> & {
  readonly when: Day | Month;
};
