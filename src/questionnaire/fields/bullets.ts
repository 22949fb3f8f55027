// Bullets that begin a line of a pasted list. The private use area is for Word's (Symbol, Wingdings).
const SIGN =
  '[•‣⁃∙●○◦◉◘◯▪▫■□▢◻◼◽◾▶►▷▸▹▻➢➣➤➔➜→⇒·・‧⋅✓✔✗✘✕✖☐☑☒✦✧★☆❖◆◇♦\\uE000-\\uF8FF①-⑳❶-❿➀-➉][\\uFE0F\\u200D]*';
// A hyphen joined to the next character stays: "-5".
const DASH = '[-–—−*+>]+(?=[\\s\\p{L}\\p{Ps}\\p{Pi}"\']|$)';
// "1." and "2)" and "(a)"; "2.5 mg" and "1 in 3 nights" stay.
const NUMBER = '(?:\\(?\\p{Nd}{1,2}(?:\\.\\p{Nd}{1,2})?[.)]|\\(?[a-zA-Z]\\))(?=\\s|\\p{L})';
const MARK = `(?:${SIGN}|${DASH}|${NUMBER})\\s*`;

const MARKS = new RegExp(`^(?:${MARK}(?:o\\s+)?)+`, 'u');
const MARKS_OR_O = new RegExp(`^(?:${MARK}|o\\s+)+`, 'u');
const BULLET = new RegExp(`^(?:${SIGN}|${DASH})`, 'u');

/** Whether a line begins with a bullet or a number, as a list item does. */
export const isListed = (line: string): boolean => MARKS.test(line);

/** Whether a line begins with a bullet, rather than a number. */
export const isBulleted = (line: string): boolean => BULLET.test(line);

/** The line without the bullets and numbers that it begins with. */
export const withoutBullet = (line: string): string => line.replace(MARKS, '');

/**
 * The lines of a list without the bullets and numbers that they begin with. An "o" is Word's second-level
 * bullet if several lines begin with bullets; otherwise it is a word.
 */
export function withoutBullets(lines: readonly string[]): readonly string[] {
  const hasList = lines.filter((line) => MARKS_OR_O.test(line)).length > 1;
  return lines.map((line) => line.replace(hasList ? MARKS_OR_O : MARKS, ''));
}
