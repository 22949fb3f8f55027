import { answered, type ReaderRole, READER_ROLES, value } from '../patterns/answered.ts';
import { ENTRY_KINDS } from '../../src/record/entry-forms.ts';
import type { Fields, Persona } from './driver.ts';
import { on } from './record.ts';
import type { State } from './states.ts';

/** The pages of the record in every state that somebody can see, and the other pages that a record changes. */

/** Something that happened: a kind of entry, or the letter itself that was sent. */
export type Happened = readonly [what: string, fields: Fields];

const SENT: Happened = ['letter/sent', { ...on('2026-11-03'), how: 'post' }];
const NO: Happened = [
  'answer',
  {
    ...on('2026-11-20'),
    'answer-was': 'no',
    'reasons-given': 'yes',
    reasons: 'it would not change the treatment\nno time',
    who: 'the secretary',
    notes: 'She was kind.\n\nShe will ring back.',
  },
];
const COMPLAINED: Happened = [
  'sent-letter',
  { ...on('2026-11-21'), letter: 'complaint', how: 'email', who: 'Borchester NHS Trust' },
];
const BOARD: Happened = [
  'funding',
  {
    ...on('2026-11-10'),
    'funding-was': 'refused',
    reference: 'IFR 88',
    reasons: 'a local service can do it',
  },
];

const state = (
  role: ReaderRole,
  page: string,
  name: string,
  answers: Persona,
  happened: readonly Happened[],
  more: Partial<State> = {},
): State => ({
  name: `${page}, ${role}, ${name}`,
  page: page.replace('{entry}', 'an entry'),
  reader: role,
  how: 'as it comes',
  status: 200,
  show: (stage) => stage.getWithRecord(answers, happened, page),
  ...more,
});

const writing = (role: ReaderRole, letter: string, upTo: string) =>
  answered(
    role,
    { ...value('letter', letter), decision: { 'decision-letter': 'doctor-has-it', 'write-to': 'board' } },
    { upTo },
  );

const LATER: readonly (readonly [letter: string, slug: string, happened: readonly Happened[]])[] = [
  ['chaser', 'earlier', [SENT]],
  ['ask-reasons', 'the-answer', [SENT, NO]],
  ['complaint', 'events', [SENT, NO]],
  ['funding-review', 'board-reasons', [BOARD]],
];

function statesOf(role: ReaderRole): readonly State[] {
  const whole = answered(role);
  const all = [SENT, NO, COMPLAINED];
  return [
    state(role, 'record', 'empty', whole, [], { how: 'empty' }),
    state(role, 'record', 'waiting', whole, [SENT]),
    state(role, 'record', 'with entries', whole, all, { how: 'filled' }),
    state(role, 'record/add', 'the list', whole, all),
    ...ENTRY_KINDS.map((what) => state(role, `record/add/${what}`, 'empty', whole, [], { how: 'empty' })),
    ...ENTRY_KINDS.map((what) =>
      state(role, `record/add/${what}`, 'in error', whole, [], {
        how: 'in error',
        status: 422,
        show: (stage) => stage.postIn('usual', whole, `record/add/${what}`, on('2026-02-31')),
      }),
    ),
    state(role, 'record/{entry}', 'to change', whole, [NO], { how: 'filled' }),
    state(role, 'record/{entry}/delete', 'asked first', whole, [NO]),
    state(role, 'record/{entry}/letter', 'the copy', whole, [SENT]),
    state(role, 'record/delete', 'all of it', whole, [NO]),
    state(role, 'plan', 'waiting', whole, [SENT]),
    state(role, 'plan', 'a no in the record', whole, [SENT, NO]),
    state(role, 'letter', 'sent', whole, [SENT]),
    state(role, 'questions/letter', 'a no in the record', answered(role, {}, { upTo: 'letter' }), [NO]),
    ...LATER.map(([letter, slug, happened]) =>
      state(
        role,
        `questions/${slug}`,
        'from the record',
        writing(role, letter, slug),
        onlyEntries(happened),
        {
          how: 'filled',
        },
      ),
    ),
  ];
}

/** An unfinished letter cannot be marked as sent, so a sent letter becomes an entry made by hand. */
const onlyEntries = (happened: readonly Happened[]): readonly Happened[] =>
  happened.map(([what, fields]) =>
    what === 'letter/sent'
      ? ['sent-letter', { ...fields, letter: 'second-opinion-treatment' }]
      : [what, fields],
  );

export const RECORD_STATES: readonly State[] = READER_ROLES.flatMap(statesOf);
