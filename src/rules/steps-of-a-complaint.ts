import { isOmbudsmanNext } from '../record/limits.ts';
import type { AdviceSituation } from '../record/situation.ts';
import { isOpenComplaint } from '../record/stage.ts';
import { complaintWait } from '../record/waits.ts';
import { complaintState, isComplaintOpen } from './escalation.ts';
import { elsewhere, inEngland, type Rule } from './rule.ts';
import { chaser } from './suggested.ts';

/** Steps that lead while a complaint is open (docs/contract.md, "The next step with days"; N.8, N.27). */

const COMPLAINED = { 'so-far': ['complained'] } as const;
const chaseIt = chaser('complaint');
const citedEntries = ({ complaintFrom }: AdviceSituation) => [complaintFrom];
const waitEnd = ({ complaint }: AdviceSituation) =>
  complaint && isOpenComplaint(complaint) ? complaintWait(complaint).due : undefined;

export const STEPS_OF_A_COMPLAINT: readonly Rule[] = [
  inEngland('go-to-the-ombudsman', isOmbudsmanNext, COMPLAINED, { citedEntries }),
  inEngland('wait-for-acknowledgement', (s) => complaintState(s) === 'arriving', COMPLAINED, {
    waitEnd,
    citedEntries,
  }),
  inEngland('ask-for-acknowledgement', (s) => complaintState(s) === 'not-arrived', COMPLAINED, {
    waitEnd,
    citedEntries,
    letters: chaseIt,
  }),
  inEngland('ask-for-a-day', (s) => complaintState(s) === 'no-day', COMPLAINED, { citedEntries }),
  inEngland('chase-complaint', (s) => complaintState(s) === 'late', COMPLAINED, {
    waitEnd,
    citedEntries,
    letters: chaseIt,
  }),
  inEngland('wait-for-complaint-answer', isComplaintOpen, COMPLAINED, { waitEnd, citedEntries }),
  ...elsewhere(
    'wait-for-complaint',
    (s) => isComplaintOpen(s) || s.complaint?.at === 'not-put-right',
    COMPLAINED,
  ),
];

/** Whether a step is about the complaint, and so would only repeat a complaint's step beside it. */
export const isAboutComplaint = (id: string): boolean =>
  id === 'complaint-put-right' || STEPS_OF_A_COMPLAINT.some((step) => step.id === id);
