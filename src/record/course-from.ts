import type { Answers } from '../questionnaire/all-questions.ts';
import { after, type Course, type StepTaken } from './course.ts';
import type { Stage } from './stage.ts';
import type { Happening } from './timeline.ts';

/** The course that the answers of part 1 and the record's happenings come to, one after the other. */
export const courseFrom = (answers: Answers, timeline: readonly Happening[]): Course =>
  timeline.reduce(after, beforeTheRecord(answers));

/** What was ticked in part 1: it came before everything in the record. */
function beforeTheRecord(answers: Answers): Course {
  const ticked = (answers['so-far'] ?? []).filter((step) => step !== 'nothing-yet');
  return {
    stage: stageFrom(answers),
    stageFrom: undefined,
    passed: new Map(ticked.map((step): [StepTaken, undefined] => [step, undefined])),
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
