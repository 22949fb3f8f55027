import { type Answers } from '../questionnaire/all-questions.ts';
import type { Day } from '../questionnaire/calendar.ts';
import type { LetterId } from '../questionnaire/questions/people.ts';
import { type Standing, standingFrom } from '../questionnaire/standing.ts';
import { courseFrom } from './course-from.ts';
import { type Course, stepsIn, type StepTaken, type WhoDecides } from './course.ts';
import type { Complaint, Stage } from './stage.ts';
import { type StoredEntry, type TimelineEntry, timelineFrom } from './timeline.ts';
import { type ChosenAnswer, chosenAnswersFrom } from './chosen-answers.ts';

/** What part 1 says for every journey. */
interface Circumstances {
  readonly standing: Standing;
  readonly nation: Answers['nation'];
  /** Not asked for a quick letter. */
  readonly detained: Answers['detained'];
  /** Every choice of part 1 that counts, and the choices that match the record's entries. */
  readonly chosenAnswers: readonly ChosenAnswer[];
  readonly today: Day;
}

/** A person who came only for a letter. */
export interface LetterSituation extends Circumstances {
  readonly wants: 'letter';
}

/** A person who came for advice but first needs the right to act, and so was asked nothing more. */
export interface RightSituation extends Circumstances {
  readonly wants: 'right';
}

/** A person who came for advice or has a record, with their answers and what has happened since. */
export interface AdviceSituation extends Circumstances {
  readonly wants: 'advice';
  readonly concern: NonNullable<Answers['concern']>;
  /** Who decided on the diagnosis or the treatment. */
  readonly decidedBy: WhoDecides;
  /** The person to ask and complain to: the one who decided or, after a refusal, the one who refused. */
  readonly answersFor: WhoDecides;
  readonly stepsTaken: readonly StepTaken[];
  readonly stage: Stage;
  /** The entry that led to the stage; undefined if the answers of part 1 did. */
  readonly stageFrom: TimelineEntry | undefined;
  readonly complaint: Complaint | undefined;
  readonly complaintFrom: TimelineEntry | undefined;
  readonly appointments: Course['appointments'];
  /** The day on which the problem was first known, if the record says so. */
  readonly knownSince: Day | undefined;
  /** What has happened, in the order of days. */
  readonly timeline: readonly TimelineEntry[];
}

export type Situation = LetterSituation | RightSituation | AdviceSituation;

/**
 * The situation from the answers of a complete part 1 and what the record says has happened since.
 * @param entries the record's entries, in any order
 * @throws Error if part 1 is not complete; the walk says whether it is
 */
export const situationFrom = (
  answers: Answers,
  today: Day,
  entries: readonly StoredEntry[] = [],
): Situation => situationOn(answers, today, timelineFrom(entries, today), entries.length > 0);

/** The same, from a timeline that was read already. */
export function situationOn(
  answers: Answers,
  today: Day,
  timeline: readonly TimelineEntry[],
  hasRecord: boolean,
): Situation {
  const standing = standingFrom(answers);
  const course = courseFrom(answers, timeline, today);
  const { nation, detained } = answers;
  const circumstances = {
    standing,
    nation,
    detained,
    chosenAnswers: chosenAnswersFrom(answers, course),
    today,
  };
  if (wantedBy(answers, hasRecord) === 'letter') return { wants: 'letter', ...circumstances };
  if (standing.right === 'none') return { wants: 'right', ...circumstances };
  const concern = answers.concern ?? concernOf(answers, timeline);
  const decidedBy = answers['decided-by'];
  if (!concern || !decidedBy) throw new Error('part 1 is not complete');
  const { complaint, appointments, knownSince, entryByStep } = course;
  return {
    wants: 'advice',
    ...circumstances,
    concern,
    decidedBy,
    answersFor: course.answeredBy ?? decidedBy,
    stepsTaken: stepsIn(entryByStep),
    stage: course.stage,
    complaint,
    complaintFrom: course.complaintFrom,
    stageFrom: course.stageFrom,
    appointments,
    knownSince,
    timeline,
  };
}

/** What the person came for; a record means advice as well. */
export const wantedBy = (answers: Pick<Answers, 'help-with'>, hasRecord: boolean): 'advice' | 'letter' =>
  answers['help-with'] === 'advice-and-letter' || hasRecord ? 'advice' : 'letter';

/** The concern of a person who was not asked about it, from the letter they are writing or sent last. */
function concernOf(answers: Answers, timeline: readonly TimelineEntry[]): AdviceSituation['concern'] {
  const sent = timeline.flatMap((one) => (one.what === 'sent-letter' ? [one.values.letter] : []));
  const about = [...sent, answers.letter].findLast(
    (letter) => letter && /-(?:treatment|diagnosis)$/.test(letter),
  );
  if (about === undefined) return 'both';
  return about.endsWith('-diagnosis') ? 'diagnosis' : 'treatment';
}

/** The letters that fit a concern: if it is both, the diagnosis comes first. */
export function lettersAbout(
  kind: 'review' | 'second-opinion',
  concern: AdviceSituation['concern'],
): readonly LetterId[] {
  const subjects = concern === 'both' ? (['diagnosis', 'treatment'] as const) : ([concern] as const);
  return subjects.map((subject) => `${kind}-${subject}` as const);
}
