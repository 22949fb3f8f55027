import { type Answers, allQuestions } from '../questionnaire/all-questions.ts';
import { everyField } from '../questionnaire/every-field.ts';
import { type Course, stepsIn } from './course.ts';
import type { Stage } from './stage.ts';
import type { Happening } from './timeline.ts';

/**
 * A choice that the person made, as the question's slug and the value, or the choice that matches an entry of
 * the record. Advice names the choices that it is based on.
 */
export interface Told {
  readonly slug: keyof Answers;
  readonly value: string;
  /** The entry that says it; absent for an answer of part 1. */
  readonly entry?: Happening;
}

/** Questions whose answers the record replaces. */
const OF_THE_COURSE = ['so-far', 'answer-so-far', 'answered-by', 'agreed-where', 'funding'] as const;
type OfTheCourse = (typeof OF_THE_COURSE)[number];
const isOfTheCourse = (slug: string): slug is OfTheCourse => OF_THE_COURSE.some((one) => one === slug);

/** The questions of part 1 whose whole answer is a choice, in order. */
const CHOICES = allQuestions.inOrder
  .filter((placed) => {
    const [only, ...others] = everyField(placed);
    return placed.part === 'situation' && others.length === 0 && only!.values.length > 0;
  })
  .map(({ question }) => question.slug as keyof Answers);

/** Every choice that counts, in the order of the questions; the record gives only the latest. */
export function toldFrom(answers: Answers, course: Course): readonly Told[] {
  const bySlug = ofTheCourse(answers, course);
  return CHOICES.flatMap((slug) => (isOfTheCourse(slug) ? bySlug[slug] : choicesOf(slug, answers)));
}

function choicesOf(slug: keyof Answers, answers: Answers): readonly Told[] {
  const answer = answers[slug] as string | readonly string[] | undefined;
  if (answer === undefined) return [];
  return (typeof answer === 'string' ? [answer] : answer).map((value) => ({ slug, value }));
}

function ofTheCourse(answers: Answers, course: Course): Readonly<Record<OfTheCourse, readonly Told[]>> {
  const { stage, stageFrom: entry, passed, answeredBy } = course;
  const steps = stepsIn(passed).map((step) => told('so-far', step, passed[step]));
  const hasNothing = steps.length === 0 && answers['so-far']?.includes('nothing-yet');
  return {
    'so-far': hasNothing && !entry ? [{ slug: 'so-far', value: 'nothing-yet' }] : steps,
    'answer-so-far': toldOf('answer-so-far', ANSWER[stage.at], entry),
    'answered-by': toldOf('answered-by', stage.at === 'refused' ? answeredBy : undefined, entry),
    'agreed-where': toldOf('agreed-where', stage.at === 'agreed' ? stage.where : undefined, entry),
    funding: toldOf(
      'funding',
      stage.at === 'agreed' && stage.where === 'out-of-area' ? stage.funding : undefined,
      entry,
    ),
  };
}

const told = (slug: keyof Answers, value: string, entry: Happening | undefined): Told =>
  entry ? { slug, value, entry } : { slug, value };

const toldOf = (
  slug: keyof Answers,
  value: string | undefined,
  entry: Happening | undefined,
): readonly Told[] => (value === undefined ? [] : [told(slug, value, entry)]);

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
