// Every line end that Unicode knows: a vertical tab is the line break of Word, U+0085 of mainframes.
const LINE_ENDS = /\r\n?|[\v\f\u0085\u2028\u2029]/g;
// The Braille pattern without dots is drawn as a space too.
const SPACES = /[\t\p{Zs}\u2800]/gu;

/**
 * What no reader can see, or what stands for something that was lost before it reached us: controls, marks of
 * direction, soft hyphens, fillers, the object replacement that dictation leaves, halves of a character.
 */
const UNSEEN =
  /(?![\n\u200C\u200D\p{Variation_Selector}])[\p{Cc}\p{Cs}\p{NChar}\p{Default_Ignorable_Code_Point}\uFFF9-\uFFFD]/gu;

/** A variant that its base has: the coloured form of an emoji, a way to write a Han character of a name. */
const VARIANTS =
  /(?<=\p{Extended_Pictographic})(\uFE0F)|(?<=\p{Script=Han})([\u{E0100}-\u{E01EF}])|\p{Variation_Selector}/gu;

/** Scripts that are spelt with joiners: Persian and Urdu, and those of India, Sri Lanka and Myanmar. */
const JOINED =
  '[' +
  ['Arabic', 'Syriac', 'Devanagari', 'Bengali', 'Gurmukhi', 'Gujarati', 'Oriya', 'Tamil', 'Telugu', 'Kannada']
    .concat('Malayalam', 'Sinhala', 'Khmer', 'Myanmar', 'Mongolian', 'Tibetan')
    .map((script) => `\\p{Script=${script}}`)
    .join('') +
  ']';
const LETTER = '[\\p{L}\\p{M}]';
const JOINERS = new RegExp(
  `(?<=${LETTER})(?<=${JOINED})([\\u200C\\u200D])[\\u200C\\u200D]*(?=${LETTER})(?=${JOINED})` +
    '|(?<=[\\p{Extended_Pictographic}\\p{Emoji_Modifier}\\uFE0F])(\\u200D)(?=\\p{Extended_Pictographic})' +
    '|[\\u200C\\u200D]+',
  'gu',
);

/** How many combining marks one letter may carry: Vietnamese and Yoruba need two, pointed Hebrew three. */
const MARKS_ON_A_LETTER = 4;
const pileOver = (most: number) =>
  new RegExp(`((?:[\\u200C\\u200D]?\\p{M}){${most}})(?:[\\u200C\\u200D]?\\p{M})+`, 'gu');
// Putting marks in order takes the square of their number, so a pile is cut before it as well.
const HIGH_PILE = pileOver(2 * MARKS_ON_A_LETTER);
const PILE = pileOver(MARKS_ON_A_LETTER);

const PLAIN = /^[\x20-\x7E\n]*$/;

/**
 * Reads text that somebody typed, the same way for every field: well-formed, in NFC, every line end a line feed, every
 * kind of space a space, nothing that cannot be seen. Letters, case and the number of spaces stay as they were typed.
 * Takes time in proportion to the length of the text; reading again what it gives changes nothing.
 */
export function readText(typed: string): string {
  // Most of what is typed needs none of the rest.
  if (PLAIN.test(typed)) return typed;
  return keepJoiners(
    keepJoiners(
      typed.replace(LINE_ENDS, '\n').replace(SPACES, ' ').replace(UNSEEN, '').replace(VARIANTS, '$1$2'),
    )
      .replace(HIGH_PILE, '$1')
      // After what is unseen has gone: it can stand between a letter and its mark.
      .normalize('NFC')
      .replace(PILE, '$1'),
  );
}

const keepJoiners = (text: string) => text.replace(JOINERS, '$1$2');

/** Whether a text is no longer than this, as a person counts it, near enough: in code points after NFC. */
export function isUpTo(limit: number, text: string): boolean {
  // A text has at most as many code points as code units, which need no counting.
  return text.length <= limit || [...text].length <= limit;
}
