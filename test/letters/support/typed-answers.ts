import fc from 'fast-check';
import { LETTER_IDS, type LetterId } from '../../../src/guide/questions/people.ts';

/** A typed answer: what was submitted, and the pieces of it that the letter has to have as they are. */
interface Typed {
  readonly given: string;
  readonly pieces: readonly string[];
}

const TREATMENT = ['review-treatment', 'second-opinion-treatment'] as const;
const SECOND_OPINION = ['second-opinion-treatment', 'second-opinion-diagnosis'] as const;

/** Every field of typed text: its question, how much it takes, and the letters that ask it (product.md, "The questions"). */
export const TYPED_FIELDS: readonly {
  readonly slug: string;
  readonly field: string;
  readonly takes: 'line' | 'long' | 'list';
  readonly letters: readonly LetterId[];
}[] = [
  { slug: 'background', field: 'background', takes: 'long', letters: LETTER_IDS },
  { slug: 'current-medicine', field: 'current-medicine', takes: 'long', letters: ['review-treatment'] },
  {
    slug: 'problems',
    field: 'problems',
    takes: 'list',
    letters: LETTER_IDS.filter((letter) => letter !== 'second-opinion-diagnosis'),
  },
  { slug: 'side-effects', field: 'side-effects', takes: 'list', letters: TREATMENT },
  { slug: 'change-wanted', field: 'change-wanted-details', takes: 'long', letters: ['review-treatment'] },
  { slug: 'tried-to-resolve', field: 'tried-to-resolve', takes: 'long', letters: SECOND_OPINION },
  {
    slug: 'diagnosis-given',
    field: 'diagnosis-given',
    takes: 'line',
    letters: ['review-diagnosis', 'second-opinion-diagnosis'],
  },
  {
    slug: 'reasons-to-disagree',
    field: 'reasons-to-disagree',
    takes: 'list',
    letters: ['second-opinion-diagnosis'],
  },
  { slug: 'hoped-for', field: 'hoped-for', takes: 'long', letters: SECOND_OPINION },
  { slug: 'own-words', field: 'own-words', takes: 'long', letters: LETTER_IDS },
  { slug: 'communication-needs', field: 'communication-needs', takes: 'long', letters: LETTER_IDS },
];

/** A word that is in the letter only where this field is: "qbackgroundq". */
export const markOf = (field: string): string => `q${field.replaceAll('-', '')}q`;

// No word that the checks look for: no pronoun, no verb, no word of ours.
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

/** What people type into a field: one piece or several, in capitals or not, with a stop, a comma or nothing after it. */
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
