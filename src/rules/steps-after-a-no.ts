import type { AdviceSituation } from '../record/situation.ts';
import {
  hasAdvocate,
  hasComplained,
  hasDone,
  hasTaken,
  isRefused,
  isUnansweredAfterChasing,
} from './escalation.ts';
import { elsewhere, inEngland, type Rule, rule } from './rule.ts';
import { awaitedEntries } from './steps-of-asking.ts';
import { askReasons, complaintLetter } from './suggested.ts';

/** Line 4 of the order of escalation (docs/contract.md): after a no or, from PALS on, without any answer. */

const REFUSED = { 'answer-so-far': ['refused'] } as const;
export const NOT_AGREED = { 'answer-so-far': ['refused', 'no-answer-yet', 'not-clear'] } as const;

const isRefusedOrNeverAnswered = (s: AdviceSituation) => isRefused(s) || isUnansweredAfterChasing(s);
const needsHelp = (s: AdviceSituation) => isRefusedOrNeverAnswered(s) && !hasTaken(s, 'contacted-pals');
const needsComplaint = (s: AdviceSituation) => isRefusedOrNeverAnswered(s) && !hasComplained(s);
const citedEntries = (s: AdviceSituation) => (isUnansweredAfterChasing(s) ? awaitedEntries(s) : []);

const asking = (
  id: string,
  step: 'asked-why' | 'asked-again' | 'asked-in-writing',
  after?: 'asked-why' | 'asked-again',
): Rule =>
  rule(
    id,
    (s) => isRefused(s) && !hasDone(s, step),
    { ...REFUSED, ...(after ? { 'so-far': [after] } : {}) },
    { letters: askReasons, saysWhy: true },
  );

const complaining = (id: string, ...about: readonly AdviceSituation['answersFor'][]): Rule =>
  inEngland(
    id,
    (s) => needsComplaint(s) && about.includes(s.answersFor),
    { ...NOT_AGREED, 'answered-by': about },
    { letters: complaintLetter, citedEntries },
  );

export const STEPS_AFTER_A_NO: readonly Rule[] = [
  asking('ask-why', 'asked-why'),
  asking('ask-again', 'asked-again', 'asked-why'),
  asking('ask-in-writing', 'asked-in-writing', 'asked-again'),

  inEngland('ask-practice-manager', (s) => needsHelp(s) && s.answersFor === 'gp', NOT_AGREED, {
    citedEntries,
  }),
  inEngland('contact-pals', needsHelp, { ...NOT_AGREED, 'so-far': ['asked-in-writing'] }, { citedEntries }),
  ...elsewhere('contact-patient-body', needsHelp, NOT_AGREED),
  rule(
    'use-advocate',
    (s) => isRefusedOrNeverAnswered(s) && !hasAdvocate(s),
    { ...NOT_AGREED, 'so-far': ['asked-in-writing', 'contacted-pals'] },
    { citedEntries },
  ),

  complaining('complain-to-surgery', 'gp'),
  complaining('complain-to-surgery-or-service', 'not-sure'),
  complaining('complain-to-service', 'psychiatrist', 'other-professional'),
  ...elsewhere('complain', needsComplaint, NOT_AGREED),

  inEngland(
    'complaint-put-right',
    (s) => isRefusedOrNeverAnswered(s) && s.complaint?.at === 'put-right',
    NOT_AGREED,
    {
      citedEntries: ({ complaintFrom }) => [complaintFrom],
    },
  ),
  inEngland('wait-for-complaint-answer', isRefusedOrNeverAnswered, {
    ...NOT_AGREED,
    'so-far': ['complained'],
  }),
  ...elsewhere('wait-for-complaint', isRefusedOrNeverAnswered, { 'so-far': ['complained'] }),
];
