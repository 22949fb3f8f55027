import { plainDigits } from './digits.ts';

// Bullets that begin a line of a pasted list. The private use area is for Word's (Symbol, Wingdings).
const SIGN =
  '[•‣⁃⁌⁍∙●○◦◉◘◯▪▫■□▢◻◼◽◾▶►▷▸▹▻➢➣➤➔➙➡➥➨➜→⇒⇨↳·・‧⋅¤✓✔✅✗✘✕✖☐☑☒✦✧✱✳✴★☆❖❍❏❑❒◆◇◊♦⬥⬧⬤⚫⚪⬛⬜⦿☛☞👉\\uE000-\\uF8FF①-⑳❶-❿➀-➉][\\uFE0F\\u200D]*';
// A hyphen joined to the next character stays: "-5".
const DASH = '[\\p{Pd}−*+>]+(?=[\\s\\p{L}\\p{Ps}\\p{Pi}"\']|$)';
// A sign that also has a meaning goes only before a space and a word: "~ 5 mg" and "»voices«" stay.
const SIGN_OF_TEXT = '[~#§»›]+(?=\\s+\\p{L}|$)';
const TICK_BOX = '\\[[ xX✓✔]?\\](?=\\s|\\p{L}|$)';
// "1." and "2)" and "(a)"; "2.5 mg" and "1 in 3 nights" stay.
const NUMBER = '(?:\\(?\\p{Nd}{1,2}(?:\\.\\p{Nd}{1,2})?[.)]|\\(?[a-zA-Z]\\))(?=\\s|\\p{L})';
// Roman numerals up to 39, in small letters or capitals; "i.e." stays.
const ROMAN = '\\(?(?=[ivxIVX])[xX]{0,3}(?:[iI][xX]|[iI][vV]|[vV]?[iI]{0,3})(?:\\.(?=\\s)|\\)(?=\\s|\\p{L}))';
const MARK = `(?:${SIGN}|${DASH}|${SIGN_OF_TEXT}|${TICK_BOX}|${NUMBER})\\s*`;
const MARK_OR_ROMAN = `(?:${MARK}|${ROMAN}\\s*)`;

const MARKS = new RegExp(`^(?:${MARK}(?:o\\s+)?)+`, 'u');
const MARKS_OR_O = new RegExp(`^(?:${MARK}|o\\s+)+`, 'u');
const MARKS_OR_ROMANS = new RegExp(`^(?:${MARK_OR_ROMAN}|o\\s+)+`, 'u');
const WITH_ROMAN = new RegExp(`^(?:${MARK}|o\\s+)*${ROMAN}`, 'u');
const BULLET = new RegExp(`^(?:${SIGN}|${DASH}|${SIGN_OF_TEXT}|${TICK_BOX})`, 'u');

/** Whether a line begins with a bullet or a number, as a list item does. */
export const isListed = (line: string): boolean => MARKS.test(line);

/** Whether a line begins with a bullet, rather than a number. */
export const isBulleted = (line: string): boolean => BULLET.test(line);

/** The line without the bullets and numbers that it begins with. */
export const withoutBullet = (line: string): string => line.replace(MARKS, '');

/**
 * The lines of a list without the bullets and numbers that they begin with. An "o" is Word's second-level
 * bullet if several lines begin with bullets; otherwise it is a word. So is a Roman numeral: "I. am".
 */
export function withoutBullets(lines: readonly string[]): readonly string[] {
  const areSeveral = (marks: RegExp) => lines.filter((line) => marks.test(line)).length > 1;
  const marks = areSeveral(WITH_ROMAN) ? MARKS_OR_ROMANS : areSeveral(MARKS_OR_O) ? MARKS_OR_O : MARKS;
  return lines.map((line) => line.replace(marks, ''));
}

// "1 tired", "1: tired", "a. tired", before a word that has no mark of its own.
const COUNTED = new RegExp(
  `^(?:(\\p{Nd}{1,2})(?:\\s*[:\\p{Pd}])?|([a-zA-Z])[.:])\\s+(?!${MARK_OR_ROMAN}|o\\s)(?=[\\p{L}\\p{Ps}\\p{Pi}"'])`,
  'u',
);
/** What follows a number that is an amount: "1 tablet", "2 x sertraline", "3 of them". */
const UNITS = [
  'x|of|in|or|to|and|per|out|times?|st|nd|rd|th|am|pm',
  'mg|mcg|ml|g|grams?|tablets?|tabs?|capsules?|pills?|drops?|puffs?|patch(?:es)?|injections?|doses?',
  'seconds?|minutes?|mins?|hours?|hrs?|days?|nights?|weeks?|months?|years?|yrs?',
  'episodes?|admissions?|attempts?|appointments?|visits?|doctors?|people',
].join('|');
const AMOUNT = new RegExp(`^\\p{Nd}+\\s+(?:${UNITS})(?!\\p{L})`, 'iu');

/** The lines without the bare numbers, or letters, that count all of them from the first: "1 tired", "2 sad". */
export function withoutCount(lines: readonly string[]): readonly string[] {
  const isCount = (line: string, index: number): boolean => {
    const [, digits, letter = ''] = COUNTED.exec(line) ?? [];
    const place = digits ? Number(plainDigits(digits)) : letter.toLowerCase().charCodeAt(0) - 96;
    return place === index + 1 && !AMOUNT.test(line);
  };
  return lines.length > 1 && lines.every(isCount) ? lines.map((line) => line.replace(COUNTED, '')) : lines;
}
