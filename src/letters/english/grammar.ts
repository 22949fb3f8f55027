/** Who speaks in a letter: the patient (first person), or another person about the patient (third person). */
export type Voice =
  | { readonly person: 'first' }
  | {
      readonly person: 'third';
      readonly fullName: string;
      /** The name to use after the first mention: the one they gave for this, or else the full name. */
      readonly knownAs: string;
      readonly pronoun: 'she' | 'he' | 'they';
    };

/** The pronouns for the patient. */
export const PRONOUNS = {
  first: { I: 'I', me: 'me', my: 'my', myself: 'myself' },
  she: { I: 'she', me: 'her', my: 'her', myself: 'herself' },
  he: { I: 'he', me: 'him', my: 'his', myself: 'himself' },
  they: { I: 'they', me: 'them', my: 'their', myself: 'themselves' },
} as const;

type PronounPlace = keyof (typeof PRONOUNS)['first'];

const isPronounPlace = (place: string): place is PronounPlace => place in PRONOUNS.first;

const pronounsOf = (voice: Voice) => PRONOUNS[voice.person === 'first' ? 'first' : voice.pronoun];

/** The possessive of a name, in British usage: "Amina's", "James's". */
export const possessive = (name: string): string => `${name}'s`;

const IRREGULAR: Readonly<Record<string, { readonly one: string; readonly they: string }>> = {
  am: { one: 'is', they: 'are' },
  was: { one: 'was', they: 'were' },
  have: { one: 'has', they: 'have' },
};
const MODALS = ['would', 'could', 'should', 'can', 'cannot', 'will', 'may'];

/** The form of a verb, given as it follows "I", that follows a name, she, he or they. */
export function conjugate(verb: string, subject: 'one' | 'they'): string {
  const irregular = IRREGULAR[verb];
  if (irregular) return irregular[subject];
  if (subject === 'they' || MODALS.includes(verb)) return verb;
  if (/[^aeiou]y$/.test(verb)) return `${verb.slice(0, -1)}ies`;
  return /(?:[sxzo]|ch|sh)$/.test(verb) ? `${verb}es` : `${verb}s`;
}

/**
 * The text for a place of the words, which are written as the patient would say them: `{I have}` gives "I
 * have", "she has", "they have"; `{name have}` gives "I have", "Amina has"; `{my}` "her"; `{name}` "me",
 * "Amina"; `{name's}` "my", "Amina's"; `{full-name}` and `{full-name's}` likewise with the whole name.
 * @returns undefined if the place is not one of these
 */
export function grammarPlace(place: string, voice: Voice): { text: string; ours: boolean } | undefined {
  const [subject = '', verb] = place.split(' ');
  const named = /^(name|full-name)('s)?$/.exec(subject);
  if (named) {
    if (voice.person === 'first') {
      const own = verb ? `I ${verb}` : named[2] ? 'my' : 'me';
      return { text: own, ours: true };
    }
    const name = named[1] === 'name' ? voice.knownAs : voice.fullName;
    const text = named[2] ? possessive(name) : verb ? `${name} ${conjugate(verb, 'one')}` : name;
    return { text, ours: false };
  }
  if (!isPronounPlace(subject)) return undefined;
  const pronoun = pronounsOf(voice)[subject];
  if (!verb) return { text: pronoun, ours: true };
  if (voice.person === 'first') return { text: `${pronoun} ${verb}`, ours: true };
  return { text: `${pronoun} ${conjugate(verb, voice.pronoun === 'they' ? 'they' : 'one')}`, ours: true };
}

/** Several things listed in a sentence: "a", "a and b", "a, b and c" (or with "or"). */
export function listed(things: readonly string[], conjunction: 'and' | 'or' = 'and'): string {
  if (things.length < 2) return things.join('');
  return `${things.slice(0, -1).join(', ')} ${conjunction} ${things.at(-1)}`;
}

/** The text with a capital first letter: only for our own words, never for typed text. */
export const capitalised = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);
