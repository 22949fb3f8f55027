import type { LetterDocument } from '../../src/letters/document.ts';
import { sampleLetter, sampleWithConsent } from '../support/sample-letter.ts';

/** Words that would do harm if they were not escaped, and words in other scripts. */
export const hostile = sampleWithConsent({
  sender: ['<b>Amina</b> & "Co"', "O'Brien"],
  subject: '</h2><script>alert(1)</script>',
  paragraphs: ['a\nb\tc', 'x &amp; y < z', 'أنا مريضة منذ خمس سنوات', 'Dr 선생 🙂'],
  list: { intro: 'These:', items: ['<li>', '& more'] },
});
const sample = sampleLetter();
/** Sentences of both directions in one paragraph, and words that must stay on one line. */
export const mixedDirections: LetterDocument = {
  ...sample,
  blocks: sample.blocks.toSpliced(7, 1, {
    kind: 'paragraph',
    sentences: [
      { text: 'Some background about 50 mg since 22 November 2026:' },
      { text: 'أنا مريضة منذ 5 سنوات (Leeds).' },
      { text: 'Thank you, Dr Patel.' },
    ],
  }),
};
/** The letters that every format is tested on, each with a name. */
export const LETTERS: readonly (readonly [string, LetterDocument])[] = [
  ['a usual letter', sampleLetter()],
  ['a consent slip', sampleWithConsent()],
  ['hostile and foreign words', hostile],
  ['sentences of both directions', mixedDirections],
  ['lines to write on', { ...sample, blocks: [...sample.blocks, { kind: 'writing-lines', count: 3 }] }],
];
