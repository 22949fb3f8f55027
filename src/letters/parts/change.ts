import type { LetterCase } from '../case.ts';
import type { Composer } from '../composer.ts';
import type { Block } from '../document.ts';
import { listed } from '../english/grammar.ts';

/**
 * The effect on daily life, and the change asked for. Who acts by a legal authority asks for it themselves:
 * the letter does not say what a person wants who cannot decide this (fact N.11).
 */
export function changeWanted(
  { writer, changes, changeDetails }: LetterCase,
  composer: Composer,
): readonly Block[] {
  const byAuthority = writer.is === 'representative' && writer.right !== 'agreement';
  const it = listed(changes.map((change) => composer.phrase(`change-${change}`)));
  const wanted = it && composer.say(byAuthority ? 'wants-by-authority' : 'wants', { it });
  return composer.typed(changeDetails, wanted ? 'wants-more' : 'wants-details', [
    composer.feel('daily-life'),
    wanted,
  ]);
}
