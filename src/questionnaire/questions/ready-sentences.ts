import { checkboxes } from '../fields/choice.ts';
import { questionDependingOn } from '../question.ts';
import { type ActingAnswers, type Standing, standingFrom } from '../standing.ts';
import { type detained, isUnderTheAct } from './beginning.ts';
import type { AnswerOf } from '../question.ts';
import type { LetterAnswer, LetterId } from './people.ts';

/** Optional sentences for each letter, at most four a letter. */
const SENTENCES = {
  'review-treatment': ['quality-of-life'],
  'second-opinion-treatment': ['quality-of-life', 'unlikely-to-improve', 'explore-options', 'more-certain'],
  'review-diagnosis': ['worried', 'quality-of-life', 'right-diagnosis'],
  'second-opinion-diagnosis': ['respect', 'right-diagnosis', 'not-knowing', 'more-certain'],
  complaint: ['share-complaint', 'look-at-record', 'care-goes-on'],
} as const satisfies Readonly<Partial<Record<LetterId, readonly string[]>>>;

export type ReadySentence = (typeof SENTENCES)[keyof typeof SENTENCES][number];

/** Sentences for a person who acts by legal authority: none about what the patient feels or thinks. */
const BY_AUTHORITY: readonly ReadySentence[] = ['quality-of-life', 'right-diagnosis', ...SENTENCES.complaint];
/** Sentences not for an instructed advocate, who makes no decisions about the record. */
const NOT_INSTRUCTED: readonly ReadySentence[] = ['look-at-record'];

/** Sentences not for a person under the Mental Health Act, who may not be free to choose their treatment. */
const NOT_UNDER_THE_ACT: readonly ReadySentence[] = ['more-certain', 'explore-options'];

const sentencesOf = (letter: LetterId): readonly ReadySentence[] =>
  (SENTENCES as Readonly<Partial<Record<LetterId, readonly ReadySentence[]>>>)[letter] ?? [];

/** Which sentences apply: the patient's own, those for a legal authority, or for an instructed advocate. */
function rightOf(standing: Standing): 'own' | 'authority' | 'instructed' {
  if (standing.right !== 'authority') return 'own';
  return standing.authority === 'imca' || standing.authority === 'imha' ? 'instructed' : 'authority';
}

interface Before extends ActingAnswers, LetterAnswer {
  readonly detained?: AnswerOf<typeof detained>;
}

export const readySentences = questionDependingOn(
  'ready-sentences',
  (before: Before) => [before.letter, rightOf(standingFrom(before)), isUnderTheAct(before)],
  (letter, right, isHeld) => ({
    'ready-sentences': checkboxes(
      'ready-sentences',
      sentencesOf(letter).filter(
        (sentence) =>
          (right === 'own' || BY_AUTHORITY.includes(sentence)) &&
          (right !== 'instructed' || !NOT_INSTRUCTED.includes(sentence)) &&
          (!isHeld || !NOT_UNDER_THE_ACT.includes(sentence)),
      ),
      { optional: true },
    ),
  }),
);
