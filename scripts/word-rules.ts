import type { ReadText } from './texts.ts';

/** A fault in a text, with the words that have it. */
export interface WordFault {
  readonly file: string;
  readonly fault: string;
  readonly words: string;
}

const LIMIT = { page: 20, error: 20, letter: 25 } as const;

/** Names with words that we must not use otherwise. */
const EXCEPTIONS = [
  // The charity's name.
  /Rethink Mental Illness/g,
  // The name of a format (fact N.13).
  /\beasy read\b/gi,
];

/** Words that we never use (docs/patterns.md, "Words"). */
const NEVER: readonly (readonly [RegExp, string])[] = [
  [/\bmental(?:ly)? ill(?:ness(?:es)?)?\b/i, 'say "mental health condition" or "problem"'],
  [/\bsuffer(?:s|ed|ing)? from\b|\bafflicted by\b|\bvictims? of\b/i, 'say what somebody has'],
  [/\b(?:simply|just)\b/i, 'never "simply" or "just"'],
  [/\b(?:easy|easily|simple)\b/i, 'nothing is called easy or simple'],
  [/\b\d{1,2}\/\d{1,2}\/\d{2,4}\b|\b\d(?:st|nd|rd|th)\b/, 'dates are written as 22 November 2026'],
];

/** Words that an error message never uses: it does not apologise, plead, blame or use stock phrases. */
const NEVER_IN_ERRORS = new RegExp(
  String.raw`\b(?:please|sorry|valid|invalid|forbidden|illegal|you forgot|prohibited|oops|` +
    String.raw`an error occurred|this field is required|select an option|answer the question)\b`,
  'i',
);

/** Every fault of a text by the hard rules. */
export function faultsOf({ file, kind, text, hasItalics }: ReadText): readonly WordFault[] {
  const limit = LIMIT[kind];
  const unexcepted = EXCEPTIONS.reduce((rest, name) => rest.replace(name, 'Name'), text);
  return [
    ...sentencesOf(text)
      .filter((sentence) => wordsIn(sentence) > limit)
      .map((words) => ({ file, fault: `${wordsIn(words)} words, ${limit} at most`, words })),
    ...NEVER.filter(([never]) => never.test(unexcepted)).map(([, fault]) => ({ file, fault, words: text })),
    ...(kind === 'error' && NEVER_IN_ERRORS.test(text)
      ? [{ file, fault: 'not for an error message', words: text }]
      : []),
    ...(hasItalics ? [{ file, fault: 'no italics', words: text }] : []),
  ];
}

const sentences = new Intl.Segmenter('en-GB', { granularity: 'sentence' });

/** A text's sentences. Neither a colon nor a title before a name ends one. */
export const sentencesOf = (text: string): string[] =>
  [...sentences.segment(text.replace(/\b(Dr|Mr|Mrs|Ms|St|No)\. /g, '$1 '))].map(({ segment }) =>
    segment.trim(),
  );

/** The number of words in a sentence, without dashes, bullets and quotes that stand alone. */
export const wordsIn = (sentence: string): number =>
  sentence.split(/\s+/).filter((word) => /[\p{L}\p{N}]/u.test(word)).length;
