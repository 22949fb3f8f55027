import { type Course, passing } from './course.ts';
import type { Complaint } from './stage.ts';
import type { HappeningOf } from './timeline.ts';

/** The course after a complaint was acknowledged or answered. */
export function afterComplaint(
  course: Course,
  happening: HappeningOf<'acknowledged' | 'complaint-answer'>,
): Course {
  const { on, said } = happening;
  const { complaint } = course;
  const sent = complaint && 'sent' in complaint ? complaint.sent : (complaint?.since ?? on);
  const answerBy = said['answer-by'];
  const open = (at: 'acknowledged' | 'open-again'): Complaint => ({
    ...{ at, since: on, sent },
    ...(answerBy ? { answerBy } : {}),
  });
  const next: Complaint =
    happening.what === 'acknowledged'
      ? open('acknowledged')
      : happening.said['complaint-was'] === 'not-final'
        ? open('open-again')
        : { at: happening.said['complaint-was'], since: on };
  return { ...passing(course, happening, 'complained'), complaint: next, complaintFrom: happening };
}
