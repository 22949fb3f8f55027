import type { Answers } from '../questionnaire/all-questions.ts';
import type { LetterId } from '../questionnaire/questions/people.ts';
import type { AdviceSituation, Situation } from '../record/situation.ts';
import type { ChosenAnswer } from '../record/chosen-answers.ts';
import { type Advice, advise, adviseAll, lettersOf, withAppointment } from './advice.ts';
import { ALONGSIDE, SECOND_LETTER } from './alongside.ts';
import { ELSEWHERE, EVERYBODY, HELPS, WEIGHING, WITH_A_TALK, WORTH_MENTIONING } from './background.ts';
import { ACTING, comesFirst, NOTES } from './circumstances.ts';
import { NEXT_STEPS } from './next-steps.ts';
import { matchingAnswers, type Rule } from './rule.ts';
import { isAboutComplaint, STEPS_OF_A_COMPLAINT } from './steps-of-a-complaint.ts';
import { STEPS_TO_A_RIGHT } from './steps-to-a-right.ts';

/** What to do next and what helps with it. */
export interface Plan {
  /** Notes that come right after urgent help. */
  readonly first: readonly Advice[];
  readonly nextStep: Advice;
  /** Other letters and steps to show beside the next one. */
  readonly alongside: readonly Advice[];
  readonly circumstances: readonly Advice[];
  readonly helps: readonly Advice[];
  readonly worthMentioning: readonly Advice[];
  readonly weighing: readonly Advice[];
  readonly elsewhere: readonly Advice[];
  readonly everybody: readonly Advice[];
}

const NOTHING_ELSE = {
  first: [],
  alongside: [],
  circumstances: [],
  helps: [],
  worthMentioning: [],
  weighing: [],
  elsewhere: [],
  everybody: [],
};

/** Whether `planFor` gives a plan, without making it. */
export const hasPlan = ({ wants, standing }: Pick<Situation, 'wants' | 'standing'>): boolean =>
  wants !== 'letter' || standing.right === 'none';

/**
 * The plan for a situation; undefined for a person who came only for a letter and may write one.
 * Without the right to act the only step is to get it, with no escalation and no letter.
 * @throws Error if no step applies, as the order of escalation must have one for every situation
 */
export function planFor(situation: Situation): Plan | undefined {
  const rightToActStep = STEPS_TO_A_RIGHT.find((rule) => rule.applies(situation));
  if (rightToActStep) {
    const circumstances = situation.wants === 'letter' ? [] : adviseAll(NOTES, situation);
    return { ...NOTHING_ELSE, circumstances, nextStep: advise(rightToActStep, situation) };
  }
  if (situation.wants === 'letter') return undefined;
  if (situation.wants === 'right') throw new Error('no step to the right to act applies in this situation');
  if (situation.stage.at === 'settled' && !STEPS_OF_A_COMPLAINT.some((rule) => rule.applies(situation)))
    return { ...NOTHING_ELSE, nextStep: advise(stepOf(NEXT_STEPS, situation)!, situation) };
  const own = stepOf(NEXT_STEPS, situation);
  if (!own) throw new Error('no next step applies in this situation');
  const leading = stepOf(STEPS_OF_A_COMPLAINT, situation);
  const step = withAppointment(advise(leading ?? own, situation), situation);
  const steps = leading && !isAboutComplaint(own.id) ? [step, advise(own, situation)] : [step];
  const [, secondLetter] = lettersOf(own, situation);
  const notes = adviseAll(NOTES, situation);
  const taken = new Set(steps.map(({ id }) => id));
  const adviseOnce = (rules: readonly Rule[]) =>
    adviseAll(rules, situation).filter(({ id }) => !taken.has(id) && taken.add(id));
  return {
    first: notes.filter(({ id }) => comesFirst(id, situation)),
    nextStep: step,
    alongside: [
      ...steps.slice(1),
      ...(secondLetter ? [otherLetter(secondLetter, situation)] : []),
      ...adviseOnce(ALONGSIDE),
    ],
    circumstances: notes.filter(({ id }) => !comesFirst(id, situation)),
    helps: [
      ...adviseAll(ACTING, situation),
      ...(step.saysWhy || step.isTalk ? [advise(WITH_A_TALK, situation)] : []),
      ...adviseOnce(HELPS),
    ],
    worthMentioning: adviseAll(WORTH_MENTIONING, situation),
    weighing: adviseAll(WEIGHING, situation),
    elsewhere: adviseOnce(ELSEWHERE),
    everybody: adviseAll(EVERYBODY, situation),
  };
}

/** The letters that a plan suggests and that can be written, the next step's first. */
export const lettersIn = ({ nextStep, alongside }: Plan): readonly LetterId[] =>
  [nextStep, ...alongside].flatMap(({ letter }) => letter ?? []);

/** The ids of advice about a nation and its mental health law, for a page without a plan. */
export function situationNotes({
  nation,
  detained,
}: Pick<Partial<Answers>, 'nation' | 'detained'>): readonly string[] {
  if (!nation) return [];
  const chosenAnswers: ChosenAnswer[] = [
    { slug: 'nation', value: nation },
    ...(detained ? [{ slug: 'detained' as const, value: detained }] : []),
  ];
  return NOTES.filter(
    ({ nations, triggers }) =>
      nations.includes(nation) && matchingAnswers(triggers, { chosenAnswers }).length > 0,
  ).map(({ id }) => id);
}

const stepOf = (rules: readonly Rule[], situation: AdviceSituation) =>
  rules.find((rule) => rule.applies(situation));

function otherLetter(letter: LetterId, situation: Situation): Advice {
  const id = SECOND_LETTER[letter];
  if (!id) throw new Error(`no advice suggests ${letter} beside another letter`);
  const rule: Rule<Situation> = {
    id,
    nations: [situation.nation],
    applies: () => true,
    triggers: { concern: ['both'] },
    letters: () => [letter],
  };
  return advise(rule, situation);
}
