import { readFileSync } from 'node:fs';
import { load } from 'js-yaml';
import type { Advice } from '../../../src/rules/advice.ts';
import { ADVICE_IDS } from '../../../src/rules/all-rules.ts';
import { type Plan, planFor } from '../../../src/rules/plan.ts';
import type { Answers } from '../../../src/questionnaire/all-questions.ts';
import { situationFrom } from '../../../src/record/situation.ts';
import type { StoredEntry } from '../../../src/record/timeline.ts';
import { TODAY } from '../../support/services.ts';

/** What somebody answered in part 1. */
export type Person = Readonly<Record<string, string | readonly string[]>>;

export function said(person: Person, slug: string, value: string): boolean {
  const answer = person[slug];
  return typeof answer === 'string' ? answer === value : answer?.includes(value) === true;
}

export const planOf = (person: Person, entries: readonly StoredEntry[] = []): Plan | undefined =>
  planFor(situationFrom(person as unknown as Answers, TODAY, entries));

export const itemsOf = ({ nextStep, ...beside }: Plan): readonly Advice[] => [
  nextStep,
  ...Object.values(beside).flat(),
];

const CONTENT = new URL('../../../content/', import.meta.url);

/** The front matter of each item's words. */
const FRONT = new Map(
  ADVICE_IDS.map((id) => {
    const text = readFileSync(new URL(`advice/${id}.md`, CONTENT), 'utf8');
    return [id, load(text.split('---\n')[1]!) as { facts: string[]; nations?: string[] }];
  }),
);

/** The facts that each item of advice cites. */
export const FACTS: ReadonlyMap<string, readonly string[]> = new Map(
  [...FRONT].map(([id, { facts }]) => [id, facts]),
);

/** The nations that each item's words, and each fact, are for; undefined if they are for all. */
export const NATIONS_OF_WORDS = new Map([...FRONT].map(([id, { nations }]) => [id, nations]));
export const NATIONS_OF_FACTS = new Map(
  (
    load(readFileSync(new URL('facts.yaml', CONTENT), 'utf8')) as {
      sections: { facts: { id: string; nations?: string[] }[] }[];
    }
  ).sections.flatMap(({ facts }) => facts.map(({ id, nations }) => [id, nations] as const)),
);
export const factsOf = (items: readonly Advice[]): readonly string[] =>
  items.flatMap(({ id }) => FACTS.get(id)!);

/** Everybody with a right to act, by what right, and everybody without one. */
export const WITH_RIGHT: readonly Person[] = [
  { 'who-for': 'me' },
  { 'who-for': 'client', 'their-agreement': 'yes', 'whose-letter': 'theirs' },
  { 'who-for': 'family-or-friend', 'their-agreement': 'yes', 'whose-letter': 'mine' },
  { 'who-for': 'family-or-friend', 'their-agreement': 'cannot-decide', 'legal-authority': 'attorney' },
  { 'who-for': 'family-or-friend', 'their-agreement': 'cannot-decide', 'legal-authority': 'deputy' },
  { 'who-for': 'client', 'their-agreement': 'cannot-decide', 'legal-authority': 'imca' },
  { 'who-for': 'client', 'their-agreement': 'cannot-decide', 'legal-authority': 'imha' },
];
export const WITHOUT_RIGHT: readonly Person[] = [
  { 'who-for': 'client', 'their-agreement': 'not-asked' },
  { 'who-for': 'family-or-friend', 'their-agreement': 'no' },
  { 'who-for': 'family-or-friend', 'their-agreement': 'cannot-decide', 'legal-authority': 'no' },
];

const choice = (slug: string, values: string): readonly Person[] =>
  values.split(' ').map((value) => ({ [slug]: value }));

export const NATIONS = choice('nation', 'england wales scotland northern-ireland');
const DETAINED = choice('detained', 'no section community-order in-hospital-by-choice not-sure');
const DECIDED_BY = choice('decided-by', 'gp psychiatrist other-professional not-sure');
const CONCERNS = choice('concern', 'diagnosis treatment both');

/** Every answer to a request, with funding. */
const ANSWERS: readonly Person[] = [
  ...choice('answered-by', 'gp psychiatrist other-professional not-sure').map((by) => ({
    'answer-so-far': 'refused',
    ...by,
  })),
  ...choice('answer-so-far', 'something-first no-answer-yet not-clear had-it had-it-agreed had-it-no-report'),
  ...choice('agreed-where', 'local not-sure').map((where) => ({ 'answer-so-far': 'agreed', ...where })),
  ...choice('funding', 'not-applied waiting agreed refused').map((funding) => ({
    'answer-so-far': 'agreed',
    'agreed-where': 'out-of-area',
    ...funding,
  })),
];

const ASKING = ['asked-for-second-opinion', 'asked-why', 'asked-again', 'asked-in-writing'];
const OTHER = ['asked-for-review', 'contacted-pals', 'used-advocate', 'complained'];

const subsets = (all: readonly string[]): readonly (readonly string[])[] =>
  all.reduce<readonly (readonly string[])[]>(
    (sets, one) => [...sets, ...sets.map((set) => [...set, one])],
    [[]],
  );

/** Every possible story: nothing done yet; something done, but not asked; or asked, with the answer. */
const STORIES: readonly Person[] = [
  { 'so-far': ['nothing-yet'] },
  { 'so-far': ['talked', 'gave-information'] },
  ...subsets([...ASKING, ...OTHER])
    .filter((steps) => steps.length > 0)
    .flatMap((steps) =>
      steps.some((step) => ASKING.includes(step))
        ? ANSWERS.map((answer) => ({ 'so-far': steps, ...answer }))
        : [{ 'so-far': steps }],
    ),
];

/** One story for each step and each answer. */
const SOME_STORIES: readonly Person[] = [
  { 'so-far': ['nothing-yet'] },
  { 'so-far': ['talked'] },
  { 'so-far': ['asked-for-review', 'complained'] },
  ...ANSWERS.map((answer) => ({ 'so-far': ['asked-for-second-opinion'], ...answer })),
  ...ANSWERS.map((answer) => ({ 'so-far': ['asked-in-writing', ...OTHER], ...answer })),
  ...['asked-why', 'asked-again', 'asked-in-writing'].map((step) => ({
    'so-far': [step],
    'answer-so-far': 'refused',
  })),
  { 'so-far': ['asked-in-writing', 'contacted-pals'], 'answer-so-far': 'refused' },
  { 'so-far': ['asked-in-writing', 'contacted-pals', 'used-advocate'], 'answer-so-far': 'refused' },
];

const REASONS: Person = {
  'diagnosis-reasons': ['none-of-these'],
  'treatment-reasons': ['want-expert'],
  history: ['none-of-these'],
  condition: 'psychosis',
};

/** Everybody who combines one choice from each axis. */
const cross = (...axes: readonly (readonly Person[])[]): readonly Person[] =>
  axes.reduce((people, axis) => people.flatMap((person) => axis.map((one) => ({ ...person, ...one }))));

/** All situations of people who want advice: every story for a patient, and some for each standing and detention. */
export function everybody(): readonly Person[] {
  const anyone = cross([{ 'help-with': 'advice-and-letter', ...REASONS }], NATIONS, DECIDED_BY);
  const common = cross(anyone, CONCERNS);
  const patient = cross([{ 'who-for': 'me', detained: 'no', concern: 'both' }], anyone, STORIES);
  return [...patient, ...cross([...WITH_RIGHT, ...WITHOUT_RIGHT], DETAINED, common, SOME_STORIES)];
}

/** Somebody who wants advice for themselves in England, with these answers. */
export const somebody = (answers: Person = {}): Person => ({
  'help-with': 'advice-and-letter',
  'who-for': 'me',
  nation: 'england',
  detained: 'no',
  concern: 'both',
  'decided-by': 'psychiatrist',
  'diagnosis-reasons': ['none-of-these'],
  'treatment-reasons': ['none-of-these'],
  'so-far': ['talked'],
  history: ['none-of-these'],
  ...answers,
});
