import type { LetterId } from '../questionnaire/questions/people.ts';
import { callers, type Rule } from './rule.ts';
import type { Answers } from '../questionnaire/all-questions.ts';
import { ALONGSIDE, CIRCUMSTANCES, NOTES } from './alongside.ts';
import { EVERYBODY, ELSEWHERE, WEIGHING, WORTH_MENTIONING } from './background.ts';
import { isUnderTheAct } from './escalation.ts';
import { NEXT_STEPS, STEPS_TO_A_RIGHT } from './next-steps.ts';
import type { AdviceSituation, Situation } from '../record/situation.ts';
import type { Told } from '../record/told.ts';

/** One item of advice for one person. */
export interface Advice {
  readonly id: string;
  /** The choices that called for it; none where it is for everybody. */
  readonly because: readonly Told[];
  /** The letter that it suggests. */
  readonly letter: LetterId | undefined;
  /** Whether it lists what this person ticked that could be said to the doctor. */
  readonly saysWhy: boolean;
  /** Whether the appointment card is made for it. */
  readonly isTalk: boolean;
}

/** What to do next, and what helps with it. */
export interface Plan {
  readonly nextStep: Advice;
  /** Other letters and steps that stand beside the next one. */
  readonly alongside: readonly Advice[];
  readonly circumstances: readonly Advice[];
  readonly weighing: readonly Advice[];
  readonly worthMentioning: readonly Advice[];
  readonly elsewhere: readonly Advice[];
  readonly everybody: readonly Advice[];
}

/** The item beside the next step that suggests the second of two letters. */
const SECOND_LETTER: Readonly<Partial<Record<LetterId, string>>> = {
  'review-treatment': 'review-treatment-too',
  'second-opinion-treatment': 'second-opinion-treatment-too',
};

/**
 * Whether a person's circumstances are told before the steps beside the next one: under the Mental Health Act an
 * advocate comes before a complaint, as the deadlines are short (fact N.7).
 */
export const circumstancesComeFirst = (situation: Pick<Situation, 'detained'>): boolean =>
  isUnderTheAct(situation);

/** Whether `planFor` gives a plan, told without making it. */
export const hasPlan = ({ wants, standing }: Pick<Situation, 'wants' | 'standing'>): boolean =>
  wants !== 'letter' || standing.right === 'none';

/**
 * The plan for a situation; none for somebody who came for a letter alone and may write one.
 * Without the right to act the one step is to get it: no escalation and no letter.
 */
export function planFor(situation: Situation): Plan | undefined {
  const toARight = STEPS_TO_A_RIGHT.find((rule) => rule.holds(situation));
  if (situation.wants === 'letter') {
    return toARight && { ...NOTHING_BESIDE, nextStep: advise(toARight, situation) };
  }
  if (toARight) {
    const circumstances = all(CIRCUMSTANCES, situation);
    return { ...NOTHING_BESIDE, circumstances, nextStep: advise(toARight, situation) };
  }
  if (situation.wants === 'right') throw new Error('a situation without a step to the right to act');
  const beside = besideTheStep(situation);
  const step = NEXT_STEPS.find((rule) => rule.holds(situation));
  if (!step) throw new Error('a situation without a next step');
  const [, secondLetter] = step.letters(situation);
  return {
    ...beside,
    nextStep: advise(step, situation),
    alongside: [
      ...(secondLetter ? [otherLetter(secondLetter, situation)] : []),
      ...all(ALONGSIDE, situation).filter(({ id }) => id !== step.id),
    ],
  };
}

/** What a nation or the Mental Health Act changes, for a page that has no plan: ids of advice. */
export function situationNotes({
  nation,
  detained,
}: Pick<Partial<Answers>, 'nation' | 'detained'>): readonly string[] {
  const told: Told[] = [
    ...(nation ? [{ slug: 'nation' as const, value: nation }] : []),
    ...(detained ? [{ slug: 'detained' as const, value: detained }] : []),
  ];
  return NOTES.filter(({ calledBy }) => callers(calledBy, { told }).length > 0).map(({ id }) => id);
}

const NOTHING_BESIDE = {
  alongside: [],
  circumstances: [],
  weighing: [],
  worthMentioning: [],
  elsewhere: [],
  everybody: [],
};

function besideTheStep(situation: AdviceSituation) {
  return {
    circumstances: all(CIRCUMSTANCES, situation),
    weighing: all(WEIGHING, situation),
    worthMentioning: all(WORTH_MENTIONING, situation),
    elsewhere: all(ELSEWHERE, situation),
    everybody: all(EVERYBODY, situation),
  };
}

function all<S extends Situation>(rules: readonly Rule<S>[], situation: S): readonly Advice[] {
  return rules.filter((rule) => rule.holds(situation)).map((rule) => advise(rule, situation));
}

function advise<S extends Situation>(rule: Rule<S>, situation: S): Advice {
  const { id, calledBy, letters, saysWhy, isTalk } = rule;
  return { id, because: callers(calledBy, situation), letter: letters(situation)[0], saysWhy, isTalk };
}

function otherLetter(letter: LetterId, situation: Situation): Advice {
  const id = SECOND_LETTER[letter];
  if (!id) throw new Error(`no advice suggests ${letter} beside another letter`);
  const because = callers({ concern: ['both'] }, situation);
  return { id, because, letter, saysWhy: false, isTalk: false };
}

/** Every id of advice that the rules can give, each once: the content must have words for each, and for no other. */
export const ADVICE_IDS: readonly string[] = [
  ...new Set([
    ...[...STEPS_TO_A_RIGHT, ...NEXT_STEPS, ...ALONGSIDE, ...CIRCUMSTANCES].map(({ id }) => id),
    ...[...WEIGHING, ...WORTH_MENTIONING, ...ELSEWHERE, ...EVERYBODY].map(({ id }) => id),
    ...Object.values(SECOND_LETTER),
  ]),
];
