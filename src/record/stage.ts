import type { Day } from '../questionnaire/calendar.ts';

/** What an unanswered request asked for. */
export type RequestKind = 'review' | 'second-opinion';

/**
 * How far the request has come (the factsheet's sections 3 and 4). A day is present if an entry of the record
 * gives it: `since` is the day on which the stage began, `chased` the day on which it was last chased.
 */
export type Stage =
  | { readonly at: 'nothing-tried' }
  /** Something was tried, but no second opinion was asked for yet. */
  | { readonly at: 'not-asked-for' }
  | { readonly at: 'no-answer'; readonly to: RequestKind; readonly since?: Day; readonly chased?: Day }
  /** There was an answer, and it was neither a yes nor a no. */
  | { readonly at: 'not-clear'; readonly chased?: Day }
  /** They want something first; `until` is the day on which they will look again, if they gave one. */
  | {
      readonly at: 'something-first';
      readonly to: RequestKind;
      readonly since?: Day;
      readonly until?: Day;
      readonly chased?: Day;
    }
  | { readonly at: 'refused'; readonly since?: Day }
  /** The review was agreed to; it is not known yet whether it settles things. */
  | { readonly at: 'review-agreed'; readonly since: Day }
  | {
      readonly at: 'agreed';
      readonly where: 'local' | 'not-sure';
      readonly since?: Day;
      readonly chased?: Day;
    }
  | {
      readonly at: 'agreed';
      readonly where: 'out-of-area';
      readonly funding: 'not-applied' | 'waiting' | 'agreed' | 'refused';
      readonly since?: Day;
      readonly chased?: Day;
      /** The day by which the board decides, or by which a review of its refusal has to be asked for. */
      readonly by?: Day;
    }
  /** The second opinion was given, said something else, and nothing changed. */
  | { readonly at: 'had-it' }
  /** It was given, and agreed with the first doctor. */
  | { readonly at: 'had-it-agreed' }
  /** It was given, and its report has not come. */
  | { readonly at: 'had-it-no-report'; readonly since?: Day; readonly chased?: Day }
  | { readonly at: 'settled'; readonly since: Day };

/** The stage as it is today: once the day to look again has passed, an answer is waited for. */
export function stageOn(stage: Stage, today: Day): Stage {
  if (stage.at !== 'something-first' || stage.until === undefined || today <= stage.until) return stage;
  const { to, until, chased } = stage;
  return { at: 'no-answer', to, since: until, ...(chased ? { chased } : {}) };
}

/** A complaint, which runs alongside the request. */
export type Complaint =
  | { readonly at: 'sent'; readonly since: Day; readonly byPost: boolean; readonly chased?: Day }
  | {
      readonly at: 'acknowledged' | 'open-again';
      readonly since: Day;
      /** The day that they gave for their answer. */
      readonly answerBy?: Day;
      /** The day on which the complaint was sent, or first recorded. */
      readonly sent: Day;
      readonly chased?: Day;
    }
  | { readonly at: 'put-right' | 'not-put-right'; readonly since: Day };

export type OpenComplaint = Exclude<Complaint, { readonly at: 'put-right' | 'not-put-right' }>;

/** Whether a complaint still waits for its final answer. */
export const isOpenComplaint = (complaint: Complaint): complaint is OpenComplaint =>
  complaint.at !== 'put-right' && complaint.at !== 'not-put-right';
