import { type Course, withStepsTaken, waitingForAnswer } from './course.ts';
import { isOpenComplaint, type Stage } from './stage.ts';
import type { TimelineEntry, TimelineEntryOf } from './timeline.ts';

/** The course after a letter was sent. */
export function afterLetter(course: Course, entry: TimelineEntryOf<'sent-letter'>): Course {
  const { letter, how, about } = entry.values;
  switch (letter) {
    case 'review-treatment':
    case 'review-diagnosis':
      return waitingForAnswer(withStepsTaken(course, entry, 'asked-for-review'), entry, 'review');
    case 'second-opinion-treatment':
    case 'second-opinion-diagnosis':
      return waitingForAnswer(
        withStepsTaken(course, entry, 'asked-for-second-opinion', 'asked-in-writing'),
        entry,
        'second-opinion',
      );
    case 'ask-reasons':
      return waitingForAnswer(
        withStepsTaken(course, entry, 'asked-why', 'asked-again', 'asked-in-writing'),
        entry,
        'second-opinion',
      );
    case 'chaser':
      return chased(course, entry, about === 'complaint');
    case 'complaint':
      return {
        ...withStepsTaken(course, entry, 'complained'),
        complaint: { at: 'sent', since: entry.on, byPost: how === 'post' },
        complaintFrom: entry,
      };
    case 'funding-review':
      return course;
    default:
      return letter satisfies never;
  }
}

/** The course after something was asked for without one of our letters. */
export function afterAsking(course: Course, entry: TimelineEntryOf<'asked'>): Course {
  switch (entry.values['asked-for']) {
    case 'review':
      return waitingForAnswer(withStepsTaken(course, entry, 'asked-for-review'), entry, 'review');
    case 'second-opinion':
      return waitingForAnswer(
        withStepsTaken(course, entry, 'asked-for-second-opinion'),
        entry,
        'second-opinion',
      );
    case 'reasons':
      return withStepsTaken(course, entry, 'asked-why');
    case 'again':
      return waitingForAnswer(
        withStepsTaken(course, entry, 'asked-why', 'asked-again'),
        entry,
        'second-opinion',
      );
    case 'news':
      return chased(course, entry, course.complaint !== undefined && isOpenComplaint(course.complaint));
  }
}

/** Asking for news keeps the stage and restarts its wait, or that of a complaint if the news is about one. */
function chased(course: Course, { on }: TimelineEntry, isAboutComplaint: boolean): Course {
  const { stage, complaint } = course;
  if (isAboutComplaint)
    return complaint && isOpenComplaint(complaint)
      ? { ...course, complaint: { ...complaint, chased: on } }
      : course;
  return isChased(stage) ? { ...course, stage: { ...stage, chased: on } } : course;
}

/** The stages in which something is waited for. */
const CHASED_AT = ['no-answer', 'not-clear', 'something-first', 'agreed', 'had-it-no-report'] as const;
type ChasedAt = (typeof CHASED_AT)[number];
const isChased = (stage: Stage): stage is Extract<Stage, { readonly at: ChasedAt }> =>
  CHASED_AT.some((at) => at === stage.at);
