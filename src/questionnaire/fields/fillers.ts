/** What people type when they have nothing to say. It counts as an empty answer in every field. */

const NOT_APPLICABLE =
  "n ?[/\\\\.-]? ?a|not? applicable|not relevant|(?:doesn't|does not|didn't|did not) apply|tbc|tba|to be confirmed";
const NOT_KNOWN =
  "(?:(?:it'?s |it is |is )?(?:not|un) ?-?known)|not sure|unsure|(?:i )?(?:really )?(?:don't|dont|do not) know|dk|idk|(?:i have |i've )?no idea|(?:i'm |i am )?not sure|no clue";
const NOTHING = [
  "(?:there(?:'s| is| are) )?(?:none|nothing|nil|nought)|no|nope|nah|left blank",
  "(?:i |we )?(?:have|haven't|have not|havent)(?: (?:had|got))?(?: (?:any|none|nothing|one))",
  "(?:i )?(?:can't|cant|cannot) think of (?:any|anything|one|more)",
  'not (?:yet|now|really|any|currently|so far|as yet|given|stated|provided|specified|available|that)',
  'not at (?:the moment|present|all)|no (?:thanks?|thank you|comments?|others?|more|further)',
].join('|');
const YES = '(?:yes|yeah|yep|yup|ok|okay|o\\.k)';

const I_KNOW =
  "(?:i|we|they|he|she)(?:'m| am|'re| are|'s| is)? (?:know|knows|can think|aware|can remember|can recall|remember|recall)";

/** What may follow it, any number of times. */
const AFTER_IT = [
  'thanks?(?: you)?(?: (?:very|so) much| a lot)?|ta|cheers|sorry|please|really|either|still',
  'at all|yet|as yet|so far|to date|now|for now|right now|just now|atm|currently|today|at present',
  'for the (?:moment|time being)|at (?:the|this) (?:moment|time|point|stage)',
  'else|more|others?|further|extra|new|special|specific|in particular|particular|of note|much',
  '(?:what |else )?to (?:add|say|report|declare|mention|tell|tell you|share|note|put|write)',
  'given|known|stated|provided|recorded|available|applicable|specified|noted|reported|taken|tried|needed',
  `(?:that |which |as far as |so far as )?${I_KNOW}(?: of)?`,
  "to (?:my|our|their|her|his) knowledge|(?:that )?(?:comes?|springs?) to mind|i think|i'm afraid|i am afraid",
  "i (?:don't|do not) think so|of (?:them|these|those|the above|this)|(?:for|to|from) (?:me|us|them)",
  'none|nothing|nil|no|not known|unknown|n/a',
].join('|');

const FILLER = new RegExp(`^(?:${NOT_APPLICABLE}|${NOT_KNOWN}|${NOTHING}|${YES})(?: (?:${AFTER_IT}))*$`);

/** Longer than any filler: "None that I know of at the moment, thank you very much". */
const LONGEST = 80;

/** Whether a text means only that there is no answer: "n/a", "none that I know of", "-", "Not yet". */
export function isFiller(text: string): boolean {
  if (text.length > LONGEST) return false;
  if (!/[\p{L}\p{N}\p{Extended_Pictographic}]/u.test(text)) return true;
  const bare = text
    .toLowerCase()
    .replace(/[‘’ʼ`´]/g, "'")
    // Punctuation around and between words goes, except inside "n/a" and "n.a.".
    .replace(/[^\p{L}\p{M}\p{N}'/.\\-]/gu, ' ')
    .replace(/(?<= |^)[.-]+|[.-]+(?= |$)/g, ' ')
    .replace(/ +/g, ' ')
    .trim();
  return FILLER.test(bare);
}

/** The text, or '' if it is a filler. */
export const withoutFiller = (text: string): string => (isFiller(text) ? '' : text);
