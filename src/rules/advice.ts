import { byDay, type Day } from '../questionnaire/calendar.ts';
import type { LetterId } from '../questionnaire/questions/people.ts';
import type { AdviceSituation, Situation } from '../record/situation.ts';
import type { TimelineEntry } from '../record/timeline.ts';
import type { ChosenAnswer } from '../record/chosen-answers.ts';
import { matchingAnswers, type Rule } from './rule.ts';

/** One item of advice for one person. */
export interface Advice {
  readonly id: string;
  /** The choices of part 1 that it is based on. */
  readonly because: readonly ChosenAnswer[];
  /** The entries of the record that it is based on, each once, in the order of days. */
  readonly entries: readonly TimelineEntry[];
  /** The letter that it suggests. */
  readonly letter: LetterId | undefined;
  /** The last day of a wait, until which there is nothing to do. */
  readonly waitUntil: Day | undefined;
  /** The day that it waited for, once that has passed. */
  readonly overdueSince: Day | undefined;
  /** The last day to do it, as the board's letter gave it. */
  readonly askBy: Day | undefined;
  /** Whether it lists what this person ticked that they could mention to the doctor. */
  readonly saysWhy: boolean;
  /** Whether the appointment card is made for it. */
  readonly isTalk: boolean;
  /** The question whose answer it hopes to change. */
  readonly changes: 'their-agreement' | 'legal-authority' | undefined;
}

/** The advice of a rule that applies, with the answers and entries that it is based on. */
export function advise<S extends Situation>(rule: Rule<S>, situation: S): Advice {
  const matching = matchingAnswers(rule.triggers, situation);
  const due = rule.waitEnd?.(situation);
  const isWaiting = due !== undefined && situation.today <= due;
  return {
    id: rule.id,
    because: matching.filter(({ entry }) => !entry),
    entries: inOrder([...matching.map(({ entry }) => entry), ...(rule.citedEntries?.(situation) ?? [])]),
    letter: lettersOf(rule, situation)[0],
    waitUntil: isWaiting ? due : undefined,
    overdueSince: isWaiting ? undefined : due,
    askBy: rule.askBy?.(situation),
    saysWhy: rule.saysWhy === true,
    isTalk: rule.isTalk === true,
    changes: rule.changes,
  };
}

/** The letters that a rule suggests, the main one first. */
export const lettersOf = <S extends Situation>({ letters }: Rule<S>, situation: S) =>
  letters?.(situation) ?? [];

/** The advice of every rule that applies, in order. */
export const adviseAll = <S extends Situation>(rules: readonly Rule<S>[], situation: S): readonly Advice[] =>
  rules.filter((rule) => rule.applies(situation)).map((rule) => advise(rule, situation));

/** A step without a wait of its own waits for the appointment with the usual doctor, if there is one. */
export function withAppointment(step: Advice, { appointments, today }: AdviceSituation): Advice {
  const usual = appointments['usual-doctor'];
  if (!usual || usual.on < today || step.waitUntil) return step;
  return { ...step, waitUntil: usual.on, entries: inOrder([...step.entries, usual]) };
}

const inOrder = (entries: readonly (TimelineEntry | undefined)[]): readonly TimelineEntry[] => [
  ...new Map(
    entries
      .filter((one) => one !== undefined)
      .toSorted((a, b) => byDay(a.on, b.on))
      .map((one) => [one.id, one]),
  ).values(),
];
