import type { Answers } from '../questionnaire/all-questions.ts';
import type { Day } from '../questionnaire/calendar.ts';
import type { LetterId } from '../questionnaire/questions/people.ts';
import type { AdviceSituation, Situation } from '../record/situation.ts';
import type { Happening } from '../record/timeline.ts';
import type { Told } from '../record/told.ts';
import { type Nation, NATIONS, OTHER_NATIONS } from './nations.ts';

type ChoiceOf<Answer> = Answer extends readonly (infer Value)[] ? Value : Answer;

/** Choices that call for an item of advice, by question. */
export type CalledBy = { readonly [Slug in keyof Answers]?: readonly NonNullable<ChoiceOf<Answers[Slug]>>[] };

/** What a rule can have beside its id, when it holds and what called for it. */
interface More<S extends Situation> {
  /** The nations whose law or services the item tells; all of them where this is absent. */
  readonly nations?: readonly Nation[];
  /** Entries of the record that called for it, where no choice says the same. */
  readonly cites?: (situation: S) => readonly (Happening | undefined)[];
  /** The letters that it suggests, the first of them first. */
  readonly letters?: (situation: S) => readonly LetterId[];
  /** The last day of the wait that the step is in, or was in. */
  readonly waits?: (situation: S) => Day | undefined;
  /** The last day on which the step can be taken, as their letter gave it. */
  readonly askBy?: (situation: S) => Day | undefined;
  /** Whether the step is to say something to the doctor: then it lists what this person ticked that could be said (fact 3.5). */
  readonly saysWhy?: true;
  /** Whether the step is a talk, for which the appointment card is made. */
  readonly isTalk?: true;
  /** The question whose answer the step hopes to change. */
  readonly changes?: 'their-agreement' | 'legal-authority';
}

/** One line of the rules: an item of advice, when it holds, and which choices called for it. */
export interface Rule<S extends Situation = AdviceSituation> extends More<S> {
  /** The item's words are in `content/advice/<id>.md`. */
  readonly id: string;
  readonly nations: readonly Nation[];
  readonly holds: (situation: S) => boolean;
  /** None: it is for everybody who thinks about a second opinion. */
  readonly calledBy: CalledBy;
}

/** An item of advice for a situation; in a nation that it does not tell of it never holds. */
export function rule<S extends Situation = AdviceSituation>(
  id: string,
  holds: (situation: S) => boolean,
  calledBy: CalledBy,
  more: More<S> = {},
): Rule<S> {
  const nations = more.nations ?? NATIONS;
  return { ...more, id, nations, calledBy, holds: (s) => nations.includes(s.nation) && holds(s) };
}

/** An item that is the law of England, or tells of a body that is England's alone. */
export const inEngland = <S extends Situation = AdviceSituation>(
  id: string,
  holds: (situation: S) => boolean,
  calledBy: CalledBy,
  more: More<S> = {},
): Rule<S> => rule(id, holds, calledBy, { ...more, nations: ['england'] });

/** What takes the place of England's items in each other nation: an item for each, `<id>-in-<nation>`. */
export const elsewhere = <S extends Situation = AdviceSituation>(
  id: string,
  holds: (situation: S) => boolean,
  calledBy: CalledBy,
): readonly Rule<S>[] =>
  OTHER_NATIONS.map((nation) =>
    rule(`${id}-in-${nation}`, holds, { ...calledBy, nation: [nation] }, { nations: [nation] }),
  );

/** An item that holds wherever one of these choices was made. */
export const ruleFor = (
  id: string,
  calledBy: CalledBy,
  nations: readonly Nation[] = NATIONS,
): Rule<Situation> =>
  rule<Situation>(id, (situation) => callers(calledBy, situation).length > 0, calledBy, { nations });

/** The choices of this person that call for an item. */
export function callers(calledBy: CalledBy, { told }: Pick<Situation, 'told'>): readonly Told[] {
  return told.filter(({ slug, value }) => (calledBy[slug] as readonly string[] | undefined)?.includes(value));
}
