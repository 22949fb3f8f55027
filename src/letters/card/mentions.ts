import type { Situation } from '../../record/situation.ts';
import type { ChosenAnswer } from '../../record/chosen-answers.ts';
import { DIFFICULTIES, NO_REASON, REASONS, STEPS_WITH_DOCTOR } from './card-words.ts';

/** Ticked choices worth mentioning to the doctor, in the order of the factsheet's section 3 (fact 3.5). */
export interface Mentions {
  /** What makes the diagnosis or treatment uncertain. */
  readonly reasons: readonly ChosenAnswer[];
  /** What has gone badly. */
  readonly difficulties: readonly ChosenAnswer[];
  /** What was tried to settle it. */
  readonly tried: readonly ChosenAnswer[];
}

/** The ticked choices that can be mentioned, without "none of these". */
export function mentionsOf({ chosenAnswers }: Pick<Situation, 'chosenAnswers'>): Mentions {
  const real = chosenAnswers.filter(({ value }) => value !== NO_REASON);
  return {
    reasons: real.filter(({ slug }) => REASONS.some((reasons) => reasons === slug)),
    difficulties: real.filter(({ slug }) => slug === DIFFICULTIES),
    tried: real.filter(
      ({ slug, value }) => slug === 'so-far' && STEPS_WITH_DOCTOR.some((step) => step === value),
    ),
  };
}
