import { withoutStop } from './typed.ts';

/** What people type for a number or a length of time, as it can stand in a sentence; or nothing where it cannot. */

const DIGITS = [
  'zero',
  'one',
  'two',
  'three',
  'four',
  'five',
  'six',
  'seven',
  'eight',
  'nine',
  'ten',
  'eleven',
  'twelve',
];
const NUMBER_WORD = `${DIGITS.slice(1).join('|')}|fifteen|twenty|thirty|forty|fifty`;
const SOME = 'several|many|a few|quite a few|a couple of|some|dozens of';
const ROUGHLY =
  'about|around|approx\\.?|approximately|over|well over|just over|under|just under|at least|more than|less than|fewer than|nearly|almost|roughly|up to|maybe|perhaps|probably|~';
const FIGURE = `(?:\\d+(?:[.,]\\d+)?[½¼¾]?|[½¼¾]|${NUMBER_WORD})`;
const RANGE = `${FIGURE}(?: ?\\+| plus| or more)?(?: ?(?:-|–|/|or|to) ?${FIGURE})?`;

const UNIT = '(?:years?|yrs?|months?|mths?|weeks?|wks?|days?|decades?)';
const SPAN = `(?:${RANGE}|${SOME}|a|an) ?${UNIT}(?: and a half)?`;
const HOW_LONG = `(?:${SPAN}(?:,? (?:and )?${SPAN})?|years and years|years|months|weeks|ages|a lifetime|a while|a good while|quite a while|some time|quite some time|a (?:very |really |fairly )?long time)`;
const LENGTH = new RegExp(
  `^(?:(?:${ROUGHLY}|most of|all of|much of|the|last|past) ?)*${HOW_LONG}(?: ?\\+| plus| or (?:so|more)| now| at least|,? on and off)*$`,
  'i',
);
const MONTH = '(?:jan|feb|mar|apr|may|june?|july?|aug|sept?|oct|nov|dec)[a-z]*\\.?';
const ABOUT_WHEN = '(?:about|around|early|late|mid|the year)';
const DATE = new RegExp(
  `^(?:${ABOUT_WHEN}[ -])*(?:(?:${MONTH}|spring|summer|autumn|winter|\\d\\d?/) ?)?(?:19|20)\\d\\d$`,
  'i',
);
const WHOLE_LIFE = /^(all|most|much)(?: of)? (?:my|her|his|their) (?:whole |adult )?life$/i;
const FOLLOWS_A_VERB =
  /^(?:(?:ever )?since .|for .|(?:on and off|off and on)\b|from (?!.*\b(?:to|until|till|-)\b).)/i;

/** A length of time, and whether it has to begin its sentence because it was typed with a capital. */
export interface LengthOfTime {
  readonly text: string;
  readonly leads: boolean;
}

/**
 * A length of time as it stands beside a verb in the perfect: "for 5 years", "since 2019", "all my life".
 * @returns nothing for what would not read as part of a sentence ("Since I was 12. Worse now", "5 years ago")
 */
export function lengthOfTime(typed: string): LengthOfTime | undefined {
  const text = withoutStop(typed);
  if (/[.!?:;](?:\s|$)|\n/.test(text)) return undefined;
  const hasCapital = /^\p{Lu}/u.test(text);
  const life = WHOLE_LIFE.exec(text)?.[1]?.toLowerCase();
  if (FOLLOWS_A_VERB.test(text) || life === 'all') return { text, leads: hasCapital };
  // A month keeps its capital inside a sentence; "About" and "Five" would not read right there.
  if (DATE.test(text) && !new RegExp(`^${ABOUT_WHEN}`, 'i').test(hasCapital ? text : '')) {
    return { text: `since ${text}`, leads: false };
  }
  const isLength = life !== undefined || LENGTH.test(text);
  return isLength && !hasCapital ? { text: `for ${text}`, leads: false } : undefined;
}

/** A number of things as somebody typed it. */
export interface Count {
  /** `whole` has its noun already ("3 stays"), `times` counts occasions ("twice"). */
  readonly is: 'none' | 'one' | 'several' | 'whole' | 'times';
  readonly text: string;
}

const NONE = /^(?:0|none|no|zero|never|nil|nothing)$/i;
const ONE = new RegExp(`^(?:(?:${ROUGHLY}) )*(?:1|one)$`);
const SEVERAL = new RegExp(`^(?:(?:${ROUGHLY}) ?)*(?:${RANGE}|${SOME})$`);
const TIMES = new RegExp(
  `^(?:(?:${ROUGHLY}) )*(?:once|twice|(?:${RANGE}|${SOME}) times)(?: or (?:twice|more))?$`,
);

/**
 * A number of things, as far as it can stand in a sentence.
 * @param noun what people call these things, as a pattern
 * @returns nothing for what is no number ("twice in 2019")
 */
export function countOf(typed: string, noun: string): Count | undefined {
  const bare = withoutStop(typed);
  // A figure for a number word in capitals: the word would not stand inside a sentence as it was typed.
  const figure = DIGITS.indexOf(bare.toLowerCase());
  const text = figure > 0 && bare !== bare.toLowerCase() ? `${figure}` : bare;
  if (NONE.test(text)) return { is: 'none', text };
  if (ONE.test(text)) return { is: 'one', text };
  if (SEVERAL.test(text)) return { is: 'several', text };
  if (TIMES.test(text)) return { is: 'times', text };
  const whole = new RegExp(`^(?:(?:${ROUGHLY}) ?)*(?:${RANGE}|${SOME}|no) ${noun}$`);
  return whole.test(text) ? { is: 'whole', text } : undefined;
}
