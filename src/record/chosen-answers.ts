import { allQuestions, type Answers } from '../questionnaire/all-questions.ts';
import { everyField } from '../questionnaire/every-field.ts';
import { type Course, stepsIn } from './course.ts';
import type { Stage } from './stage.ts';
import type { TimelineEntry } from './timeline.ts';

/**
 * A choice that the person made, as the question's slug and the value, or the choice that matches an entry of
 * the record. Advice names the choices that it is based on.
 */
export interface ChosenAnswer {
  readonly slug: keyof Answers;
  readonly value: string;
  /** The entry that says it; absent for an answer of part 1. */
  readonly entry?: TimelineEntry;
}

/** Questions whose answers the record replaces. */
const REPLACED_BY_THE_RECORD = ['so-far', 'answer-so-far', 'answered-by', 'agreed-where', 'funding'] as const;
type ReplacedByTheRecord = (typeof REPLACED_BY_THE_RECORD)[number];
/** Whether the record's entries say what this question asks, once there are any. */
export const isReplacedByTheRecord = (slug: string): slug is ReplacedByTheRecord =>
  REPLACED_BY_THE_RECORD.some((one) => one === slug);

/** The questions of part 1 whose whole answer is a choice, in order. */
const CHOICES = allQuestions.inOrder
  .filter((placed) => {
    const [only, ...others] = everyField(placed);
    return placed.part === 'situation' && others.length === 0 && only!.values.length > 0;
  })
  .map(({ question }) => question.slug as keyof Answers);

/** Every choice that counts, in the order of the questions; the record gives only the latest. */
export function chosenAnswersFrom(answers: Answers, course: Course): readonly ChosenAnswer[] {
  const bySlug = answersFromCourse(answers, course);
  return CHOICES.flatMap((slug) => (isReplacedByTheRecord(slug) ? bySlug[slug] : choicesOf(slug, answers)));
}

function choicesOf(slug: keyof Answers, answers: Answers): readonly ChosenAnswer[] {
  const answer = answers[slug] as string | readonly string[] | undefined;
  if (answer === undefined) return [];
  return (typeof answer === 'string' ? [answer] : answer).map((value) => ({ slug, value }));
}

function answersFromCourse(
  answers: Answers,
  course: Course,
): Readonly<Record<ReplacedByTheRecord, readonly ChosenAnswer[]>> {
  const { stage, stageFrom: entry, entryByStep, answeredBy } = course;
  const steps = stepsIn(entryByStep).map((step) => chosenAnswer('so-far', step, entryByStep[step]));
  const hasNothing = steps.length === 0 && answers['so-far']?.includes('nothing-yet');
  return {
    'so-far': hasNothing && !entry ? [{ slug: 'so-far', value: 'nothing-yet' }] : steps,
    'answer-so-far': chosenAnswerIf('answer-so-far', ANSWER[stage.at], entry),
    'answered-by': chosenAnswerIf('answered-by', stage.at === 'refused' ? answeredBy : undefined, entry),
    'agreed-where': chosenAnswerIf('agreed-where', stage.at === 'agreed' ? stage.where : undefined, entry),
    funding: chosenAnswerIf(
      'funding',
      stage.at === 'agreed' && stage.where === 'out-of-area' ? stage.funding : undefined,
      entry,
    ),
  };
}

const chosenAnswer = (slug: keyof Answers, value: string, entry: TimelineEntry | undefined): ChosenAnswer =>
  entry ? { slug, value, entry } : { slug, value };

const chosenAnswerIf = (
  slug: keyof Answers,
  value: string | undefined,
  entry: TimelineEntry | undefined,
): readonly ChosenAnswer[] => (value === undefined ? [] : [chosenAnswer(slug, value, entry)]);

/** The choice of `answer-so-far` that matches a stage. */
const ANSWER: Readonly<Partial<Record<Stage['at'], NonNullable<Answers['answer-so-far']>>>> = {
  'no-answer': 'no-answer-yet',
  'not-clear': 'not-clear',
  'something-first': 'something-first',
  refused: 'refused',
  agreed: 'agreed',
  'had-it': 'had-it',
  'review-agreed': 'had-it',
  'had-it-agreed': 'had-it-agreed',
  'had-it-no-report': 'had-it-no-report',
};
