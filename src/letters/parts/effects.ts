import type { LetterCase } from '../case.ts';
import type { Composer } from '../composer.ts';
import type { Block } from '../document.ts';

/**
 * The problems, as a list: the ticked areas in our words, then the person's own lines.
 * @param before a sentence that leads to them, there or not
 */
export function problems(
  { problemAreas, problems: typed }: LetterCase,
  composer: Composer,
  before = '',
): readonly Block[] {
  const areas = problemAreas.map((area) => composer.phrase(`problem-${area}`));
  if (areas.length === 1 && typed.length === 0) {
    return composer.paragraph(before, composer.say('problem-area-one', { it: areas.join('') }));
  }
  return composer.list('problems', [...areas, ...typed], before);
}

/** The side effects that are put down to the medicine, as a list. */
export const sideEffects = ({ sideEffects: effects }: LetterCase, composer: Composer): readonly Block[] =>
  composer.list('side-effects', effects);
