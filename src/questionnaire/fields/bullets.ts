// Signs that begin a line of a pasted list; those of the private use area are Word's (Symbol, Wingdings).
const SIGN =
  '[•‣⁃∙●○◦◉◘◯▪▫■□▢◻◼◽◾▶►▷▸▹▻➢➣➤➔➜→⇒·・‧⋅✓✔✗✘✕✖☐☑☒✦✧★☆❖◆◇♦\\uE000-\\uF8FF①-⑳❶-❿➀-➉][\\uFE0F\\u200D]*';
// A hyphen that belongs to what follows it stays: "-5".
const DASH = '[-–—−*+>]+(?=[\\s\\p{L}\\p{Ps}\\p{Pi}"\']|$)';
// "1." and "2)" and "(a)"; "2.5 mg" and "1 in 3 nights" stay.
const NUMBER = '(?:\\(?\\p{Nd}{1,2}(?:\\.\\p{Nd}{1,2})?[.)]|\\(?[a-zA-Z]\\))(?=\\s|\\p{L})';
const MARK = `(?:${SIGN}|${DASH}|${NUMBER})\\s*`;

const MARKS = new RegExp(`^(?:${MARK}(?:o\\s+)?)+`, 'u');
const MARKS_OR_O = new RegExp(`^(?:${MARK}|o\\s+)+`, 'u');
const BULLET = new RegExp(`^(?:${SIGN}|${DASH})`, 'u');

/** Whether a line begins as one of a list does, with a bullet or a number. */
export const isListed = (line: string): boolean => MARKS.test(line);

/** Whether a line begins with a bullet, rather than a number. */
export const isBulleted = (line: string): boolean => BULLET.test(line);

/** The line without the bullets and numbers that it begins with. */
export const withoutBullet = (line: string): string => line.replace(MARKS, '');

/**
 * The lines of a list without the bullets and numbers that they begin with. An "o" is the bullet of Word's second
 * level where several lines begin with bullets; alone it is a word.
 */
export function withoutBullets(lines: readonly string[]): readonly string[] {
  const hasList = lines.filter((line) => MARKS_OR_O.test(line)).length > 1;
  return lines.map((line) => line.replace(hasList ? MARKS_OR_O : MARKS, ''));
}
