import type { LetterId } from '../questionnaire/questions/people.ts';
import type { Happening } from './timeline.ts';

type Sent = Extract<Happening, { what: 'sent-letter' }>;

/** The entries that answer each kind of letter: after one, the same letter can be sent again. */
const ANSWERS = {
  request: ['answer', 'funding', 'had-it'],
  complaint: ['acknowledged', 'complaint-answer'],
} as const;

/** The letters about the request or a complaint that were sent since its last answer, in order of days. */
export function sentSinceAnswer(
  timeline: readonly Happening[],
  track: 'request' | 'complaint',
): readonly Sent[] {
  const answers: readonly string[] = ANSWERS[track];
  const since = timeline.slice(timeline.findLastIndex(({ what }) => answers.includes(what)) + 1);
  return since.filter((one): one is Sent => one.what === 'sent-letter' && trackOf(one) === track);
}

/** The last letter of this kind since the last answer; a chaser counts only for what it was about. */
export function lastSent(
  timeline: readonly Happening[],
  letter: LetterId,
  about?: Sent['said']['about'],
): Sent | undefined {
  const track = letter === 'complaint' || about === 'complaint' ? 'complaint' : 'request';
  return sentSinceAnswer(timeline, track).findLast(
    ({ said }) =>
      said.letter === letter && (said.about === undefined || about === undefined || said.about === about),
  );
}

const trackOf = ({ said: { letter, about } }: Sent) =>
  letter === 'complaint' || about === 'complaint' ? 'complaint' : 'request';
