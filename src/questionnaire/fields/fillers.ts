/**
 * What people type when they have nothing to say. It counts as an empty answer in every field. The lists hold
 * phrases as `inShortForm` writes them: small letters, no apostrophes, "dont" for "do not" and "don't".
 */

const anyOf = (...phrases: readonly string[]) => `(?:${phrases.join('|')})`;

const WHO = anyOf('i', 'we', 'he', 'she', 'they');
const HAVE = `(?:ive|weve|theyve|hes|shes|(?:${WHO} )?(?:have|has|had))`;

const CONTACT = anyOf(
  'name|nickname|reference|reference number|nhs number',
  '(?:tele)?phone(?: number)?|mobile(?: number| phone)?|landline|e-?mail(?: address)?',
);
/** Only after a bare "no". "I have no diagnosis" may be what somebody wants to tell, and "no hope" too. */
const HEALTH = anyOf(
  '(?:current |regular )?(?:medications?|medicines?|meds|tablets)',
  '(?:known |bad |major |serious |significant )?side[ -]effects?',
  '(?:known |formal |official |confirmed )?diagnos[ei]s',
);
const ANY = anyOf('any', 'one', 'anything', `(?:an? |any )?${CONTACT}`);

/** Where a person says that as far as they know, there is none. */
const AS_FAR_AS_I_KNOW = anyOf(
  `(?:that |which |as far as |so far as )?${WHO}(?:m| am| are|re)? ` +
    anyOf('knows?', 'can think', 'aware', 'can remember', 'can recall', 'remember', 'recall', 'can tell') +
    '(?: of)?',
  'im (?:aware|told)(?: of)?',
  'to (?:the best of )?(?:my|our|their|her|his) knowledge',
);

const AT_THE_MOMENT = anyOf(
  'yet|as yet|so far|to date|now|for now|right now|just now|atm|currently|presently|today|at present',
  'for the (?:moment|time being)|at (?:the|this) (?:moment|time|point|stage)',
);

const NOT_APPLICABLE = anyOf(
  'n ?[/\\\\.-]? ?a',
  'not? applicable|not relevant|irrelevant|(?:it )?(?:doesnt|didnt) apply',
  'tbc|tba|to be (?:confirmed|advised)|to follow|will follow',
);

const NOT_KNOWN = anyOf(
  '(?:its |is )?(?:not|un) ?-?known',
  '(?:im )?(?:not sure|unsure|not certain|uncertain)',
  '(?:i )?(?:really )?(?:dont|didnt) (?:really )?(?:know|remember|recall)|dk|idk|dunno',
  '(?:ive )?(?:no idea|no clue|forgotten)',
  '(?:i )?(?:really )?(?:cant|couldnt) (?:really )?(?:remember|recall|say|tell)|(?:its )?(?:hard|difficult) to say',
  '(?:i )?cant think of (?:any|anything|one|more)',
);

const NOT_SAID = anyOf(
  '(?:i |id )?(?:prefer|rather) not(?: to)?(?: (?:say|answer|tell|tell you|share|disclose|comment))?',
  '(?:i )?(?:dont|didnt) (?:want|wish) to (?:say|answer|tell|tell you|share|disclose|comment)',
  'not (?:disclosed|given|stated|provided|supplied|recorded|available|specified|entered|filled in)',
  'undisclosed|unstated|unrecorded|unavailable|unspecified|undiagnosed|not diagnosed',
  'blank|(?:intentionally )?left (?:blank|empty)',
);

const SAID_BEFORE = anyOf(
  '(?:the )?same as above|(?:as|see) above|as (?:said|stated|mentioned|given|written) above|ditto',
  'thats (?:all|it|everything)|thats about it',
);

const NOTHING = anyOf(
  `(?:theres )?${anyOf('none', 'nothing', 'nil', 'nought', `no ${CONTACT}`)}|no ${HEALTH}`,
  'no|nope|nah|not much|not a lot|none to hand|not to hand',
  `(?:${WHO} )?(?:havent|hasnt|hadnt|dont|doesnt|didnt)`,
  `(?:${WHO} )?(?:havent|hasnt|hadnt) (?:(?:yet|ever) )?(?:(?:had|got|been given|tried|taken) )?${ANY}`,
  `(?:${WHO} )?(?:dont|doesnt|didnt|never) (?:currently )?have ${ANY}`,
  `${HAVE} (?:had |got )?(?:none|nothing|no ${CONTACT})`,
  `(?:${HAVE} )?(?:not|never) (?:yet )?(?:had|got|been given|tried|taken|needed) ${ANY}|not (?:yet )?any`,
  `there (?:isnt|arent|wasnt|werent)(?: ${ANY})?`,
  `not ${anyOf('now', 'really', 'that', 'at all', AT_THE_MOMENT, AS_FAR_AS_I_KNOW)}`,
  'no (?:thanks?|thank you|comments?|others?|more|further)',
  'no (?:further|more|other|additional|extra|new) (?:information|info|details?|comments?|notes?|questions?|points?)',
);

const YES = anyOf('yes', 'yeah', 'yep', 'yup', 'ok', 'okay', 'o\\.k');

/** What may come before it, any number of times. */
const BEFORE_IT = anyOf(AT_THE_MOMENT, AS_FAR_AS_I_KNOW, 'sorry|well|unfortunately|honestly|again');

/** What may follow it, any number of times. */
const AFTER_IT = anyOf(
  AT_THE_MOMENT,
  AS_FAR_AS_I_KNOW,
  'thanks?(?: you)?(?: (?:very|so) much| a lot)?|ta|cheers|sorry|please|really|either|still|at all|whatsoever',
  'else|more|others?|further|extra|new|additional|special|specific|in particular|particular|of note|much',
  'significant|important|major|serious|relevant|notable|worth (?:mentioning|saying|adding)|to hand',
  '(?:what )?to (?:add|say|report|declare|mention|tell|tell you|share|note|put|write)',
  'given|known|stated|provided|recorded|available|applicable|specified|noted|reported|taken|tried|needed',
  'diagnosed|made|confirmed|prescribed',
  '(?:that )?(?:comes?|springs?) to mind|i think|im afraid|i dont think so',
  'of (?:them|these|those|the above|this)|(?:for|to|from) (?:me|us|them)',
  'none|nothing|nil|no|not known|unknown|n/?a|thats (?:all|it)',
);

const FILLER = new RegExp(
  `^(?:${BEFORE_IT} )*${anyOf(NOT_APPLICABLE, NOT_KNOWN, NOT_SAID, SAID_BEFORE, NOTHING, YES)}(?: ${AFTER_IT})*$`,
);

/** Longer than any filler: "None that I know of at the moment, thank you very much". */
const LONGEST = 80;

/** "I do not have one" as "i dont have one". */
const inShortForm = (text: string): string =>
  text
    .replace(/['‘’ʼ`´]/g, '')
    .replace(/\bcan ?not\b/g, 'cant')
    .replace(/\b(do|does|did|have|has|had|is|are|was|were|could) not\b/g, '$1nt')
    .replace(/\bi (?:would|had) (?=rather|prefer)/g, 'id ')
    .replace(/\bi have\b/g, 'ive')
    .replace(/\bi am\b/g, 'im')
    .replace(/\b(it|that) is\b/g, '$1s')
    .replace(/\bthere (?:is|are)\b/g, 'theres');

/** Whether a text means only that there is no answer: "n/a", "none that I know of", "-", "Not yet". */
export function isFiller(text: string): boolean {
  if (text.length > LONGEST) return false;
  if (!/[\p{L}\p{N}\p{Extended_Pictographic}]/u.test(text)) return true;
  const bare = inShortForm(text.toLowerCase())
    // Punctuation around and between words goes, except inside "n/a" and "n.a.".
    .replace(/[^\p{L}\p{M}\p{N}/.\\-]/gu, ' ')
    .replace(/(?<= |^)[.-]+|[.-]+(?= |$)/g, ' ')
    .replace(/ +/g, ' ')
    .trim();
  return FILLER.test(bare);
}

/** The text, or '' if it is a filler. */
export const withoutFiller = (text: string): string => (isFiller(text) ? '' : text);
