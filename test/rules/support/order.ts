import { type Person, said } from './situations.ts';

/** The order of escalation (docs/contract.md), written from the contract's text and not from the rules. */

const nationOf = (person: Person) => person.nation as string;
export const inEngland = (person: Person) => nationOf(person) === 'england';

interface Step {
  /** The facts that it is about, in England and wherever no other item replaces it. */
  readonly facts: string;
  readonly item: string;
  /** The item of the person's own nation that replaces it outside England. */
  readonly elsewhere?: string;
  readonly letter?: 'review' | 'second-opinion' | 'chaser' | 'ask-reasons' | 'complaint' | 'funding-review';
}

/** The steps, line by line. */
export const STEPS = {
  // 0
  'respect their no': { item: 'respect-their-no', facts: 'N.10' },
  'ask for their agreement': { item: 'ask-for-their-agreement', facts: 'N.10' },
  'find out who may act': { item: 'find-out-who-may-act', facts: 'N.11' },
  // 1
  'talk it through': { item: 'talk-it-through', facts: '3.4 3.5 3.6 K.1', letter: 'review' },
  // 2
  'ask, after gp': { item: 'ask-after-gp', facts: '3.1 3.3', letter: 'second-opinion' },
  'ask, after psychiatrist': { item: 'ask-after-psychiatrist', facts: '3.1 3.2', letter: 'second-opinion' },
  'ask, after other-professional': {
    item: 'ask-after-other-professional',
    facts: '3.1 3.2',
    letter: 'second-opinion',
  },
  'ask, after not-sure': { item: 'ask-whoever-decided', facts: '3.1 3.2 3.3', letter: 'second-opinion' },
  // 3
  'follow up in writing': { item: 'follow-up-in-writing', facts: '4.2', letter: 'second-opinion' },
  'ring, then chase': { item: 'follow-up', facts: '', letter: 'chaser' },
  'say yes, say no, or ask why': { item: 'something-first', facts: '2.2' },
  // 4
  'ask why': { item: 'ask-why', facts: '2.2 4.1', letter: 'ask-reasons' },
  'ask again': { item: 'ask-again', facts: '4.1', letter: 'ask-reasons' },
  'ask in writing': { item: 'ask-in-writing', facts: '4.2', letter: 'ask-reasons' },
  PALS: { item: 'contact-pals', facts: '4.3 4.4', elsewhere: 'contact-patient-body' },
  'the practice manager': { item: 'ask-practice-manager', facts: '4.4', elsewhere: 'contact-patient-body' },
  advocate: { item: 'use-advocate', facts: '4.5 4.6' },
  'complain, gp': {
    item: 'complain-to-surgery',
    facts: '4.8 N.8 N.9',
    elsewhere: 'complain',
    letter: 'complaint',
  },
  'complain, psychiatrist': {
    item: 'complain-to-service',
    facts: '4.9 N.8 N.9',
    elsewhere: 'complain',
    letter: 'complaint',
  },
  'complain, not-sure': {
    item: 'complain-to-surgery-or-service',
    facts: '4.8 4.9 N.8 N.9',
    elsewhere: 'complain',
    letter: 'complaint',
  },
  'wait for the final answer': {
    item: 'wait-for-complaint-answer',
    facts: 'N.8',
    elsewhere: 'wait-for-complaint',
  },
  // 5
  'what happens now': { item: 'prepare-for-second-opinion', facts: '3.2 3.7 N.3' },
  'funding, not-applied': {
    item: 'apply-for-funding',
    facts: '3.8 3.9 3.10 3.11 3.12',
    elsewhere: 'ask-about-funding',
  },
  'funding, waiting': { item: 'wait-for-funding', facts: '3.11 3.12', elsewhere: 'ask-about-funding' },
  'funding, agreed': { item: 'go-with-funding', facts: '3.9 N.3', elsewhere: 'ask-about-funding' },
  'funding, refused': {
    item: 'ask-to-review-funding',
    facts: '4.11 4.12 4.5',
    elsewhere: 'ask-about-funding',
    letter: 'funding-review',
  },
  // 6
  'had it': { item: 'talk-through-report', facts: '1.3 3.4' },
  'had it, no report': { item: 'ask-for-the-report', facts: '1.3 3.4', letter: 'chaser' },
  'had it, the same': { item: 'talk-through-the-reasons', facts: '1.3' },
} as const satisfies Readonly<Record<string, Step>>;

type StepName = keyof typeof STEPS;

export const hasNoRight = (person: Person) =>
  said(person, 'their-agreement', 'no') ||
  said(person, 'their-agreement', 'not-asked') ||
  said(person, 'legal-authority', 'no');

/** The person to ask and to complain about: who decided, or after a refusal who refused. */
const answersFor = (person: Person) => (person['answered-by'] ?? person['decided-by']) as string;

/** Whether somebody has an advocate, or is one. */
const hasAdvocate = (person: Person) =>
  said(person, 'so-far', 'used-advocate') || said(person, 'who-for', 'client');

/** The next step by lines 0 to 6: the first line that fits. */
function stepFor(person: Person): StepName {
  if (said(person, 'their-agreement', 'no')) return 'respect their no';
  if (said(person, 'their-agreement', 'not-asked')) return 'ask for their agreement';
  if (said(person, 'legal-authority', 'no')) return 'find out who may act';
  if (said(person, 'so-far', 'nothing-yet')) return 'talk it through';
  const isTicked = (step: string) => said(person, 'so-far', step);
  switch (person['answer-so-far']) {
    case undefined:
      return `ask, after ${person['decided-by'] as 'gp'}`;
    case 'no-answer-yet':
    case 'not-clear':
      return isTicked('asked-in-writing') ? 'ring, then chase' : 'follow up in writing';
    case 'something-first':
      return 'say yes, say no, or ask why';
    case 'refused':
      // Asking again includes asking why. Every other step counts only for itself.
      if (!isTicked('asked-why') && !isTicked('asked-again')) return 'ask why';
      if (!isTicked('asked-again')) return 'ask again';
      if (!isTicked('asked-in-writing')) return 'ask in writing';
      if (!isTicked('contacted-pals')) return answersFor(person) === 'gp' ? 'the practice manager' : 'PALS';
      if (!hasAdvocate(person)) return 'advocate';
      if (isTicked('complained')) return 'wait for the final answer';
      if (answersFor(person) === 'gp') return 'complain, gp';
      return answersFor(person) === 'not-sure' ? 'complain, not-sure' : 'complain, psychiatrist';
    case 'agreed':
      return said(person, 'agreed-where', 'out-of-area')
        ? `funding, ${person.funding as 'waiting'}`
        : 'what happens now';
    case 'had-it-no-report':
      return 'had it, no report';
    case 'had-it-agreed':
      return 'had it, the same';
    default:
      return 'had it';
  }
}

/** The item that gives this person their next step. */
export function itemFor(person: Person): string {
  const step: Step = STEPS[stepFor(person)];
  return step.elsewhere && !inEngland(person) ? `${step.elsewhere}-in-${nationOf(person)}` : step.item;
}

/** The letters that the plan suggests, beginning with that of the next step. */
export function lettersFor(person: Person): readonly string[] {
  const { letter, elsewhere }: Step = STEPS[stepFor(person)];
  if (!letter || (elsewhere && !inEngland(person))) return [];
  if (letter !== 'review' && letter !== 'second-opinion') return [letter];
  const subjects = said(person, 'concern', 'both') ? ['diagnosis', 'treatment'] : [person.concern as string];
  const asked = subjects.map((subject) => `${letter}-${subject}`);
  // The review is offered beside the second opinion, as the smaller thing to ask first.
  const isLineTwo = stepFor(person).startsWith('ask, after');
  const smaller = isLineTwo && !said(person, 'so-far', 'asked-for-review') ? [`review-${subjects[0]!}`] : [];
  return [...asked, ...smaller];
}

/** Facts that are not for other nations: N.12 replaces them, and N.5 and N.7 are the law in England. */
export const NOT_ELSEWHERE =
  '3.8 3.9 3.10 3.11 3.12 4.3 4.4 4.8 4.9 4.10 4.11 4.12 N.4 N.5 N.6 N.7 N.8 N.9'.split(' ');

/** The fact about each other nation's own mental health law. */
export const OWN_LAW: Readonly<Record<string, string>> = {
  wales: 'N.34',
  scotland: 'N.32',
  'northern-ireland': 'N.33',
};

const NATIONS = Object.keys(OWN_LAW);
export const ESCALATION: readonly string[] = Object.values<Step>(STEPS)
  .slice(3)
  .flatMap(({ item, elsewhere }) => [
    item,
    ...(elsewhere ? NATIONS.map((nation) => `${elsewhere}-in-${nation}`) : []),
  ]);
