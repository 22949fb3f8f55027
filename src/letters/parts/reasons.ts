import type { Answers } from '../../questionnaire/all-questions.ts';
import type { Composer } from '../composer.ts';
import type { Block } from '../document.ts';
import type { ShortItem } from '../short.ts';

/** Why the diagnosis does not seem right. */
export interface Reasons {
  readonly reasons: readonly string[];
}

export const readReasons = ({ 'reasons-to-disagree': reasons }: Partial<Answers>): Reasons => ({
  reasons: reasons?.['reasons-to-disagree'] ?? [],
});

const linesOf = ({ reasons }: Reasons, composer: Composer) =>
  composer.lines('reasons-to-disagree', 'reasons-to-disagree', reasons);

/** The reasons, a line each. */
export const reasons = (facts: Reasons, composer: Composer): readonly Block[] =>
  composer.list('reasons', linesOf(facts, composer));

/** The reasons for the short version. */
export const shortReasons = (facts: Reasons, composer: Composer): readonly ShortItem[] => [
  { label: composer.say('short-reasons'), things: linesOf(facts, composer) },
];
