import type { Answers } from '../questionnaire/all-questions.ts';
import type { LetterId } from '../questionnaire/questions/people.ts';
import type { AdviceSituation, Situation } from '../record/situation.ts';
import type { Told } from '../record/told.ts';

type ChoiceOf<Answer> = Answer extends readonly (infer Value)[] ? Value : Answer;

/** Choices that call for an item of advice, by question. */
export type CalledBy = { readonly [Slug in keyof Answers]?: readonly NonNullable<ChoiceOf<Answers[Slug]>>[] };

/** One line of the rules: an item of advice, when it holds, and which choices called for it. */
export interface Rule<S extends Situation = AdviceSituation> {
  /** The item's words are in `content/advice/<id>.md`. */
  readonly id: string;
  readonly holds: (situation: S) => boolean;
  /** None: it is for everybody who thinks about a second opinion. */
  readonly calledBy: CalledBy;
  /** The letters that it suggests, the first of them first. */
  readonly letters: (situation: S) => readonly LetterId[];
  /** Whether the step is to say something to the doctor: then it lists what this person ticked that could be said (fact 3.5). */
  readonly saysWhy: boolean;
  /** Whether the step is a talk, for which the appointment card is made. */
  readonly isTalk: boolean;
}

const noLetters = () => [];

/** An item of advice for a situation. */
export function rule<S extends Situation = AdviceSituation>(
  id: string,
  holds: (situation: S) => boolean,
  calledBy: CalledBy,
  letters: (situation: S) => readonly LetterId[] = noLetters,
): Rule<S> {
  return { id, holds, calledBy, letters, saysWhy: false, isTalk: false };
}

/** The same rule, for a step that is to say something to the doctor. */
export const sayingWhy = (step: Rule): Rule => ({ ...step, saysWhy: true });

/** The same rule, for a step that is to talk with the doctor. */
export const talking = (step: Rule): Rule => ({ ...step, saysWhy: true, isTalk: true });

/** An item that holds wherever one of these choices was made. */
export function ruleFor(id: string, calledBy: CalledBy): Rule<Situation> {
  return rule<Situation>(id, (situation) => callers(calledBy, situation).length > 0, calledBy);
}

/** The choices of this person that call for an item. */
export function callers(calledBy: CalledBy, { told }: Pick<Situation, 'told'>): readonly Told[] {
  return told.filter(({ slug, value }) => (calledBy[slug] as readonly string[] | undefined)?.includes(value));
}
