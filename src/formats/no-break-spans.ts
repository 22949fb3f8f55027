/** A number, as in a dose, a date or a length of time: "50", "2.5", "22nd". */
const NUMBER = /^[([“"'£]*\p{Nd}{1,6}(?:[.,/-]\p{Nd}{1,6})?(?:st|nd|rd|th)?$/u;
const YEAR = /^(?:19|20)\d\d$/;
const LETTER_FIRST = /^\p{L}/u;
const CAPITAL_FIRST = /^\p{Lu}/u;
const DIGIT_FIRST = /^\p{Nd}/u;
/** "999", and "LS1" of a postcode. */
const DIGIT_LAST = /\p{Nd}\p{L}?$/u;
const TITLE = /^[([“"']*(?:Dr|Mr|Mrs|Ms|Miss|Mx|Prof|Professor|Dame|Sir)\.?$/;
const MONTH =
  /^(?:Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May|June?|July?|Aug(?:ust)?|Sept?(?:ember)?|Oct(?:ober)?|Nov(?:ember)?|Dec(?:ember)?)\.?$/;
/** The longest piece fits into a line on a phone, which a pasted row of numbers does not. */
const LONGEST = 32;

/** A piece of a text, by its offsets. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

function mustNotBreak(before: string, left: string, right: string): boolean {
  if (DIGIT_FIRST.test(right)) return DIGIT_LAST.test(left) || MONTH.test(left);
  if (TITLE.test(left)) return CAPITAL_FIRST.test(right);
  // The last part of a telephone number belongs to the number, not to the next word.
  const isPartOfNumber = DIGIT_LAST.test(before) && DIGIT_FIRST.test(left);
  return NUMBER.test(left) && !YEAR.test(left) && !isPartOfNumber && LETTER_FIRST.test(right);
}

/**
 * The pieces that a line break must not split: a number ("999 000 0018"), a dose ("50 mg"), a date ("22
 * November 2026"), a length of time ("3 years"), a title with its name ("Dr Patel").
 * @param text a safe text
 */
export function noBreakSpans(text: string): Span[] {
  const spans: Span[] = [];
  const words = text.split(' ');
  let start = 0;
  for (const [i, right] of words.entries()) {
    const left = words[i - 1] ?? '';
    const end = start + right.length;
    const last = spans.at(-1);
    const from = last?.end === start - 1 ? last.start : start - 1 - left.length;
    if (
      left !== '' &&
      right !== '' &&
      end - from <= LONGEST &&
      mustNotBreak(words[i - 2] ?? '', left, right)
    ) {
      if (from === last?.start) spans.pop();
      spans.push({ start: from, end });
    }
    start = end + 1;
  }
  return spans;
}

/** The text with no-break spaces within these pieces, for formats without another way. */
export function withNoBreakSpaces(text: string): string {
  let bound = '';
  let done = 0;
  for (const { start, end } of noBreakSpans(text)) {
    bound += text.slice(done, start) + text.slice(start, end).replaceAll(' ', '\u00a0');
    done = end;
  }
  return bound + text.slice(done);
}
