import { addDays, addMonths, byDay, type Day } from '../questionnaire/calendar.ts';
import type { AdviceSituation } from './situation.ts';
import { isOpenComplaint, type OpenComplaint, type Stage } from './stage.ts';
import { addWorkingDays } from './working-days.ts';

/** How long we suggest waiting. These are our own figures, never presented as a rule. */
const ANSWER_DAYS = 14;
const APPOINTMENT_DAYS = 28;
/** How long to wait before asking whether an agreed review settled things. */
const REVIEW_DAYS = 28;
/** A complaint is acknowledged within three working days of its arrival (fact N.8). */
const ACKNOWLEDGED_WORKING_DAYS = 3;
const POST_DAYS = 7;
/** After a month with no day given for the answer, ask for one again; six months is the limit (fact N.27). */
const COMPLAINT_MONTHS = { withoutADay: 1, atMost: 6 } as const;

/** Everything that can be waited for. */
export const WAITED_FOR = [
  'answer',
  'look-again',
  'review',
  'appointment',
  'application',
  'funding',
  'review-by',
  'report',
  'acknowledgement',
  'complaint-answer',
] as const;

/** What is waited for, and until when. */
export interface Wait {
  readonly for: (typeof WAITED_FOR)[number];
  readonly due: Day;
  /** Whether it concerns the complaint, and not the request itself. */
  readonly track: 'request' | 'complaint';
  /** Whether this is an appointment on that day, and not news of when one is. */
  readonly isFixed?: boolean;
}

/** A wait is overdue from the day after it is due. */
export const isOverdue = ({ due }: Pick<Wait, 'due'>, today: Day): boolean => today > due;

/** What the waits depend on. */
type Waiting = Pick<AdviceSituation, 'stage' | 'appointments' | 'complaint' | 'today'>;

/** What is waited for now, the earliest day first. */
export function waitsOf(situation: Waiting): readonly Wait[] {
  const { complaint } = situation;
  const waits = [
    requestWait(situation),
    ...appointmentWaits(situation),
    complaint && isOpenComplaint(complaint) ? complaintWait(complaint) : undefined,
  ];
  return waits.filter((wait) => wait !== undefined).toSorted((a, b) => byDay(a.due, b.due));
}

const request = (about: Wait['for'], due: Day | undefined): Wait | undefined =>
  due && { for: about, due, track: 'request' };
/** The day on which it was last asked for or chased. */
const lastAskedOn = ({ since, chased }: { readonly since?: Day; readonly chased?: Day }): Day | undefined =>
  chased && (!since || chased > since) ? chased : since;
/** The day that they gave or, if that was chased after it passed, our usual wait from then. */
const dueAfterChasing = (by: Day | undefined, chased: Day | undefined): Day | undefined =>
  by && chased && chased > by ? addDays(chased, ANSWER_DAYS) : by;
const daysAfter = (day: Day | undefined, days: number) => day && addDays(day, days);

/** What the request itself waits for. */
export function requestWait({
  stage,
  appointments,
}: Pick<AdviceSituation, 'stage' | 'appointments'>): Wait | undefined {
  switch (stage.at) {
    case 'no-answer':
      return request('answer', daysAfter(lastAskedOn(stage), ANSWER_DAYS));
    case 'not-clear':
      return request('answer', daysAfter(stage.chased, ANSWER_DAYS));
    case 'review-agreed':
      return request('review', addDays(stage.since, REVIEW_DAYS));
    case 'something-first':
      return request('look-again', stage.until);
    case 'had-it-no-report':
      return request('report', daysAfter(lastAskedOn(stage), ANSWER_DAYS));
    case 'agreed':
      return stage.where === 'out-of-area' && stage.funding !== 'agreed'
        ? fundingWait(stage)
        : appointments['second-doctor']
          ? undefined
          : request('appointment', daysAfter(lastAskedOn(stage), APPOINTMENT_DAYS));
    default:
      return undefined;
  }
}

function fundingWait(stage: Extract<Stage, { where: 'out-of-area' }>): Wait | undefined {
  switch (stage.funding) {
    case 'not-applied':
      return request('application', daysAfter(lastAskedOn(stage), ANSWER_DAYS));
    case 'waiting':
      return request(
        'funding',
        dueAfterChasing(stage.by, stage.chased) ?? daysAfter(lastAskedOn(stage), ANSWER_DAYS),
      );
    case 'refused':
      return request('review-by', stage.by);
    case 'agreed':
      return undefined;
  }
}

const fixed = (on: Day | undefined): Wait | undefined =>
  on && { for: 'appointment', due: on, track: 'request', isFixed: true };

/** The appointment with the second doctor, and one with the usual doctor that is still to come. */
const appointmentWaits = ({ stage, appointments, today }: Waiting): readonly (Wait | undefined)[] => {
  const { 'second-doctor': second, 'usual-doctor': usual } = appointments;
  return [
    fixed(stage.at === 'agreed' ? second?.on : undefined),
    fixed(usual && usual.on >= today ? usual.on : undefined),
  ];
};

/** The last day on which a complaint should have its answer (fact N.27). */
export const complaintTimeLimit = ({ sent }: { readonly sent: Day }): Day =>
  addMonths(sent, COMPLAINT_MONTHS.atMost);

/** What an open complaint waits for. */
export function complaintWait(complaint: OpenComplaint): Wait {
  const wait = (about: Wait['for'], due: Day): Wait => ({ for: about, due, track: 'complaint' });
  if (complaint.at === 'sent') {
    const arrived = complaint.byPost ? addDays(complaint.since, POST_DAYS) : complaint.since;
    // Asking for news does not bring the post any sooner.
    const from = complaint.chased && complaint.chased > arrived ? complaint.chased : arrived;
    return wait('acknowledgement', addWorkingDays(from, ACKNOWLEDGED_WORKING_DAYS));
  }
  const timeLimit = complaintTimeLimit(complaint);
  const due =
    dueAfterChasing(complaint.answerBy, complaint.chased) ??
    addMonths(complaint.chased ?? complaint.since, COMPLAINT_MONTHS.withoutADay);
  // Chased after six months: the limit has passed, so only the reply to the chaser is waited for.
  if (complaint.chased && complaint.chased > timeLimit)
    return wait('complaint-answer', addDays(complaint.chased, ANSWER_DAYS));
  return wait('complaint-answer', due < timeLimit ? due : timeLimit);
}
