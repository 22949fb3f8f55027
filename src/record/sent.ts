import type { LetterId } from '../questionnaire/questions/people.ts';
import type { TimelineEntry } from './timeline.ts';

type SentLetter = Extract<TimelineEntry, { what: 'sent-letter' }>;

/** The entries that answer each kind of letter: after one, the same letter can be sent again. */
const ANSWERS = {
  request: ['answer', 'funding', 'had-it'],
  complaint: ['acknowledged', 'complaint-answer'],
} as const;

/** The letters about the request or a complaint that were sent since its last answer, in order of days. */
function sentSinceAnswer(
  timeline: readonly TimelineEntry[],
  track: 'request' | 'complaint',
): readonly SentLetter[] {
  const answers: readonly string[] = ANSWERS[track];
  const since = timeline.slice(timeline.findLastIndex(({ what }) => answers.includes(what)) + 1);
  return since.filter((one): one is SentLetter => one.what === 'sent-letter' && trackOf(one) === track);
}

/** The last letter of this kind since the last answer; a chaser counts only for what it was about. */
export function lastSent(
  timeline: readonly TimelineEntry[],
  letter: LetterId,
  about?: SentLetter['values']['about'],
): SentLetter | undefined {
  const track = letter === 'complaint' || about === 'complaint' ? 'complaint' : 'request';
  return sentSinceAnswer(timeline, track).findLast(
    ({ values }) =>
      values.letter === letter &&
      (values.about === undefined || about === undefined || values.about === about),
  );
}

const trackOf = ({ values: { letter, about } }: SentLetter) =>
  letter === 'complaint' || about === 'complaint' ? 'complaint' : 'request';
