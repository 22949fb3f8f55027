import { PRONOUNS, type Voice } from './grammar.ts';
import { insideSentence, withoutStop } from './typed.ts';

/** Reads what people type for a number or a length of time, if it fits into a sentence. */

// The longer words first: "seventeen" is not "seven" and "teen".
const NUMBER_WORDS =
  /(?<![a-z])(?:seventeen|thirteen|fourteen|eighteen|nineteen|fifteen|sixteen|eleven|twelve|twenty|thirty|three|seven|eight|forty|fifty|four|five|nine|one|two|six|ten)/gi;

/** The text with a figure for each number word: the patterns below would be far larger with the words in them. */
const inFigures = (text: string): string => text.replace(NUMBER_WORDS, '2');

const SOME = 'several|many|a few|quite a few|a couple of|some|dozens of';
const ROUGHLY =
  'about|around|approx\\.?|approximately|over|well over|just over|under|just under|at least|more than|less than|fewer than|nearly|almost|roughly|up to|maybe|perhaps|probably|~';
const FIGURE = '(?:\\d{1,4}(?:[.,]\\d{1,2})?[½¼¾]?|[½¼¾])';
const RANGE = `${FIGURE}(?: ?\\+| plus| or more)?(?: ?(?:-|–|/|or|to) ?${FIGURE})?`;

const UNIT = '(?:years?|yrs?|months?|mths?|weeks?|wks?|days?|decades?)';
const SPAN = `(?:${RANGE}|${SOME}|a|an) ?${UNIT}(?: and a half)?`;
const LONG =
  'years and years|years|months|weeks|ages|a lifetime|a while|a good while|quite a while|some time|quite some time|a (?:very |really |fairly )?long time';
const LENGTH = `(?:(?:${ROUGHLY}|most of|all of|much of|the|last|past) ?){0,3}(?:${SPAN}(?:,? (?:and )?${SPAN})?|${LONG})(?: ?\\+| plus| or (?:so|more)| now| at least| on and off){0,2}`;

const MONTH = '(?:jan|feb|mar|apr|may|june?|july?|aug|sept?|oct|nov|dec)[a-z]{0,6}\\.?';
const DATE = `(?:(?:about|around|early|late|mid|the year)[ -]){0,2}(?:(?:(?:\\d\\d? )?${MONTH}|spring|summer|autumn|winter|\\d\\d?/)(?: of)? ?)?(?:19|20)\\d\\d`;
const ROUGH_DATE = /^(?:about|around|early|late|mid|the year)\b/i;

const whole = (pattern: string) => new RegExp(`^(?:${pattern})$`, 'i');
const WHOLE_DATE = whole(DATE);
const WHOLE_LENGTH = whole(LENGTH);

/** The patterns for lengths of time, by who speaks: a carer's "since I was 12" is not the patient's age. */
const grammarOf = ({ I, my }: { readonly I: string; readonly my: string }) => {
  const was = I === 'they' ? 'were' : 'was';
  const age = `(?:${I} ${was}|the age of|age) (?:(?:about|around|nearly|only) )?\\d\\d?(?: years old)?`;
  const young = `${I} ${was} (?:(?:a )?(?:(?:small|young|little) )?(?:child|teenager|kid|boy|girl|baby)|little|young|very young|at (?:school|college|university)|born)`;
  const stage = `(?:early )?childhood|birth|(?:primary |secondary |high )?school|college|university|adolescence|last (?:year|month|week|spring|summer|autumn|winter)|${my} (?:(?:early|late|mid)[- ])?(?:childhood|teens|twenties|thirties|forties|fifties|sixties|school days|youth|adolescence)|the birth of ${my} (?:(?:first|second|third) )?(?:son|daughter|child|baby)`;
  return {
    life: whole(`all (?:of )?${my} (?:whole |adult )?life`),
    mostOfLife: whole(`(?:most|much) of ${my} (?:whole |adult )?life`),
    beginning: whole(`${DATE}|${age}|${young}|${stage}`),
  };
};

const GRAMMARS = {
  first: grammarOf(PRONOUNS.first),
  she: grammarOf(PRONOUNS.she),
  he: grammarOf(PRONOUNS.he),
  they: grammarOf(PRONOUNS.they),
};

const AROUND_IT = /^(?:on and off|off and on)(?: ever)? | on and off$/gi;
const SINCE = /^(?:ever )?since (?=.)/i;
const FOR = /^for (?=.)/i;

/**
 * A length of time as it follows a verb in the perfect tense: "for 5 years", "since 2019", "all my life".
 * @returns undefined if it would not fit ("5", "since I was 15, on and off", "5 years ago")
 */
export function lengthOfTime(typed: string, voice: Voice): string | undefined {
  const text = withoutStop(typed);
  const { life, mostOfLife, beginning } = GRAMMARS[voice.person === 'first' ? 'first' : voice.pronoun];
  const figures = inFigures(text);
  // A month keeps its capital inside a sentence.
  if (WHOLE_DATE.test(text))
    return ROUGH_DATE.test(text) ? prefixed('since', insideSentence(text)) : `since ${text}`;
  const bare = figures.replace(AROUND_IT, '');
  const followsVerb = SINCE.test(bare)
    ? beginning.test(bare.replace(SINCE, ''))
    : FOR.test(bare) && WHOLE_LENGTH.test(bare.replace(FOR, ''));
  if (followsVerb || life.test(text)) return insideSentence(text);
  if (WHOLE_LENGTH.test(figures) || mostOfLife.test(text)) return prefixed('for', insideSentence(text));
  return undefined;
}

const prefixed = (word: string, text: string | undefined) => text && `${word} ${text}`;

/** A number of things as it was typed. */
export interface Count {
  /** `whole` has its noun already ("3 stays"), `times` counts occasions ("twice"). */
  readonly is: 'none' | 'one' | 'several' | 'whole' | 'times';
  readonly text: string;
}

const NONE = /^(?:0|none|no|zero|never|nil|nothing)$/;
const ONE = new RegExp(`^(?:(?:${ROUGHLY}) )?(?:1|one)$`);
const SEVERAL = new RegExp(`^(?:(?:${ROUGHLY}) ?){0,2}(?:${RANGE}|${SOME})$`);
const NO_OR_SEVERAL = new RegExp(`^(?:(?:${ROUGHLY}) ?){0,2}(?:${RANGE}|${SOME}|no)$`);
const TIMES = new RegExp(
  `^(?:(?:${ROUGHLY}) )?(?:once|twice|(?:${RANGE}|${SOME}) times)(?: or (?:twice|more))?$`,
);

/**
 * A number of things, if it fits into a sentence.
 * @param noun what people call these things, with the space before it, at the end of a text
 * @returns undefined if it is not a number ("twice in 2019")
 */
export function countOf(typed: string, noun: RegExp): Count | undefined {
  const text = insideSentence(withoutStop(typed));
  if (text === undefined) return undefined;
  if (NONE.test(text)) return { is: 'none', text };
  if (ONE.test(text)) return { is: 'one', text };
  const figures = inFigures(text);
  if (TIMES.test(figures)) return { is: 'times', text };
  if (SEVERAL.test(figures) && !/ of$/.test(text)) return { is: 'several', text };
  return noun.test(figures) && NO_OR_SEVERAL.test(figures.replace(noun, ''))
    ? { is: 'whole', text }
    : undefined;
}
