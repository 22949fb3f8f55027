import { ALONGSIDE, SECOND_LETTER } from './alongside.ts';
import { ELSEWHERE, EVERYBODY, HELPS, WEIGHING, WITH_A_TALK, WORTH_MENTIONING } from './background.ts';
import { ACTING, NOTES } from './circumstances.ts';
import type { Nation } from './nations.ts';
import { NEXT_STEPS } from './next-steps.ts';
import type { Rule } from './rule.ts';
import { STEPS_OF_A_COMPLAINT } from './steps-of-a-complaint.ts';
import { STEPS_TO_A_RIGHT } from './steps-to-a-right.ts';

const RULES: readonly Pick<Rule<never>, 'id' | 'nations' | 'waitEnd'>[] = [
  ...STEPS_TO_A_RIGHT,
  ...STEPS_OF_A_COMPLAINT,
  ...NEXT_STEPS,
  ...ALONGSIDE,
  ...NOTES,
  ...ACTING,
  ...HELPS,
  WITH_A_TALK,
  ...WEIGHING,
  ...WORTH_MENTIONING,
  ...ELSEWHERE,
  ...EVERYBODY,
];

/** Every id of advice that the rules can give: the content must have words for these and no others. */
export const ADVICE_IDS: readonly string[] = [
  ...new Set([...RULES.map(({ id }) => id), ...Object.values(SECOND_LETTER)]),
];

/** The ids of steps that can wait for a day. */
export const WAITING_IDS: readonly string[] = RULES.flatMap(({ id, waitEnd }) => (waitEnd ? id : []));

/** The nations in which an item can be given; undefined if all. */
export const nationsOf = (id: string): readonly Nation[] | undefined => {
  const nations = RULES.find((rule) => rule.id === id)?.nations;
  return nations && nations.length < 4 ? nations : undefined;
};
