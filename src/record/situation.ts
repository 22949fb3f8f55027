import { type Answers } from '../questionnaire/all-questions.ts';
import type { Day } from '../questionnaire/calendar.ts';
import type { LetterId } from '../questionnaire/questions/people.ts';
import { type Standing, standingFrom } from '../questionnaire/standing.ts';
import { courseFrom } from './course-from.ts';
import { type Course, stepsIn, type StepTaken, type WhoDecides } from './course.ts';
import { type Complaint, type Stage, stageOn } from './stage.ts';
import { timelineFrom, type Happening, type StoredEntry } from './timeline.ts';
import { type Told, toldFrom } from './told.ts';

/** What part 1 tells of every journey. */
interface Circumstances {
  readonly standing: Standing;
  readonly nation: Answers['nation'];
  /** Not asked on the way to a quick letter. */
  readonly detained: Answers['detained'];
  /** Every choice of part 1 that counts, and what the record's entries amount to. */
  readonly told: readonly Told[];
  readonly today: Day;
}

/** Somebody who came for a letter alone. */
export interface LetterSituation extends Circumstances {
  readonly wants: 'letter';
}

/** Somebody who came for advice and first needs the right to act: nothing more was asked of them. */
export interface RightSituation extends Circumstances {
  readonly wants: 'right';
}

/** Somebody who came for advice, or has a record, with what was asked for it and what has happened since. */
export interface AdviceSituation extends Circumstances {
  readonly wants: 'advice';
  readonly concern: NonNullable<Answers['concern']>;
  /** Who decided on the diagnosis or the treatment. */
  readonly decidedBy: WhoDecides;
  /** Who is to be asked and complained to: who decided, and from a refusal on who refused. */
  readonly answersFor: WhoDecides;
  readonly stepsTaken: readonly StepTaken[];
  readonly stage: Stage;
  /** The entry that brought the stage; none where the answers of part 1 did. */
  readonly stageFrom: Happening | undefined;
  readonly complaint: Complaint | undefined;
  readonly complaintFrom: Happening | undefined;
  readonly appointments: Course['appointments'];
  /** The day on which the problem was first known, where the record tells it. */
  readonly knownSince: Day | undefined;
  /** What has happened, in the order of days. */
  readonly timeline: readonly Happening[];
}

export type Situation = LetterSituation | RightSituation | AdviceSituation;

/**
 * What the answers of a whole part 1 mean, with what the record says has happened since.
 * @param entries the record's entries, in any order
 * @throws Error where part 1 is not complete: the walk says when it is
 */
export const situationFrom = (
  answers: Answers,
  today: Day,
  entries: readonly StoredEntry[] = [],
): Situation => situationOn(answers, today, timelineFrom(entries, today), entries.length > 0);

/** The same, of a timeline that was read already. */
export function situationOn(
  answers: Answers,
  today: Day,
  timeline: readonly Happening[],
  hasRecord: boolean,
): Situation {
  const standing = standingFrom(answers);
  const course = courseFrom(answers, timeline);
  const { nation, detained } = answers;
  const circumstances = { standing, nation, detained, told: toldFrom(answers, course), today };
  if (wantedBy(answers, hasRecord) === 'letter') return { wants: 'letter', ...circumstances };
  if (standing.right === 'none') return { wants: 'right', ...circumstances };
  const concern = answers.concern ?? concernOf(answers, timeline);
  const decidedBy = answers['decided-by'];
  if (!concern || !decidedBy) throw new Error('part 1 is not complete');
  const { complaint, appointments, knownSince, passed } = course;
  return {
    ...{ wants: 'advice', ...circumstances, concern, decidedBy },
    answersFor: course.answeredBy ?? decidedBy,
    stepsTaken: stepsIn(passed),
    ...{ stage: stageOn(course.stage, today), complaint, complaintFrom: course.complaintFrom },
    ...{ stageFrom: course.stageFrom, appointments, knownSince, timeline },
  };
}

/** What somebody came for: advice, too, once they have a record. */
export const wantedBy = (answers: Pick<Answers, 'help-with'>, hasRecord: boolean): 'advice' | 'letter' =>
  answers['help-with'] === 'advice-and-letter' || hasRecord ? 'advice' : 'letter';

/** The concern of somebody who was not asked for it: that of the letter that they sent last, or are writing. */
function concernOf(answers: Answers, timeline: readonly Happening[]): AdviceSituation['concern'] {
  const sent = timeline.flatMap((one) => (one.what === 'sent-letter' ? [one.said.letter] : []));
  const about = [...sent, answers.letter].findLast(
    (letter) => letter && /-(?:treatment|diagnosis)$/.test(letter),
  );
  if (about === undefined) return 'both';
  return about.endsWith('-diagnosis') ? 'diagnosis' : 'treatment';
}

/** The letters that fit a concern: where it is both, the diagnosis comes first. */
export function lettersAbout(
  kind: 'review' | 'second-opinion',
  concern: AdviceSituation['concern'],
): readonly LetterId[] {
  const subjects = concern === 'both' ? (['diagnosis', 'treatment'] as const) : ([concern] as const);
  return subjects.map((subject) => `${kind}-${subject}` as const);
}
