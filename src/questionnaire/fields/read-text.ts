// Every line end in Unicode: Word uses a vertical tab, mainframes use U+0085.
const LINE_ENDS = /\r\n?|[\v\f\u0085\u2028\u2029]/g;
// The blank Braille pattern also looks like a space.
const SPACES = /[\t\p{Zs}\u2800]/gu;

/**
 * Characters that no reader can see, or that mark something lost before it reached us: controls, direction
 * marks, soft hyphens, fillers, the object replacement that dictation leaves, lone surrogates.
 */
const UNSEEN =
  /(?![\n\u200C\u200D\p{Variation_Selector}])[\p{Cc}\p{Cs}\p{NChar}\p{Default_Ignorable_Code_Point}\uFFF9-\uFFFD]/gu;

/** A variation selector stays only after a base that uses it: a coloured emoji, a Han character in a name. */
const VARIANTS =
  /(?<=\p{Extended_Pictographic})(\uFE0F)|(?<=\p{Script=Han})([\u{E0100}-\u{E01EF}])|\p{Variation_Selector}/gu;

/** Scripts whose spelling needs joiners: Persian and Urdu, and those of India, Sri Lanka and Myanmar. */
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
// Normalising takes quadratic time in the number of marks on a letter, so long runs are cut before it too.
const HIGH_PILE = pileOver(2 * MARKS_ON_A_LETTER);
const PILE = pileOver(MARKS_ON_A_LETTER);

const PLAIN = /^[\x20-\x7E\n]*$/;

/**
 * Reads text that somebody typed, the same way for every field: well-formed, in NFC, every line end a line
 * feed, every kind of space a space, nothing invisible. Letters, case and the number of spaces stay as they
 * were typed. Takes linear time; reading the result again changes nothing.
 */
export function readText(typed: string): string {
  // Most text needs none of the rest.
  if (PLAIN.test(typed)) return typed;
  return keepJoiners(
    keepJoiners(
      typed.replace(LINE_ENDS, '\n').replace(SPACES, ' ').replace(UNSEEN, '').replace(VARIANTS, '$1$2'),
    )
      .replace(HIGH_PILE, '$1')
      // Normalise after removing what is unseen, which can be between a letter and its mark.
      .normalize('NFC')
      .replace(PILE, '$1'),
  );
}

const keepJoiners = (text: string) => text.replace(JOINERS, '$1$2');

/** Whether a text is within the limit in code points after NFC, which is close to how a person counts. */
export function isUpTo(limit: number, text: string): boolean {
  // There are never more code points than code units, which need no counting.
  return text.length <= limit || [...text].length <= limit;
}
