import type { Answers } from '../questionnaire/all-questions.ts';
import type { Day } from '../questionnaire/calendar.ts';
import type { Asked, Complaint, Stage } from './stage.ts';
import type { Happening, HappeningOf } from './timeline.ts';

export type StepTaken = NonNullable<Answers['so-far']>[number];
export type WhoDecides = NonNullable<Answers['decided-by']>;
export type Appointments = Readonly<
  Partial<Record<'second-doctor' | 'usual-doctor', HappeningOf<'appointment'>>>
>;

type Passed = Readonly<Partial<Record<StepTaken, Happening | undefined>>>;

/** The steps that count as taken, in the order in which they first were. */
export const stepsIn = (passed: Passed): readonly StepTaken[] => Object.keys(passed) as StepTaken[];

/** How far the request has come, by the answers and the record's entries, and any complaint beside it. */
export interface Course {
  readonly stage: Stage;
  /** The entry that led to the stage; undefined if the answers of part 1 did. */
  readonly stageFrom: Happening | undefined;
  /** The steps that count as taken now, each with its entry; undefined for a step ticked in part 1. */
  readonly passed: Passed;
  readonly complaint: Complaint | undefined;
  readonly complaintFrom: Happening | undefined;
  /** The last appointment with each doctor since the last answer. */
  readonly appointments: Appointments;
  /** Who gave the last answer, if known. */
  readonly answeredBy: WhoDecides | undefined;
  /** The day on which the problem was first known: the first refusal in the record. */
  readonly knownSince: Day | undefined;
}

/** The course with these steps taken by a happening. */
export const passing = (course: Course, happening: Happening, ...steps: readonly StepTaken[]): Course => ({
  ...course,
  passed: steps.reduce<Passed>((passed, step) => ({ ...passed, [step]: happening }), course.passed),
});

/** The course at the stage that a happening led to. */
export const reaching = (course: Course, happening: Happening, stage: Stage): Course => ({
  ...course,
  stage,
  stageFrom: happening,
});

/** The course while it waits for an answer. */
export const waiting = (course: Course, happening: Happening, to: Asked): Course =>
  reaching(course, happening, { at: 'no-answer', to, since: happening.on });
