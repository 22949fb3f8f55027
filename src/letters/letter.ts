import type { LetterId } from '../guide/questions/people.ts';
import type { LetterCase } from './case.ts';
import type { Composer } from './composer.ts';
import type { Block } from './document.ts';

/** One of the four letters: what is its own. What all have in common is in `parts/`. */
export interface Letter {
  readonly id: LetterId;
  /** The names of its own words in `content/letters/<id>.md`. */
  readonly words: readonly string[];
  /** From the first paragraph to the last before the sign-off. */
  readonly body: (facts: LetterCase, composer: Composer) => readonly Block[];
}
