import type { Answers } from '../../questionnaire/all-questions.ts';
import type { Composer } from '../composer.ts';
import type { Block } from '../document.ts';
import type { People } from '../people.ts';
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

/** The reasons, a line each. A representative's letter does not say who finds the diagnosis wrong. */
export const reasons = (facts: Reasons & { readonly people: People }, composer: Composer): readonly Block[] =>
  composer.list(
    facts.people.writer.is === 'patient' ? 'reasons' : 'reasons-of-another',
    linesOf(facts, composer),
  );

/** The reasons for the short version. */
export const shortReasons = (facts: Reasons, composer: Composer): ShortItem => ({
  label: composer.say('short-reasons'),
  things: linesOf(facts, composer),
});
