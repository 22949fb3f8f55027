import type { LetterCase } from '../case.ts';
import type { Composer } from '../composer.ts';
import type { Block } from '../document.ts';
import { listed, withoutStop, withStop } from '../grammar.ts';
import { lengthOfTime, numberOf } from '../measures.ts';

const ADMISSIONS = { one: 'hospital admission', several: 'hospital admissions' };
const MEDICINES = { one: 'medicine', several: 'medicines' };

/**
 * How long unwell, admissions and medicines tried. What reads as a time or a number becomes part of a sentence;
 * anything else stands after a colon, as it was typed.
 */
export function history(
  { unwellFor, admissions, medicinesTried }: LetterCase,
  composer: Composer,
): readonly Block[] {
  const sentences: string[] = [];
  const aside: string[] = [];
  const time = lengthOfTime(unwellFor);
  if (time) sentences.push(composer.say('unwell', { time }));
  else if (unwellFor) aside.push(withStop(composer.say('unwell-as-typed', { it: withoutStop(unwellFor) })));

  const stays = numberOf(admissions, ADMISSIONS);
  const medicines = numberOf(medicinesTried, MEDICINES);
  const counted = [
    ...(stays ? [composer.phrase('had', { it: stays })] : []),
    ...(medicines ? [composer.phrase('tried', { it: medicines })] : []),
  ];
  if (counted.length > 0)
    sentences.push(composer.say(time ? 'during-this-time' : 'so-far', { it: listed(counted) }));
  if (admissions && !stays)
    aside.push(withStop(composer.say('had-as-typed', { it: withoutStop(admissions) })));
  if (medicinesTried && !medicines)
    aside.push(withStop(composer.say('tried-as-typed', { it: withoutStop(medicinesTried) })));
  return composer.paragraph(...sentences, ...aside);
}

/** Background, as it was typed. */
export const background = (facts: LetterCase, composer: Composer): readonly Block[] =>
  composer.typed(facts.background);
