import type { Answers } from '../questionnaire/all-questions.ts';
import type { Day } from '../questionnaire/calendar.ts';
import type { Complaint, RequestKind, Stage } from './stage.ts';
import type { TimelineEntry, TimelineEntryOf } from './timeline.ts';

export type StepTaken = NonNullable<Answers['so-far']>[number];
export type WhoDecides = NonNullable<Answers['decided-by']>;
export type Appointments = Readonly<
  Partial<Record<'second-doctor' | 'usual-doctor', TimelineEntryOf<'appointment'>>>
>;

type EntryByStep = Readonly<Partial<Record<StepTaken, TimelineEntry | undefined>>>;

/** The steps that count as taken, in the order in which they first were. */
export const stepsIn = (entryByStep: EntryByStep): readonly StepTaken[] =>
  Object.keys(entryByStep) as StepTaken[];

/** How far the request has come, by the answers and the record's entries, and any complaint beside it. */
export interface Course {
  readonly stage: Stage;
  /** The entry that led to the stage; undefined if the answers of part 1 did. */
  readonly stageFrom: TimelineEntry | undefined;
  /** The steps that count as taken now, each with its entry; undefined for a step ticked in part 1. */
  readonly entryByStep: EntryByStep;
  readonly complaint: Complaint | undefined;
  readonly complaintFrom: TimelineEntry | undefined;
  /** The last appointment with each doctor since the last answer. */
  readonly appointments: Appointments;
  /** Who gave the last answer, if known. */
  readonly answeredBy: WhoDecides | undefined;
  /** The day on which the problem was first known: the first refusal in the record. */
  readonly knownSince: Day | undefined;
}

/** The course with these steps taken by an entry. */
export const withStepsTaken = (
  course: Course,
  entry: TimelineEntry,
  ...steps: readonly StepTaken[]
): Course => ({
  ...course,
  entryByStep: steps.reduce<EntryByStep>(
    (entryByStep, step) => ({ ...entryByStep, [step]: entry }),
    course.entryByStep,
  ),
});

/** The course at the stage that an entry led to. */
export const atStage = (course: Course, entry: TimelineEntry, stage: Stage): Course => ({
  ...course,
  stage,
  stageFrom: entry,
});

/** The course while it waits for an answer. */
export const waitingForAnswer = (course: Course, entry: TimelineEntry, to: RequestKind): Course =>
  atStage(course, entry, { at: 'no-answer', to, since: entry.on });
