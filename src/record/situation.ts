import { everyField } from '../questionnaire/every-field.ts';
import { type Answers, allQuestions } from '../questionnaire/all-questions.ts';
import type { LetterId } from '../questionnaire/questions/people.ts';
import { type Standing, standingFrom } from '../questionnaire/standing.ts';

/** A choice that somebody made: the question's slug and the value. Advice names the choices that called for it. */
export interface Told {
  readonly slug: keyof Answers;
  readonly value: string;
}

/** How far the request has come, from the factsheet's sections 3 and 4. */
export type Stage =
  | { readonly at: 'nothing-tried' }
  /** Something was tried, but no second opinion was asked for yet. */
  | { readonly at: 'not-asked-for' }
  | { readonly at: 'no-answer' }
  /** There was an answer, and it was neither a yes nor a no. */
  | { readonly at: 'not-clear' }
  /** They asked for something before they answer. */
  | { readonly at: 'something-first' }
  | { readonly at: 'refused' }
  | { readonly at: 'agreed'; readonly where: 'local' | 'not-sure' }
  | {
      readonly at: 'agreed';
      readonly where: 'out-of-area';
      readonly funding: NonNullable<Answers['funding']>;
    }
  /** The second opinion was given, said something else, and nothing changed. */
  | { readonly at: 'had-it' }
  /** It was given, and agreed with the first doctor. */
  | { readonly at: 'had-it-agreed' }
  /** It was given, and its report has not come. */
  | { readonly at: 'had-it-no-report' };

/** What part 1 tells of every journey. */
interface Circumstances {
  readonly standing: Standing;
  readonly nation: Answers['nation'];
  /** Not asked on the way to a quick letter. */
  readonly detained: Answers['detained'];
  /** Every choice of part 1 that counts. */
  readonly told: readonly Told[];
}

/** Somebody who came for a letter alone. */
export interface LetterSituation extends Circumstances {
  readonly wants: 'letter';
}

/** Somebody who came for advice and first needs the right to act: nothing more was asked of them. */
export interface RightSituation extends Circumstances {
  readonly wants: 'right';
}

/** Somebody who came for advice, with what was asked for it. */
export interface AdviceSituation extends Circumstances {
  readonly wants: 'advice';
  readonly concern: NonNullable<Answers['concern']>;
  /** Who decided on the diagnosis or the treatment. */
  readonly decidedBy: NonNullable<Answers['decided-by']>;
  /** Who is to be asked and complained to: who decided, and from a refusal on who refused. */
  readonly answersFor: NonNullable<Answers['decided-by']>;
  readonly stepsTaken: NonNullable<Answers['so-far']>;
  readonly stage: Stage;
}

export type Situation = LetterSituation | RightSituation | AdviceSituation;

/**
 * What the answers of a whole part 1 mean.
 * @throws Error where part 1 is not complete: the walk says when it is
 */
export function situationFrom(answers: Answers): Situation {
  const circumstances = {
    standing: standingFrom(answers),
    nation: answers.nation,
    detained: answers.detained,
    told: choicesOf(answers),
  };
  if (wantedBy(answers) === 'letter') return { wants: 'letter', ...circumstances };
  if (circumstances.standing.right === 'none') return { wants: 'right', ...circumstances };
  const { concern, 'decided-by': decidedBy, 'so-far': stepsTaken } = answers;
  if (!concern || !decidedBy || !stepsTaken) throw new Error('part 1 is not complete');
  const answersFor = answers['answered-by'] ?? decidedBy;
  const stage = stageFrom(answers);
  return { wants: 'advice', ...circumstances, concern, decidedBy, answersFor, stepsTaken, stage };
}

/** What somebody came for. */
export const wantedBy = (answers: Pick<Answers, 'help-with'>): 'advice' | 'letter' =>
  answers['help-with'] === 'advice-and-letter' ? 'advice' : 'letter';

function stageFrom(answers: Answers): Stage {
  switch (answers['answer-so-far']) {
    case undefined:
      return { at: answers['so-far']?.includes('nothing-yet') ? 'nothing-tried' : 'not-asked-for' };
    case 'agreed':
      return answers['agreed-where'] === 'out-of-area'
        ? { at: 'agreed', where: 'out-of-area', funding: answers.funding ?? 'not-applied' }
        : { at: 'agreed', where: answers['agreed-where'] ?? 'not-sure' };
    case 'no-answer-yet':
      return { at: 'no-answer' };
    default:
      return { at: answers['answer-so-far'] };
  }
}

/** The questions of part 1 whose whole answer is a choice, in order. */
const CHOICES = allQuestions.inOrder
  .filter((step) => {
    const [only, ...others] = everyField(step);
    return step.part === 'situation' && others.length === 0 && only!.values.length > 0;
  })
  .map(({ question }) => question.slug as keyof Answers);

function choicesOf(answers: Answers): Told[] {
  return CHOICES.flatMap((slug) => {
    const answer = answers[slug] as string | readonly string[] | undefined;
    if (answer === undefined) return [];
    return (typeof answer === 'string' ? [answer] : answer).map((value) => ({ slug, value }));
  });
}

/** The letters that fit a concern: where it is both, the diagnosis comes first. */
export function lettersAbout(
  kind: 'review' | 'second-opinion',
  concern: AdviceSituation['concern'],
): readonly LetterId[] {
  const subjects = concern === 'both' ? (['diagnosis', 'treatment'] as const) : ([concern] as const);
  return subjects.map((subject) => `${kind}-${subject}` as const);
}
