import fc from 'fast-check';
import { everyField } from '../../../src/questionnaire/every-field.ts';
import type { Control } from '../../../src/questionnaire/fields/field.ts';
import { allQuestions } from '../../../src/questionnaire/all-questions.ts';
import { visitTo, walkThrough } from '../../../src/questionnaire/ordered-questions.ts';
import { LETTER_IDS, type LetterId } from '../../../src/questionnaire/questions/people.ts';
import { asKept } from '../../support/kept.ts';
import { TODAY } from './letters.ts';
import { shortAnswers } from './roles.ts';

/** A typed answer: what was submitted, and the pieces of it that must be in the letter unchanged. */
interface Typed {
  readonly given: string;
  readonly pieces: readonly string[];
}

/** How much text a control takes. */
const TAKES: Readonly<Partial<Record<Control, 'line' | 'long' | 'list'>>> = {
  text: 'line',
  'long-text': 'long',
  list: 'list',
};
/** A letter may rephrase these, so they are generated and checked separately. */
const APART = [
  'relationship',
  'organisation',
  'unwell-for',
  'hospital-admissions',
  'medicines-tried',
  'time-on-medicine',
];

/** Whether somebody who wants this letter is asked a question. The questionnaire's tests say whether they should be. */
export const isAsked = (letter: LetterId, slug: string): boolean =>
  visitTo(walkThrough(allQuestions, asKept(shortAnswers(letter)), TODAY), slug) !== undefined;

/** Every text field in part 2: its question, how much text it takes, and the letters that ask for it. */
export const TYPED_FIELDS = allQuestions.inOrder
  .filter(({ part }) => part === 'letter')
  .flatMap((step) =>
    everyField(step).flatMap(({ name: field, control, required }) => {
      const { slug } = step.question;
      const takes = TAKES[control];
      if (!takes || APART.includes(field)) return [];
      return [
        { slug, field, takes, required, letters: LETTER_IDS.filter((letter) => isAsked(letter, slug)) },
      ];
    }),
  );

/** A word that is in the letter only where this field is: "qbackgroundq". */
export const markOf = (field: string): string => `q${field.replaceAll('-', '')}q`;

// None of these is a word that the checks look for: no pronoun, no verb, no word of our own sentences.
const WORD = fc.constantFrom(
  'river',
  'STONE',
  'Bright',
  'quiet',
  'żółty',
  '50',
  'день',
  "o'clock",
  'tea-time',
);
const WORDS = fc.array(WORD, { maxLength: 5 });
const END = fc.constantFrom('', '', '.', '?', '!', ',', ' ');

/** What people type into a field: one or more pieces, in capitals or not, that end in a stop, a comma or nothing. */
export function typed(field: string, takes: 'line' | 'long' | 'list'): fc.Arbitrary<Typed> {
  const mark = markOf(field);
  const piece = fc.tuple(WORDS, WORDS).map(([before, after]) => [...before, mark, ...after].join(' '));
  if (takes === 'line')
    return fc.tuple(piece, END).map(([text, end]) => ({ given: text + end, pieces: [text] }));
  const gap = fc.constantFrom('\n', '\n\n', ' \n');
  return fc
    .tuple(fc.array(fc.tuple(piece, END), { minLength: 1, maxLength: 4 }), gap, fc.boolean())
    .map(([lines, between, hasBullets]) => ({
      given: lines
        .map(([text, end]) => (takes === 'list' && hasBullets ? '- ' : '') + text + end)
        .join(between),
      pieces: lines.map(([text]) => text),
    }));
}
