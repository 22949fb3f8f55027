import type { Answers } from '../questionnaire/all-questions.ts';
import type { Day } from '../questionnaire/calendar.ts';
import { afterAnswer, afterAppointment, afterFunding, afterHavingIt } from './after-answer.ts';
import { afterAsking, afterLetter } from './after-asking.ts';
import { afterComplaint } from './after-complaint.ts';
import { type Course, withStepsTaken, atStage } from './course.ts';
import { type Stage, stageOn } from './stage.ts';
import type { TimelineEntry } from './timeline.ts';

/** The course today, from the answers of part 1, then each of the record's entries in order. */
export function courseFrom(answers: Answers, timeline: readonly TimelineEntry[], today: Day): Course {
  const course = timeline.reduce(after, beforeTheRecord(answers));
  return { ...course, stage: stageOn(course.stage, today) };
}

/** The course from part 1, which comes before everything in the record. */
function beforeTheRecord(answers: Answers): Course {
  const ticked = (answers['so-far'] ?? []).filter((step) => step !== 'nothing-yet');
  return {
    stage: stageFrom(answers),
    stageFrom: undefined,
    entryByStep: Object.fromEntries(ticked.map((step) => [step, undefined])),
    complaint: undefined,
    complaintFrom: undefined,
    appointments: {},
    answeredBy: answers['answered-by'],
    knownSince: undefined,
  };
}

function stageFrom(answers: Answers): Stage {
  const { 'answer-so-far': answer, 'so-far': soFar, 'agreed-where': where = 'not-sure' } = answers;
  switch (answer) {
    case undefined:
      return { at: soFar?.includes('nothing-yet') ? 'nothing-tried' : 'not-asked-for' };
    case 'agreed':
      return where === 'out-of-area'
        ? { at: 'agreed', where, funding: answers.funding ?? 'not-applied' }
        : { at: 'agreed', where };
    case 'no-answer-yet':
      return { at: 'no-answer', to: 'second-opinion' };
    case 'something-first':
      return { at: 'something-first', to: 'second-opinion' };
    default:
      return { at: answer };
  }
}

/** The course after one more entry. */
function after(course: Course, entry: TimelineEntry): Course {
  switch (entry.what) {
    case 'sent-letter':
      return afterLetter(course, entry);
    case 'asked':
      return afterAsking(course, entry);
    case 'answer':
      return afterAnswer(course, entry);
    case 'funding':
      return afterFunding(course, entry);
    case 'appointment':
      return afterAppointment(course, entry);
    case 'had-it':
      return afterHavingIt(course, entry);
    case 'acknowledged':
    case 'complaint-answer':
      return afterComplaint(course, entry);
    case 'pals':
      return withStepsTaken(course, entry, 'contacted-pals');
    case 'advocate':
      return withStepsTaken(course, entry, 'used-advocate');
    case 'settled':
      return atStage(course, entry, { at: 'settled', since: entry.on });
    case 'changed-team':
      return course;
    default:
      return entry satisfies never;
  }
}
