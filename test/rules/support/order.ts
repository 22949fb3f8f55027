import { type Person, said } from './situations.ts';

/** The order of escalation (docs/contract.md), written from its text and not from the rules. */

export const inEngland = (person: Person) => said(person, 'nation', 'england');

/** Line 4: the steps after a refusal in their order, each with what passes it. */
const AFTER_REFUSAL: readonly (readonly [step: string, passedBy: readonly string[]])[] = [
  ['ask why', ['asked-why', 'asked-again', 'asked-in-writing']],
  ['ask again', ['asked-again', 'asked-in-writing']],
  ['ask in writing', ['asked-in-writing']],
  ['PALS', ['contacted-pals']],
  ['advocate', ['used-advocate']],
  ['complain', ['complained']],
  ['wait for the answer to the complaint', []],
];

/** The steps, line by line: the facts that each is about, and the items that tell them. */
export const STEPS: Readonly<
  Record<string, { readonly items: Readonly<Record<string, string>>; readonly letter?: string }>
> = {
  'respect their no': { items: { 'respect-their-no': 'N.10' } },
  'ask for their agreement': { items: { 'ask-for-their-agreement': 'N.10' } },
  'find out who may act': { items: { 'find-out-who-may-act': 'N.11' } },
  'talk it through': { items: { 'talk-it-through': '3.4 3.5 3.6 K.1' }, letter: 'review' },
  'ask, after a psychiatrist': { items: { 'ask-after-psychiatrist': '3.1 3.2' }, letter: 'by review' },
  'ask, after a GP': { items: { 'ask-after-gp': '3.1 3.3' }, letter: 'by review' },
  'ask, after another': { items: { 'ask-after-other-professional': '3.1 3.2' }, letter: 'by review' },
  'ask, not sure after whom': { items: { 'ask-whoever-decided': '3.1 3.2 3.3' }, letter: 'by review' },
  'follow up in writing': { items: { 'follow-up-in-writing': '4.2' }, letter: 'second-opinion' },
  'follow up': { items: { 'follow-up': '' } },
  'ask why': { items: { 'ask-why': '2.2 4.1' } },
  'ask again': { items: { 'ask-again': '4.1' } },
  'ask in writing': { items: { 'ask-in-writing': '4.2' }, letter: 'second-opinion' },
  PALS: { items: { 'contact-pals': '4.3 4.4', 'contact-patient-body': 'N.12' } },
  advocate: { items: { 'use-advocate': '4.5 4.6' } },
  'complain, a GP decided': { items: { 'complain-to-surgery': '4.8 N.8 N.9', 'complain-elsewhere': 'N.12' } },
  'complain, the service decided': {
    items: { 'complain-to-service': '4.9 N.8 N.9', 'complain-elsewhere': 'N.12' },
  },
  'complain, not sure about whom': {
    items: { 'complain-to-surgery-or-service': '4.8 4.9 N.8 N.9', 'complain-elsewhere': 'N.12' },
  },
  'wait for the answer to the complaint': {
    items: { 'wait-for-complaint-answer': 'N.8', 'wait-for-complaint-elsewhere': 'N.12' },
  },
  'get ready': { items: { 'prepare-for-second-opinion': '3.2 3.7 N.3' } },
  'apply for funding': {
    items: { 'apply-for-funding': '3.8 3.9 3.10 3.11 3.12', 'ask-about-funding-elsewhere': 'N.12' },
  },
  'wait for funding': { items: { 'wait-for-funding': '3.11 3.12', 'ask-about-funding-elsewhere': 'N.12' } },
  'go with funding': { items: { 'go-with-funding': '3.9 N.3', 'ask-about-funding-elsewhere': 'N.12' } },
  'have funding reviewed': {
    items: { 'ask-to-review-funding': '4.11 4.12 4.5', 'ask-about-funding-elsewhere': 'N.12' },
  },
  'talk the report through': { items: { 'talk-through-report': '1.3 3.4' } },
};

const BY_WHO_DECIDED: Readonly<Record<string, readonly [asking: string, complaining: string]>> = {
  gp: ['ask, after a GP', 'complain, a GP decided'],
  psychiatrist: ['ask, after a psychiatrist', 'complain, the service decided'],
  'other-professional': ['ask, after another', 'complain, the service decided'],
  'not-sure': ['ask, not sure after whom', 'complain, not sure about whom'],
};
const BY_FUNDING: Readonly<Record<string, string>> = {
  'not-applied': 'apply for funding',
  waiting: 'wait for funding',
  agreed: 'go with funding',
  refused: 'have funding reviewed',
};

export const hasNoRight = (person: Person) =>
  said(person, 'their-agreement', 'no') ||
  said(person, 'their-agreement', 'not-asked') ||
  said(person, 'legal-authority', 'no');

/** The next step by lines 0 to 6: the first line that fits. */
export function stepFor(person: Person): string {
  if (said(person, 'their-agreement', 'no')) return 'respect their no';
  if (said(person, 'their-agreement', 'not-asked')) return 'ask for their agreement';
  if (said(person, 'legal-authority', 'no')) return 'find out who may act';
  if (said(person, 'so-far', 'nothing-yet')) return 'talk it through';
  const [asking, complaining] = BY_WHO_DECIDED[person['decided-by'] as string]!;
  const isPassed = (steps: readonly string[]) => steps.some((step) => said(person, 'so-far', step));
  switch (person['answer-so-far']) {
    case undefined:
      return asking;
    case 'no-answer-yet':
      return said(person, 'so-far', 'asked-in-writing') ? 'follow up' : 'follow up in writing';
    case 'refused': {
      const [step] = AFTER_REFUSAL.find(([, passedBy]) => !isPassed(passedBy))!;
      return step === 'complain' ? complaining : step;
    }
    case 'agreed':
      return said(person, 'agreed-where', 'out-of-area')
        ? BY_FUNDING[person.funding as string]!
        : 'get ready';
    default:
      return 'talk the report through';
  }
}

/** The letters that the plan suggests, first the one beside the next step. */
export function lettersFor(person: Person): readonly string[] {
  const { letter } = STEPS[stepFor(person)]!;
  if (!letter) return [];
  const reviewed = said(person, 'so-far', 'asked-for-review');
  const kind = letter === 'by review' ? (reviewed ? 'second-opinion' : 'review') : letter;
  const subjects = said(person, 'concern', 'both') ? ['diagnosis', 'treatment'] : [person.concern as string];
  return subjects.map((subject) => `${kind}-${subject}`);
}

export const ELSEWHERE_ONLY = [
  'contact-patient-body',
  'complain-elsewhere',
  'wait-for-complaint-elsewhere',
  'ask-about-funding-elsewhere',
];
export const NOT_ELSEWHERE = '3.8 3.9 3.10 3.11 3.12 4.3 4.4 4.8 4.9 4.10 4.11 4.12 N.8 N.9'.split(' ');
export const ESCALATION = Object.entries(STEPS)
  .slice(3)
  .flatMap(([, { items }]) => Object.keys(items));
