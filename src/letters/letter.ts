import type { LetterCase } from './case.ts';
import type { Composer } from './composer.ts';
import type { Block } from './document.ts';

/** One of the letters: what is its own. What all have in common is in `parts/`. */
export interface Letter {
  /** The names of its own words in `content/letters/<id>.md`. */
  readonly words: readonly string[];
  /** The names of the sentences that it opens with, in its short version too: first the one that asks. */
  readonly asks: (facts: LetterCase) => readonly [ask: string, ...others: string[]];
  /** From the second paragraph to the last before the sign-off. */
  readonly body: (facts: LetterCase, composer: Composer) => readonly Block[];
}
