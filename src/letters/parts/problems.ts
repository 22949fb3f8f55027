import type { Answers } from '../../questionnaire/all-questions.ts';
import { type Composer, from } from '../composer.ts';
import type { Block, Source } from '../document.ts';
import type { People } from '../people.ts';
import type { ShortItem } from '../short.ts';

/** The patient's problems and side effects. */
export interface Problems {
  readonly problemAreas: readonly string[];
  readonly problems: readonly string[];
  readonly sideEffects: readonly string[];
}

export const readProblems = ({ problems, 'side-effects': sideEffects }: Partial<Answers>): Problems => ({
  problemAreas: problems?.['problem-areas'] ?? [],
  problems: problems?.problems ?? [],
  sideEffects: sideEffects ?? [],
});

type ProblemsCase = Problems & { readonly people: People };

const areaSource = (area: string): Source => from('problems', `problem-areas:${area}`);

const areasOf = ({ problemAreas }: ProblemsCase, composer: Composer) =>
  problemAreas.map((area) => composer.fromAnswer(composer.phrase(`problem-${area}`), areaSource(area)));

/** The writer's own lines, then the ticked areas, each under its own lead. */
export const problems = (facts: ProblemsCase, composer: Composer): readonly Block[] => [
  ...composer.list(
    facts.people.writer.is === 'patient' ? 'problems' : 'problems-of-another',
    composer.lines('problems', 'problems', facts.problems),
  ),
  ...composer.list('problem-areas', areasOf(facts, composer)),
];

/** The side effects, a line each. */
export const sideEffects = ({ sideEffects: effects }: ProblemsCase, composer: Composer): readonly Block[] =>
  composer.list('side-effects', composer.lines('side-effects', 'side-effects', effects));

/** The writer's own lines for the short version. */
export const shortOwnProblems = (facts: ProblemsCase, composer: Composer): ShortItem => ({
  label: composer.say('short-problems'),
  things: composer.lines('problems', 'problems', facts.problems),
});

/** The ticked areas for the short version. */
export const shortProblemAreas = (facts: ProblemsCase, composer: Composer): ShortItem => ({
  label: composer.say('short-problem-areas'),
  things: areasOf(facts, composer),
});

/** Side effects for the short version. */
export const shortSideEffects = (facts: ProblemsCase, composer: Composer): ShortItem => ({
  label: composer.say('short-side-effects'),
  things: composer.lines('side-effects', 'side-effects', facts.sideEffects),
});
