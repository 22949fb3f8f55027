import type { Day } from '../questionnaire/calendar.ts';
import type { LetterId } from '../questionnaire/questions/people.ts';
import type { LetterCase } from './case.ts';
import { Composer } from './composer.ts';
import type { LetterDocument } from './document.ts';
import { LETTERS } from './all-letters.ts';
import { withoutFacts } from './leave-out.ts';
import { signOff } from './parts/closing.ts';
import { consent } from './parts/consent.ts';
import { heading } from './parts/heading.ts';
import { introduction } from './parts/opening.ts';
import type { Words } from './words.ts';

/** The words of each letter, those that all share included. */
export type LetterWords = Readonly<Record<LetterId, Words>>;

/** A letter as composed: the document, and the sentences of feeling that it has or could have, by name. */
export interface Composed {
  readonly document: LetterDocument;
  readonly feelings: ReadonlyMap<string, string>;
}

/**
 * Composes a person's letter.
 * @param facts what the letter may tell
 * @param words the words of all letters
 * @param today the date that it bears
 * @param leftOut keys of facts and sentences that the person chose to leave out
 */
export function compose(
  facts: LetterCase,
  words: LetterWords,
  today: Day,
  leftOut: ReadonlySet<string>,
): Composed {
  const letter = LETTERS[facts.letter];
  const told = withoutFacts(facts, leftOut);
  const composer = new Composer(words[facts.letter], told.voice, leftOut);
  const blocks = [
    ...heading(told, today, composer),
    ...composer.paragraph(
      ...letter.asks(told).map((name) => composer.say(name)),
      ...introduction(told, composer),
    ),
    ...letter.body(told, composer),
    ...signOff(told, composer),
    ...consent(told, today, composer),
  ];
  return { document: { title: composer.say('title'), blocks }, feelings: composer.feelings };
}
