import type { LetterCase } from './case.ts';
import { type LetterWords } from './compose.ts';
import { Composer } from './composer.ts';
import { LETTERS } from './all-letters.ts';
import { withoutStop } from './english/typed.ts';
import { withoutFacts } from './leave-out.ts';
import { introduction } from './parts/opening.ts';

/** What the online forms of surgeries take, near enough, in code points. */
export const SHORT_LIMIT = 500;

/**
 * The letter in a few sentences, for a surgery's online form: the ask, who writes, then what there is room for.
 * A sentence goes in whole or not at all.
 */
export function shortVersion(facts: LetterCase, words: LetterWords, leftOut: ReadonlySet<string>): string {
  const told = withoutFacts(facts, leftOut);
  const composer = new Composer(words[told.letter], told.voice, leftOut);
  const [ask, ...others] = LETTERS[told.letter].asks(told);
  const items = (name: string, texts: readonly string[]) =>
    texts.length > 0 ? [composer.say(name, { it: texts.map(withoutStop).join('; ') })] : [];
  const areas = told.problemAreas.map((area) => composer.phrase(`problem-${area}`));
  const sentences = [
    composer.say(ask),
    ...introduction(told, composer),
    ...items('short-problems', [...areas, ...told.problems]),
    ...items('short-reasons', told.reasonsToDisagree),
    ...others.map((name) => composer.say(name)),
    composer.say('short-longer-letter'),
  ];
  return sentences.reduce((text, sentence) => {
    const longer = text === '' ? sentence : `${text} ${sentence}`;
    return [...longer].length <= SHORT_LIMIT ? longer : text;
  }, '');
}
