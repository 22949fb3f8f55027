import { type Course, withStepsTaken } from './course.ts';
import type { Complaint } from './stage.ts';
import type { TimelineEntryOf } from './timeline.ts';

/** The course after a complaint was acknowledged or answered. */
export function afterComplaint(
  course: Course,
  entry: TimelineEntryOf<'acknowledged' | 'complaint-answer'>,
): Course {
  const { on, values } = entry;
  const { complaint } = course;
  const sent = complaint && 'sent' in complaint ? complaint.sent : (complaint?.since ?? on);
  const answerBy = values['answer-by'];
  const open = (at: 'acknowledged' | 'open-again'): Complaint => ({
    at,
    since: on,
    sent,
    ...(answerBy ? { answerBy } : {}),
  });
  const next: Complaint =
    entry.what === 'acknowledged'
      ? open('acknowledged')
      : entry.values['complaint-was'] === 'not-final'
        ? open('open-again')
        : { at: entry.values['complaint-was'], since: on };
  return { ...withStepsTaken(course, entry, 'complained'), complaint: next, complaintFrom: entry };
}
