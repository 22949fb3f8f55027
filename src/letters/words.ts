import { capitalised, grammarPlace, type Voice } from './english/grammar.ts';
import type { LetterId } from '../questionnaire/questions/people.ts';

/** The named texts of a letter: `content/letters/<id>.md`, one `## name` each. */
export type Words = Readonly<Record<string, string>>;

/** The words of each letter, those that all share included. */
export type LetterWords = Readonly<Record<LetterId, Words>>;

const PLACE = /\{([^{}]+)\}/g;

/**
 * Fills the places of a text: those of grammar by the voice, the others from `values`.
 * A place of ours that begins a sentence gets its capital; what somebody typed never changes. A phrase is a part of
 * a sentence, so it gets none.
 * @throws Error for a place that is neither
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

/** What the composition itself puts into a place. */
const VALUES = ['it', 'time', 'ways', 'doctor', 'patient', 'writer', 'date', 'more'];

/** The places of a text that nothing fills, for checking the content at start. */
export const unknownPlacesIn = (text: string): string[] =>
  [...text.matchAll(PLACE)]
    .map(([, place]) => place!)
    .filter((place) => !VALUES.includes(place) && !grammarPlace(place, { person: 'first' }));
