/** How many combining marks one letter may carry: Vietnamese and Yoruba need two, pointed Hebrew three. */
const MARKS_ON_A_LETTER = 4;

// Controls, bidirectional overrides, byte-order mark, interlinear annotation, soft hyphen and noncharacters would
// change how a letter reads or break a format. The joiners U+200C and U+200D stay: Persian and Bengali need them.
const UNWANTED = /[\p{Cc}\p{NChar}\u00AD\u202A-\u202E\u2066-\u2069\uFEFF\uFFF9-\uFFFB]/gu;
const PILED_MARKS = new RegExp(`(\\p{M}{${MARKS_ON_A_LETTER}})\\p{M}+`, 'gu');

/**
 * Makes text that somebody typed fit to keep: well-formed, NFC, line feeds only, nothing invisible that could harm.
 * Letters, case and inner spaces stay as they were typed.
 */
export function cleanText(text: string): string {
  return (
    text
      .toWellFormed()
      .replace(/\r\n?|[\u2028\u2029]/g, '\n')
      .replace(/\t/g, ' ')
      .replace(UNWANTED, (character) => (character === '\n' ? '\n' : ''))
      // After what is invisible has gone: it can stand between a letter and its mark.
      .normalize('NFC')
      .replace(PILED_MARKS, '$1')
  );
}

/** Whether a text is no longer than this, as a person counts it, near enough: in code points after NFC. */
export function isUpTo(limit: number, text: string): boolean {
  // A text has at most as many code points as code units, which need no counting.
  return text.length <= limit || [...text].length <= limit;
}
