import { describe, expect, it } from 'vitest';
import type { Answers } from '../../src/questionnaire/all-questions.ts';
import { addDays, type Day, spellDay } from '../../src/questionnaire/calendar.ts';
import { situationFrom } from '../../src/record/situation.ts';
import { planFor } from '../../src/rules/plan.ts';
import { entry } from '../support/entries.ts';
import { NATIONS, type Person, somebody } from './support/situations.ts';

/** What somebody would tick in part 1, and their answer so far, if they had no record. */
interface Ticks {
  readonly steps: readonly string[];
  readonly answer: Person;
}

const AFTER_A_NO = ['asked-why', 'asked-again', 'asked-in-writing', 'contacted-pals', 'used-advocate'];
const NO_ANSWER = { 'answer-so-far': 'no-answer-yet' };
const far = (funding: string) => ({ 'answer-so-far': 'agreed', 'agreed-where': 'out-of-area', funding });

const withStepsTaken =
  (steps: readonly string[], answer?: Person) =>
  (ticks: Ticks): Ticks => ({ steps: [...ticks.steps, ...steps], answer: answer ?? ticks.answer });
const refused =
  (...steps: readonly string[]) =>
  (ticks: Ticks): Ticks => ({
    steps: [...ticks.steps.filter((step) => !AFTER_A_NO.includes(step)), ...steps],
    answer: { 'answer-so-far': 'refused', 'answered-by': 'psychiatrist' },
  });

/** Each entry, with the steps that it passes and the answer so far that it leads to, by the contract. */
const ENTRIES: readonly (readonly [text: string, ticks: (ticks: Ticks) => Ticks])[] = [
  [
    'sent-letter letter=second-opinion-treatment',
    withStepsTaken(['asked-for-second-opinion', 'asked-in-writing'], NO_ANSWER),
  ],
  ['asked asked-for=second-opinion', withStepsTaken(['asked-for-second-opinion'], NO_ANSWER)],
  [
    'sent-letter letter=ask-reasons',
    withStepsTaken(['asked-why', 'asked-again', 'asked-in-writing'], NO_ANSWER),
  ],
  ['asked asked-for=reasons', withStepsTaken(['asked-why'])],
  ['asked asked-for=again', withStepsTaken(['asked-again', 'asked-why'], NO_ANSWER)],
  ['answer answer-was=no reasons-given=no', refused()],
  ['answer answer-was=no reasons-given=yes', refused('asked-why')],
  ['answer answer-was=something-first', withStepsTaken([], { 'answer-so-far': 'something-first' })],
  [
    'answer answer-was=yes agreed-where=local',
    withStepsTaken([], { 'answer-so-far': 'agreed', 'agreed-where': 'local' }),
  ],
  ['answer answer-was=yes agreed-where=out-of-area', withStepsTaken([], far('not-applied'))],
  ['funding funding-was=applied', withStepsTaken([], far('waiting'))],
  ['funding funding-was=agreed', withStepsTaken([], far('agreed'))],
  ['funding funding-was=refused', withStepsTaken([], far('refused'))],
  ['pals', withStepsTaken(['contacted-pals'])],
  ['advocate', withStepsTaken(['used-advocate'])],
  ['had-it report=no', withStepsTaken([], { 'answer-so-far': 'had-it-no-report' })],
  ['had-it report=yes it-said=the-same', withStepsTaken([], { 'answer-so-far': 'had-it-agreed' })],
  ['had-it report=yes it-said=something-else', withStepsTaken([], { 'answer-so-far': 'had-it' })],
];

const FIRST = '2024-01-01' as Day;
const LATER = '2026-11-22' as Day;

const stepOf = (person: Person, entries: Parameters<typeof situationFrom>[2]) =>
  planFor(situationFrom(person as unknown as Answers, LATER, entries))!.nextStep.id;

/** Every sequence of two entries, and of three, each a hundred days after the one before. */
const TWO = ENTRIES.flatMap((one) => ENTRIES.map((two) => [one, two] as const));
const THREE = TWO.flatMap((two) => ENTRIES.map((three) => [...two, three] as const));

describe('for everything that entries can say, once nothing is due any more,', () => {
  // The nation decides which step follows from the steps taken, not which steps an entry takes.
  it.each(NATIONS)('entries and ticks give the same next step: %j', (nation) => {
    const rows = nation['nation'] === 'england' ? THREE : TWO;
    const faults = rows.flatMap((row) => {
      const before = somebody({ concern: 'treatment', ...nation });
      const entries = row.map(([text], index) => entry(spelled(addDays(FIRST, index * 100)), text, index));
      const start: Ticks = { steps: ['talked'], answer: {} };
      const { steps, answer } = row.reduce<Ticks>((ticks, [, next]) => next(ticks), start);
      const byEntries = stepOf(before, entries);
      const byTicks = stepOf({ ...before, 'so-far': steps, ...answer }, []);
      return byEntries === byTicks ? [] : [[row.map(([text]) => text).join('; '), byEntries, byTicks]];
    });
    expect(faults.slice(0, 3)).toEqual([]);
    expect(rows.length).toBeGreaterThan(300);
  });
});

/** A day as `entry` reads it: "1 Jan 2024". */
const spelled = (day: Day) => spellDay(day).replace(/([A-Z][a-z]{2})[a-z]*/, '$1');
