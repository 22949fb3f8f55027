import type { Answers } from '../questionnaire/all-questions.ts';
import type { Day } from '../questionnaire/calendar.ts';
import type { LetterId } from '../questionnaire/questions/people.ts';
import type { AdviceSituation, Situation } from '../record/situation.ts';
import type { TimelineEntry } from '../record/timeline.ts';
import type { ChosenAnswer } from '../record/chosen-answers.ts';
import { type Nation, NATIONS, OTHER_NATIONS } from './nations.ts';

type ChoiceOf<Answer> = Answer extends readonly (infer Value)[] ? Value : Answer;

/** The choices that trigger an item of advice, by question. */
export type Triggers = { readonly [Slug in keyof Answers]?: readonly NonNullable<ChoiceOf<Answers[Slug]>>[] };

/** The optional parts of a rule. */
interface RuleOptions<S extends Situation> {
  /** The nations whose law or services the item is about; all of them if absent. */
  readonly nations?: readonly Nation[];
  /** Entries of the record to cite for it, if no choice says the same. */
  readonly citedEntries?: (situation: S) => readonly (TimelineEntry | undefined)[];
  /** The letters that it suggests, the main one first. */
  readonly letters?: (situation: S) => readonly LetterId[];
  /** The last day of the step's wait, which may have passed. */
  readonly waitEnd?: (situation: S) => Day | undefined;
  /** The last day to take the step, as the board's letter gave it. */
  readonly askBy?: (situation: S) => Day | undefined;
  /** Whether to list what this person ticked that they could mention to the doctor (fact 3.5). */
  readonly saysWhy?: true;
  /** Whether the step is a talk, for which the appointment card is made. */
  readonly isTalk?: true;
  /** The question whose answer the step hopes to change. */
  readonly changes?: 'their-agreement' | 'legal-authority';
}

/** One line of the rules: an item of advice, when it applies, and which choices trigger it. */
export interface Rule<S extends Situation = AdviceSituation> extends RuleOptions<S> {
  /** The item's words are in `content/advice/<id>.md`. */
  readonly id: string;
  readonly nations: readonly Nation[];
  readonly applies: (situation: S) => boolean;
  /** Empty if it is for everybody who thinks about a second opinion. */
  readonly triggers: Triggers;
}

/** An item of advice for a situation. It never applies in a nation that it is not about. */
export function rule<S extends Situation = AdviceSituation>(
  id: string,
  applies: (situation: S) => boolean,
  triggers: Triggers,
  options: RuleOptions<S> = {},
): Rule<S> {
  const nations = options.nations ?? NATIONS;
  return { ...options, id, nations, triggers, applies: (s) => nations.includes(s.nation) && applies(s) };
}

/** An item about the law of England, or about a body that only England has. */
export const inEngland = <S extends Situation = AdviceSituation>(
  id: string,
  applies: (situation: S) => boolean,
  triggers: Triggers,
  options: RuleOptions<S> = {},
): Rule<S> => rule(id, applies, triggers, { ...options, nations: ['england'] });

/** The items that replace England's in each other nation: one for each, `<id>-in-<nation>`. */
export const elsewhere = <S extends Situation = AdviceSituation>(
  id: string,
  applies: (situation: S) => boolean,
  triggers: Triggers,
): readonly Rule<S>[] =>
  OTHER_NATIONS.map((nation) =>
    rule(`${id}-in-${nation}`, applies, { ...triggers, nation: [nation] }, { nations: [nation] }),
  );

/** An item that applies if one of these choices was made. */
export const ruleFor = (
  id: string,
  triggers: Triggers,
  nations: readonly Nation[] = NATIONS,
): Rule<Situation> =>
  rule<Situation>(id, (situation) => matchingAnswers(triggers, situation).length > 0, triggers, { nations });

/** The answers of this person that trigger an item. */
export function matchingAnswers(
  triggers: Triggers,
  { chosenAnswers }: Pick<Situation, 'chosenAnswers'>,
): readonly ChosenAnswer[] {
  return chosenAnswers.filter(({ slug, value }) =>
    (triggers[slug] as readonly string[] | undefined)?.includes(value),
  );
}
