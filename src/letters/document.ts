/**
 * The document model: what a letter is made of, in every format. A renderer is one exhaustive switch over the
 * blocks, so a new kind does not compile until every renderer has it. Texts are plain (no markup, no line
 * ends); separate lines are an array.
 */

/** The answer that words of a letter come from. Formats ignore it. */
export interface Source {
  /** The slug of the question where the words can be changed. */
  readonly question: string;
  /** The key for leaving the words out. It names the answer, not its words, so it survives an edit. */
  readonly key: string;
}

/** What can be left out by itself: a sentence of a paragraph, or an item of a list. */
export interface Statement {
  readonly text: string;
  /** Absent if the letter cannot do without the words, as in the ask. */
  readonly from?: Source;
}

/** One block of a letter, in reading order. */
export type Block =
  /** "Private and confidential", above everything. */
  | { readonly kind: 'marking'; readonly text: string }
  /** Who writes: name, address lines, telephone, email. */
  | { readonly kind: 'sender'; readonly lines: readonly string[] }
  /** The day it is written, as "22 November 2026". */
  | { readonly kind: 'date'; readonly text: string }
  /** To whom: name or role, address lines. */
  | { readonly kind: 'recipient'; readonly lines: readonly string[] }
  | { readonly kind: 'salutation'; readonly text: string }
  /** The letter's heading (level 1). */
  | { readonly kind: 'subject'; readonly text: string }
  /** For the surgery's records: name, date of birth, NHS number, communication needs. */
  | { readonly kind: 'reference'; readonly lines: readonly string[] }
  /** A heading within the letter (level 2). */
  | { readonly kind: 'heading'; readonly text: string }
  /** Sentences, with a space between them. */
  | { readonly kind: 'paragraph'; readonly sentences: readonly Statement[] }
  /** A list, with the line that introduces it, or ''. */
  | { readonly kind: 'list'; readonly intro: string; readonly items: readonly Statement[] }
  /** "Yours sincerely": followed by room to sign. */
  | { readonly kind: 'close'; readonly text: string }
  /** Printed below the room to sign: the name, and the writer's relation to the patient. */
  | { readonly kind: 'signed'; readonly lines: readonly string[] }
  /** What follows begins a new page. */
  | { readonly kind: 'new-page' }
  /** A box to tick by hand, with its label. */
  | { readonly kind: 'tick-box'; readonly text: string }
  /** A line to write on by hand, with its label ("Signature"). */
  | { readonly kind: 'write-in'; readonly label: string }
  /** Empty lines to write on by hand, under the words before them. */
  | { readonly kind: 'writing-lines'; readonly count: number };

/** A letter that is ready to be rendered. */
export interface LetterDocument {
  /** Fixed for each kind of letter, never typed text, because it goes into the file's metadata. */
  readonly title: string;
  /** Whom the letter is about, in one line, for every page after the first. Absent if no person is named. */
  readonly about?: string;
  readonly blocks: readonly Block[];
}

/** How a letter is printed: normal, or large print at 18 point. */
export type Print = 'normal' | 'large';
