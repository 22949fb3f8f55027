import { withoutStop } from './grammar.ts';

/** What people type for a number or a length of time, as it can stand in a sentence; or nothing where it cannot. */

const NUMBER_WORDS =
  'one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|several|many|a few|a couple of|some|dozens of';
const ROUGHLY =
  'about|around|over|under|at least|more than|less than|fewer than|nearly|almost|roughly|up to|maybe|perhaps|probably';
const NUMBER = new RegExp(`^(?:(?:${ROUGHLY}) )*(?:\\d+(?:[+]|(?: ?(?:-|–|or|to) ?\\d+))?|${NUMBER_WORDS})$`);
const NONE = /^(?:0|none|no|zero|never|nil)$/i;
const ONE = /^(?:1|one)$/;

const STARTS_A_TIME = new RegExp(
  `^(?:(?:${ROUGHLY}|the|the last|the past|most of|all|all of|a|an|half|well over|quite) )*(?:\\d|${NUMBER_WORDS}|year|month|week|decade|long|lifetime|while|life)`,
);
const LENGTH_UNIT = /\b(?:years?|months?|weeks?|days?|decades?|yrs?|long time|while|lifetime|life)\b/;

/**
 * A length of time that follows a verb in the perfect: "for 5 years", "since 2019", "all my life".
 * @returns nothing for what would not read as part of a sentence ("Since I was 12. Worse now")
 */
export function lengthOfTime(typed: string): string | undefined {
  const text = withoutStop(typed);
  if (/[.!?\n]/.test(text)) return undefined;
  if (/^(?:since|for|from|ever since|on and off|off and on|all my life|most of my life)\b/.test(text))
    return text;
  if (/^(?:19|20)\d\d$/.test(text)) return `since ${text}`;
  if (STARTS_A_TIME.test(text) && LENGTH_UNIT.test(text)) return `for ${text}`;
  return undefined;
}

/**
 * A number of things: "3 hospital admissions", "1 hospital admission", "no hospital admissions".
 * @returns nothing for what is no number ("twice in 2019")
 */
export function numberOf(
  typed: string,
  thing: { readonly one: string; readonly several: string },
): string | undefined {
  const text = withoutStop(typed);
  if (NONE.test(text)) return `no ${thing.several}`;
  if (ONE.test(text)) return `${text} ${thing.one}`;
  return NUMBER.test(text) ? `${text} ${thing.several}` : undefined;
}
