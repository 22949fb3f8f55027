import type { LetterCase } from '../case.ts';
import type { Composer } from '../composer.ts';
import type { Block } from '../document.ts';
import { listed } from '../english/grammar.ts';
import { countOf, lengthOfTime } from '../english/measures.ts';

const STAYS =
  '(?:(?:hospital|psychiatric|inpatient|mental health) )*(?:admissions?|stays?)(?: (?:in|to) (?:a )?hospital)?';
const MEDICINES =
  '(?:(?:different|other) )?(?:medicines?|medications?|meds|drugs|tablets|antidepressants|antipsychotics)(?: (?:and|or) (?:mixes|combinations))?';

/**
 * How long unwell, admissions and medicines tried, and last `after`. What reads as a time or a number becomes part of
 * a sentence; anything else stands after a colon, as it was typed.
 */
export function history(facts: LetterCase, composer: Composer, after = ''): readonly Block[] {
  const unwell = timeSentence('unwell', facts.unwellFor, composer);
  const had = countPhrase('had', facts.admissions, STAYS, composer);
  const tried = countPhrase('tried', facts.medicinesTried, MEDICINES, composer);
  const counted = listed([had.phrase, tried.phrase].filter((phrase) => phrase !== ''));
  return composer.paragraph(
    unwell,
    counted && composer.say(unwell ? 'in-that-time' : 'so-far', { it: counted }),
    had.sentence,
    tried.sentence,
    after,
  );
}

/**
 * A sentence about a length of time: `<name>`, `<name>-leading` where the time has to begin it, or `<name>-as-typed`.
 * @param typed what somebody typed; '' gives no sentence
 */
export function timeSentence(name: string, typed: string, composer: Composer): string {
  const time = typed ? lengthOfTime(typed) : undefined;
  if (!time) return composer.tell(`${name}-as-typed`, typed);
  return composer.say(time.leads ? `${name}-leading` : name, { time: time.text });
}

/** A number as a phrase for a sentence together with others, or as a sentence of its own. */
function countPhrase(name: 'had' | 'tried', typed: string, noun: string, composer: Composer) {
  const count = typed ? countOf(typed, noun) : undefined;
  // "Twice" is how often somebody was in hospital, and nothing that a number of medicines could be.
  if (!count || (count.is === 'times' && name === 'tried'))
    return { phrase: '', sentence: composer.tell(`${name}-as-typed`, typed) };
  return { phrase: composer.phrase(`${name}-${count.is}`, { it: count.text }), sentence: '' };
}

/** Background, as it was typed. */
export const background = (facts: LetterCase, composer: Composer): readonly Block[] =>
  composer.typed(facts.background, 'background');
