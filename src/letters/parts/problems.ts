import type { Answers } from '../../questionnaire/all-questions.ts';
import { type Composer, from } from '../composer.ts';
import type { Block } from '../document.ts';
import type { People } from '../people.ts';
import type { ShortItem } from '../short.ts';

/** What is hard, and what is put down to the medicine. */
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

const areasOf = ({ problemAreas }: ProblemsCase, composer: Composer) =>
  problemAreas.map((area) =>
    composer.told(composer.phrase(`problem-${area}`), from('problems', `problem-areas:${area}`)),
  );

/** The writer's own lines under a lead of their own, and then the ticked areas. */
export const problems = (facts: ProblemsCase, composer: Composer): readonly Block[] => [
  ...composer.list(
    facts.people.writer.is === 'patient' ? 'problems' : 'problems-of-another',
    composer.lines('problems', 'problems', facts.problems),
  ),
  ...composer.list('problem-areas', areasOf(facts, composer)),
];

/** The side effects that are put down to the medicine. */
export const sideEffects = ({ sideEffects: effects }: ProblemsCase, composer: Composer): readonly Block[] =>
  composer.list('side-effects', composer.lines('side-effects', 'side-effects', effects));

/** Problems and side effects for the short version. */
export const shortProblems = (facts: ProblemsCase, composer: Composer): readonly ShortItem[] => [
  {
    label: composer.say('short-problems'),
    things: [...composer.lines('problems', 'problems', facts.problems), ...areasOf(facts, composer)],
  },
  {
    label: composer.say('short-side-effects'),
    things: composer.lines('side-effects', 'side-effects', facts.sideEffects),
  },
];
