import { capitalised, grammarPlace, type Voice } from './english/grammar.ts';
import type { LetterId } from '../questionnaire/questions/people.ts';

/** The named texts of a letter: `content/letters/<id>.md`, one `## name` each. */
export type Words = Readonly<Record<string, string>>;

/** The words of each letter, including those that all letters share. */
export type LetterWords = Readonly<Record<LetterId, Words>>;

const PLACE = /\{([^{}]+)\}/g;

/**
 * Fills the places of a text: grammar from the voice, the others from `values`. Our own word at the start of
 * a sentence gets a capital; typed text never changes. A phrase is part of a sentence, so it gets no capital.
 * @throws Error for a place that is in neither
 */
export function fill(
  text: string,
  voice: Voice,
  values: Readonly<Record<string, string>> = {},
  isPhrase = false,
): string {
  return text.replace(PLACE, (whole, place: string, offset: number) => {
    const value = values[place];
    if (value !== undefined) return value;
    const grammar = grammarPlace(place, voice);
    if (!grammar) throw new Error(`no value for ${whole} in "${text}"`);
    const begins = (offset === 0 && !isPhrase) || /[.!?] $/.test(text.slice(0, offset));
    return grammar.ours && begins ? capitalised(grammar.text) : grammar.text;
  });
}

/** The places that the letters' code fills. */
const VALUES = ['it', 'time', 'ways', 'doctor', 'patient', 'writer', 'date', 'more'];

/** The places of a text that nothing fills, for checking the content at start-up. */
export const unknownPlacesIn = (text: string): string[] =>
  [...text.matchAll(PLACE)]
    .map(([, place]) => place!)
    .filter((place) => !VALUES.includes(place) && !grammarPlace(place, { person: 'first' }));
