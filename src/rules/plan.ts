import type { Answers } from '../questionnaire/all-questions.ts';
import type { Day } from '../questionnaire/calendar.ts';
import { type LetterId } from '../questionnaire/questions/people.ts';
import type { AdviceSituation, Situation } from '../record/situation.ts';
import type { Happening } from '../record/timeline.ts';
import type { Told } from '../record/told.ts';
import { ALONGSIDE } from './alongside.ts';
import { ELSEWHERE, EVERYBODY, HELPS, WEIGHING, WITH_A_TALK, WORTH_MENTIONING } from './background.ts';
import { ACTING, comesFirst, NOTES } from './circumstances.ts';
import type { Nation } from './nations.ts';
import { NEXT_STEPS } from './next-steps.ts';
import { callers, type Rule } from './rule.ts';
import { isAboutComplaint, STEPS_OF_A_COMPLAINT } from './steps-of-a-complaint.ts';
import { STEPS_TO_A_RIGHT } from './steps-to-a-right.ts';

/** One item of advice for one person. */
export interface Advice {
  readonly id: string;
  /** The choices of part 1 that called for it. */
  readonly because: readonly Told[];
  /** The entries of the record that called for it, each once, in the order of days. */
  readonly entries: readonly Happening[];
  /** The letter that it suggests. */
  readonly letter: LetterId | undefined;
  /** The last day on which there is nothing to do but wait. */
  readonly waitUntil: Day | undefined;
  /** Whether it waited, and the day passed. */
  readonly isOverdue: boolean;
  /** The last day on which it can be done, as their letter gave it. */
  readonly askBy: Day | undefined;
  /** Whether it lists what this person ticked that could be said to the doctor. */
  readonly saysWhy: boolean;
  /** Whether the appointment card is made for it. */
  readonly isTalk: boolean;
  /** The question whose answer it hopes to change. */
  readonly changes: 'their-agreement' | 'legal-authority' | undefined;
}

/** What to do next, and what helps with it. */
export interface Plan {
  /** What comes before everything but urgent help. */
  readonly first: readonly Advice[];
  readonly nextStep: Advice;
  /** Other letters and steps that stand beside the next one. */
  readonly alongside: readonly Advice[];
  readonly circumstances: readonly Advice[];
  readonly helps: readonly Advice[];
  readonly worthMentioning: readonly Advice[];
  readonly weighing: readonly Advice[];
  readonly elsewhere: readonly Advice[];
  readonly everybody: readonly Advice[];
}

/** The item beside the next step that suggests the second of two letters. */
const SECOND_LETTER: Readonly<Partial<Record<LetterId, string>>> = {
  'review-treatment': 'review-treatment-too',
  'second-opinion-treatment': 'second-opinion-treatment-too',
};

const NOTHING_BESIDE = {
  ...{ first: [], alongside: [], circumstances: [], helps: [] },
  ...{ worthMentioning: [], weighing: [], elsewhere: [], everybody: [] },
};

/** Whether `planFor` gives a plan, told without making it. */
export const hasPlan = ({ wants, standing }: Pick<Situation, 'wants' | 'standing'>): boolean =>
  wants !== 'letter' || standing.right === 'none';

/**
 * The plan for a situation; none for somebody who came for a letter alone and may write one.
 * Without the right to act the one step is to get it: no escalation and no letter.
 * @throws Error where no step holds: the order of escalation has one for every situation
 */
export function planFor(situation: Situation): Plan | undefined {
  const toARight = STEPS_TO_A_RIGHT.find((rule) => rule.holds(situation));
  if (toARight) {
    const circumstances = situation.wants === 'letter' ? [] : all(NOTES, situation);
    return { ...NOTHING_BESIDE, circumstances, nextStep: advise(toARight, situation) };
  }
  if (situation.wants === 'letter') return undefined;
  if (situation.wants === 'right') throw new Error('a situation without a step to the right to act');
  if (situation.stage.at === 'settled' && !STEPS_OF_A_COMPLAINT.some((rule) => rule.holds(situation)))
    return { ...NOTHING_BESIDE, nextStep: advise(stepOf(NEXT_STEPS, situation)!, situation) };
  const own = stepOf(NEXT_STEPS, situation);
  if (!own) throw new Error('a situation without a next step');
  const leading = stepOf(STEPS_OF_A_COMPLAINT, situation);
  const step = withAppointment(advise(leading ?? own, situation), situation);
  const steps = leading && !isAboutComplaint(own.id) ? [step, advise(own, situation)] : [step];
  const [, secondLetter] = lettersOf(own, situation);
  const notes = all(NOTES, situation);
  const taken = new Set(steps.map(({ id }) => id));
  const beside = (rules: readonly Rule[]) =>
    all(rules, situation).filter(({ id }) => !taken.has(id) && taken.add(id));
  return {
    first: notes.filter(({ id }) => comesFirst(id, situation)),
    nextStep: step,
    alongside: [
      ...steps.slice(1),
      ...(secondLetter ? [otherLetter(secondLetter, situation)] : []),
      ...beside(ALONGSIDE),
    ],
    circumstances: notes.filter(({ id }) => !comesFirst(id, situation)),
    helps: [
      ...all(ACTING, situation),
      ...(step.saysWhy || step.isTalk ? [advise(WITH_A_TALK, situation)] : []),
      ...beside(HELPS),
    ],
    worthMentioning: all(WORTH_MENTIONING, situation),
    weighing: all(WEIGHING, situation),
    elsewhere: beside(ELSEWHERE),
    everybody: all(EVERYBODY, situation),
  };
}

/** The letters that a plan suggests and that can be written, the next step's first. */
export const lettersIn = ({ nextStep, alongside }: Plan): readonly LetterId[] =>
  [nextStep, ...alongside].flatMap(({ letter }) => letter ?? []);

/** What a nation or its mental health law changes, for a page that has no plan: ids of advice. */
export function situationNotes({
  nation,
  detained,
}: Pick<Partial<Answers>, 'nation' | 'detained'>): readonly string[] {
  if (!nation) return [];
  const told: Told[] = [
    { slug: 'nation', value: nation },
    ...(detained ? [{ slug: 'detained' as const, value: detained }] : []),
  ];
  return NOTES.filter(
    ({ nations, calledBy }) => nations.includes(nation) && callers(calledBy, { told }).length > 0,
  ).map(({ id }) => id);
}

const stepOf = (rules: readonly Rule[], situation: AdviceSituation) =>
  rules.find((rule) => rule.holds(situation));

const lettersOf = <S extends Situation>({ letters }: Rule<S>, situation: S) => letters?.(situation) ?? [];

const all = <S extends Situation>(rules: readonly Rule<S>[], situation: S): readonly Advice[] =>
  rules.filter((rule) => rule.holds(situation)).map((rule) => advise(rule, situation));

function advise<S extends Situation>(rule: Rule<S>, situation: S): Advice {
  const called = callers(rule.calledBy, situation);
  const due = rule.waits?.(situation);
  const isWaiting = due !== undefined && situation.today <= due;
  return {
    id: rule.id,
    because: called.filter(({ entry }) => !entry),
    entries: inOrder([...called.map(({ entry }) => entry), ...(rule.cites?.(situation) ?? [])]),
    letter: lettersOf(rule, situation)[0],
    waitUntil: isWaiting ? due : undefined,
    isOverdue: due !== undefined && !isWaiting,
    askBy: rule.askBy?.(situation),
    saysWhy: rule.saysWhy === true,
    isTalk: rule.isTalk === true,
    changes: rule.changes,
  };
}

/** A step that waits for nothing else waits for the appointment with the usual doctor. */
function withAppointment(step: Advice, { appointments, today }: AdviceSituation): Advice {
  const usual = appointments['usual-doctor'];
  if (!usual || usual.on < today || step.waitUntil) return step;
  return { ...step, waitUntil: usual.on, entries: inOrder([...step.entries, usual]) };
}

const inOrder = (entries: readonly (Happening | undefined)[]): readonly Happening[] => [
  ...new Map(
    entries
      .filter((one) => one !== undefined)
      .toSorted((a, b) => (a.on < b.on ? -1 : a.on > b.on ? 1 : 0))
      .map((one) => [one.id, one]),
  ).values(),
];

function otherLetter(letter: LetterId, situation: Situation): Advice {
  const id = SECOND_LETTER[letter];
  if (!id) throw new Error(`no advice suggests ${letter} beside another letter`);
  const rule: Rule<Situation> = {
    ...{ id, nations: [situation.nation], holds: () => true, calledBy: { concern: ['both'] } },
    letters: () => [letter],
  };
  return advise(rule, situation);
}

const RULES: readonly Pick<Rule<never>, 'id' | 'nations' | 'waits'>[] = [
  ...STEPS_TO_A_RIGHT,
  ...[...STEPS_OF_A_COMPLAINT, ...NEXT_STEPS, ...ALONGSIDE],
  ...[...NOTES, ...ACTING, ...HELPS, WITH_A_TALK],
  ...[...WEIGHING, ...WORTH_MENTIONING, ...ELSEWHERE, ...EVERYBODY],
];

/** Every id of advice that the rules can give, each once: the content must have words for each, and for no other. */
export const ADVICE_IDS: readonly string[] = [
  ...new Set([...RULES.map(({ id }) => id), ...Object.values(SECOND_LETTER)]),
];

/** Ids of steps that can wait for a day. */
export const WAITING_IDS: readonly string[] = RULES.flatMap(({ id, waits }) => (waits ? id : []));

/** The nations in which an item can be given; none where it is for every nation. */
export const nationsOf = (id: string): readonly Nation[] | undefined => {
  const nations = RULES.find((rule) => rule.id === id)?.nations;
  return nations && nations.length < 4 ? nations : undefined;
};
