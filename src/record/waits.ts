import { addDays, addMonths, type Day } from '../questionnaire/calendar.ts';
import type { AdviceSituation } from './situation.ts';
import { isOpen, type OpenComplaint, type Stage } from './stage.ts';
import { addWorkingDays } from './working-days.ts';

/** How long we suggest to wait. These days are ours, and never told as a rule. */
const ANSWER_DAYS = 14;
const APPOINTMENT_DAYS = 28;
/** A complaint is acknowledged within three working days (fact N.8), of the day on which it can have arrived. */
const ACKNOWLEDGED_WORKING_DAYS = 3;
const POST_DAYS = 7;
/** After a month without a day for the answer, ask for one again; six months are the outer edge (fact N.27). */
const COMPLAINT_MONTHS = { withoutADay: 1, atMost: 6 } as const;

/** What is waited for, and until when. */
export interface Wait {
  readonly for:
    | 'answer'
    | 'look-again'
    | 'appointment'
    | 'application'
    | 'funding'
    | 'review-by'
    | 'report'
    | 'acknowledgement'
    | 'complaint-answer';
  readonly due: Day;
  /** Whether it concerns the complaint, and not the request itself. */
  readonly track: 'request' | 'complaint';
}

/** A day is overdue from the next day on. */
export const isOverdue = ({ due }: Pick<Wait, 'due'>, today: Day): boolean => today > due;

/** What is waited for now, the earliest day first. */
export function waitsOf(situation: AdviceSituation): readonly Wait[] {
  const { complaint } = situation;
  const waits = [
    requestWait(situation),
    appointmentWait(situation),
    complaint && isOpen(complaint) ? complaintWait(complaint) : undefined,
  ];
  return waits.filter((wait) => wait !== undefined).toSorted((a, b) => (a.due < b.due ? -1 : 1));
}

const request = (about: Wait['for'], due: Day | undefined): Wait | undefined =>
  due && { for: about, due, track: 'request' };
const later = (day: Day | undefined, days: number) => day && addDays(day, days);

/** What the request itself waits for. */
export function requestWait({
  stage,
  appointment,
}: Pick<AdviceSituation, 'stage' | 'appointment'>): Wait | undefined {
  switch (stage.at) {
    case 'no-answer':
      return request('answer', later(stage.chased ?? stage.since, ANSWER_DAYS));
    case 'something-first':
      return request('look-again', stage.until);
    case 'had-it-no-report':
      return request('report', later(stage.chased ?? stage.since, ANSWER_DAYS));
    case 'agreed':
      return stage.where === 'out-of-area' && stage.funding !== 'agreed'
        ? fundingWait(stage)
        : appointment?.with === 'second-doctor'
          ? undefined
          : request('appointment', later(stage.chased ?? stage.since, APPOINTMENT_DAYS));
    default:
      return undefined;
  }
}

function fundingWait(stage: Extract<Stage, { where: 'out-of-area' }>): Wait | undefined {
  switch (stage.funding) {
    case 'not-applied':
      return request('application', later(stage.chased ?? stage.since, ANSWER_DAYS));
    case 'waiting':
      return request('funding', stage.by ?? later(stage.chased ?? stage.since, ANSWER_DAYS));
    case 'refused':
      return request('review-by', stage.by);
    case 'agreed':
      return undefined;
  }
}

const appointmentWait = ({ appointment }: AdviceSituation): Wait | undefined =>
  request('appointment', appointment?.on);

/** What an open complaint waits for. */
export function complaintWait(complaint: OpenComplaint): Wait {
  const wait = (about: Wait['for'], due: Day): Wait => ({ for: about, due, track: 'complaint' });
  if (complaint.at === 'sent') {
    const arrived = complaint.byPost ? addDays(complaint.since, POST_DAYS) : complaint.since;
    const from = complaint.chased ?? arrived;
    return wait('acknowledgement', addWorkingDays(from, ACKNOWLEDGED_WORKING_DAYS));
  }
  const edge = addMonths(complaint.sent, COMPLAINT_MONTHS.atMost);
  const due =
    complaint.answerBy ?? addMonths(complaint.chased ?? complaint.since, COMPLAINT_MONTHS.withoutADay);
  return wait('complaint-answer', due < edge ? due : edge);
}
