import { addMonths, type Day } from '../questionnaire/calendar.ts';
import type { AdviceSituation } from './situation.ts';
import { isOpen } from './stage.ts';

/** The usual limits in England (fact N.8): they run together, and more may be allowed. */
const USUAL_MONTHS = 12;
/** From then on the Ombudsman is told of, while the year that the complaint runs in is still long enough. */
const OMBUDSMAN_FROM_MONTHS = 10;

/** The last day, as a rule, on which to complain and on which to go to the Ombudsman. */
export const complainBy = ({ knownSince }: Pick<AdviceSituation, 'knownSince'>): Day | undefined =>
  knownSince && addMonths(knownSince, USUAL_MONTHS);

/** Whether so much of the Ombudsman's year has passed that waiting for the complaint may be too long. */
export const isOmbudsmanDue = ({
  knownSince,
  today,
}: Pick<AdviceSituation, 'knownSince' | 'today'>): boolean =>
  knownSince !== undefined && today >= addMonths(knownSince, OMBUDSMAN_FROM_MONTHS);

/** The Ombudsman's time: the complaint was answered and nothing put right, or its year goes by (fact N.8). */
export const isOmbudsmanNext = ({
  complaint,
  ...known
}: Pick<AdviceSituation, 'complaint' | 'knownSince' | 'today'>): boolean =>
  complaint?.at === 'not-put-right' ||
  (complaint !== undefined && isOpen(complaint) && isOmbudsmanDue(known));
