import { isUnderTheAct } from '../questionnaire/questions/beginning.ts';
import type { Situation } from '../record/situation.ts';
import { type Rule, rule, ruleFor } from './rule.ts';

/** Advice from circumstances, whatever the step: the nation, mental health law, and who acts. */

const DETAINED = { detained: ['section', 'community-order'] } as const;
const MAY_BE_DETAINED = {
  detained: ['section', 'community-order', 'in-hospital-by-choice', 'not-sure'],
} as const;

/** What the nation and its mental health law change, which is also shown without a plan. */
export const NOTES: readonly Rule<Situation>[] = [
  ruleFor('under-section', DETAINED, ['england']),
  ruleFor('in-hospital-by-choice', { detained: ['in-hospital-by-choice'] }, ['england']),
  ruleFor('not-sure-if-detained', { detained: ['not-sure'] }, ['england']),
  ruleFor('in-hospital-in-wales', MAY_BE_DETAINED, ['wales']),
  ruleFor('under-the-act-in-scotland', MAY_BE_DETAINED, ['scotland']),
  ruleFor('under-the-order-in-northern-ireland', MAY_BE_DETAINED, ['northern-ireland']),
  ruleFor('in-wales', { nation: ['wales'] }, ['wales']),
  ruleFor('in-scotland', { nation: ['scotland'] }, ['scotland']),
  ruleFor('in-northern-ireland', { nation: ['northern-ireland'] }, ['northern-ireland']),
];

/** Notes that come right after urgent help if the patient is held: their time limits are short (fact N.7). */
const BEFORE_ALL: readonly string[] = [
  'under-section',
  'in-hospital-in-wales',
  'under-the-act-in-scotland',
  'under-the-order-in-northern-ireland',
];
export const comesFirst = (id: string, situation: Pick<Situation, 'detained'>): boolean =>
  BEFORE_ALL.includes(id) && isUnderTheAct(situation);

/** By what right a person acts for another. */
export const ACTING: readonly Rule<Situation>[] = [
  rule<Situation>('asking-for-someone', ({ standing }) => standing.right === 'agreement', {
    'their-agreement': ['yes'],
  }),
  rule<Situation>('acting-with-authority', ({ standing }) => standing.right === 'authority', {
    'legal-authority': ['attorney', 'deputy', 'imca', 'imha'],
  }),
];
