import { complaintTimeLimit, complaintWait, isOverdue, requestWait } from '../record/waits.ts';
import type { AdviceSituation } from '../record/situation.ts';
import { isOpenComplaint, type Stage } from '../record/stage.ts';
import { lastSent } from '../record/sent.ts';

/** What the rules need to know about a situation's place in the order of escalation (docs/contract.md). */

type StepTaken = AdviceSituation['stepsTaken'][number];
const inStage =
  (...stages: readonly Stage['at'][]) =>
  (s: AdviceSituation) =>
    stages.includes(s.stage.at);

export const hasTaken = (s: AdviceSituation, step: StepTaken) => s.stepsTaken.includes(step);

/** Whether a step is done. Asking again includes asking why; every other step counts only for itself. */
export const hasDone = (s: AdviceSituation, step: StepTaken) =>
  hasTaken(s, step) || (step === 'asked-why' && hasTaken(s, 'asked-again'));

/** Whether there is an advocate already: one has helped, or one is writing. */
export const hasAdvocate = (s: AdviceSituation) =>
  hasTaken(s, 'used-advocate') ||
  s.chosenAnswers.some(({ slug, value }) => slug === 'who-for' && value === 'client');

export const isUnasked = inStage('not-asked-for');
export const isUnanswered = inStage('no-answer', 'not-clear');
export const isPutOff = inStage('something-first');
export const isRefused = inStage('refused');
export const isAgreed = inStage('agreed');
export const isOutOfArea = (s: AdviceSituation) => s.stage.at === 'agreed' && s.stage.where === 'out-of-area';
export const isFunding = (s: AdviceSituation, funding: 'not-applied' | 'waiting' | 'agreed' | 'refused') =>
  s.stage.at === 'agreed' && s.stage.where === 'out-of-area' && s.stage.funding === funding;

/** Whether the request's own wait is still running. Without a known day there is no wait. */
export function isRequestPending(s: AdviceSituation): boolean {
  const wait = requestWait(s);
  return wait !== undefined && !isOverdue(wait, s.today);
}

/** Whether the request's own wait is over and nothing came. */
export function isRequestOverdue(s: AdviceSituation): boolean {
  const wait = requestWait(s);
  return wait !== undefined && isOverdue(wait, s.today);
}

/** Whether the request was chased and nothing came of that wait either. */
export const isOverdueAfterChasing = (s: AdviceSituation) =>
  'chased' in s.stage && s.stage.chased !== undefined && isRequestOverdue(s);

/** The same for a request without an answer, after which the steps are those after a refusal. */
export const isUnansweredAfterChasing = (s: AdviceSituation) => isUnanswered(s) && isOverdueAfterChasing(s);

/** Whether the unanswered request was made in a letter. */
export function isInWriting(s: AdviceSituation): boolean {
  if (s.stage.at !== 'no-answer' || s.stage.to === 'second-opinion') return hasTaken(s, 'asked-in-writing');
  return (['review-treatment', 'review-diagnosis'] as const).some((letter) => lastSent(s.timeline, letter));
}

/** Whether the agreed review has had its time, after which it counts like a second opinion that was had. */
export const isReviewOver = (s: AdviceSituation) => s.stage.at === 'review-agreed' && isRequestOverdue(s);

export const isComplaintOpen = (s: AdviceSituation) =>
  s.complaint !== undefined && isOpenComplaint(s.complaint);
export const hasComplained = (s: AdviceSituation) => hasTaken(s, 'complained') || isComplaintOpen(s);

/** What an open complaint waits for, and whether it is late. */
export function complaintState(
  s: AdviceSituation,
): 'none' | 'arriving' | 'not-arrived' | 'waiting' | 'no-day' | 'late' {
  const { complaint, today } = s;
  if (!complaint || !isOpenComplaint(complaint)) return 'none';
  const isPast = isOverdue(complaintWait(complaint), today);
  if (complaint.at === 'sent') return isPast ? 'not-arrived' : 'arriving';
  if (complaint.answerBy === undefined && today <= complaintTimeLimit(complaint))
    return isPast || !complaint.chased ? 'no-day' : 'waiting';
  return isPast ? 'late' : 'waiting';
}
