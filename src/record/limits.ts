import { addMonths, type Day } from '../questionnaire/calendar.ts';
import type { AdviceSituation } from './situation.ts';
import { isOpenComplaint } from './stage.ts';

/** The usual limits in England (fact N.8): they run together, and more may be allowed. */
const USUAL_MONTHS = 12;
/** From then on the plan mentions the Ombudsman, while enough of the year is left. */
const OMBUDSMAN_FROM_MONTHS = 10;

/** The usual last day to complain and to go to the Ombudsman. */
export const complainBy = ({ knownSince }: Pick<AdviceSituation, 'knownSince'>): Day | undefined =>
  knownSince && addMonths(knownSince, USUAL_MONTHS);

/** Whether so little of the Ombudsman's year is left that waiting for the complaint's answer is a risk. */
export const isOmbudsmanDue = ({
  knownSince,
  today,
}: Pick<AdviceSituation, 'knownSince' | 'today'>): boolean =>
  knownSince !== undefined && today >= addMonths(knownSince, OMBUDSMAN_FROM_MONTHS);

/**
 * Whether the Ombudsman is next: the answer put nothing right, and the matter was not settled since, or the year is
 * running out (fact N.8).
 */
export const isOmbudsmanNext = ({
  stage,
  complaint,
  ...known
}: Pick<AdviceSituation, 'stage' | 'complaint' | 'knownSince' | 'today'>): boolean =>
  (complaint?.at === 'not-put-right' && stage.at !== 'settled') ||
  (complaint !== undefined && isOpenComplaint(complaint) && isOmbudsmanDue(known));
