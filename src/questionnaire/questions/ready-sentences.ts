import { checkboxes } from '../fields/choice.ts';
import { questionHangingOn } from '../question.ts';
import { type ActingAnswers, standingFrom } from '../standing.ts';
import type { detained } from './beginning.ts';
import type { AnswerOf } from '../question.ts';
import type { LetterAnswer, LetterId } from './people.ts';

/** Sentences that each letter can say where the person chooses them: at most four a letter. */
const SENTENCES = {
  'review-treatment': ['quality-of-life'],
  'second-opinion-treatment': ['quality-of-life', 'unlikely-to-improve', 'explore-options', 'more-certain'],
  'review-diagnosis': ['worried', 'quality-of-life', 'right-diagnosis'],
  'second-opinion-diagnosis': ['respect', 'right-diagnosis', 'not-knowing', 'more-certain'],
} as const satisfies Readonly<Record<LetterId, readonly string[]>>;

export type ReadySentence = (typeof SENTENCES)[LetterId][number];

/** Sentences that somebody may say who acts by a legal authority: none about what the patient feels or thinks. */
const BY_AUTHORITY: readonly ReadySentence[] = ['quality-of-life', 'right-diagnosis'];

/** Sentences that do not fit somebody who is under the Mental Health Act: treatment may not be theirs to settle. */
const NOT_UNDER_THE_ACT: readonly ReadySentence[] = ['more-certain', 'explore-options'];

interface Before extends ActingAnswers, LetterAnswer {
  readonly detained?: AnswerOf<typeof detained>;
}

export const readySentences = questionHangingOn(
  'ready-sentences',
  (before: Before) => [
    before.letter,
    standingFrom(before).right === 'authority',
    before.detained === 'section' || before.detained === 'community-order',
  ],
  (letter, byAuthority, isUnderTheAct) => ({
    'ready-sentences': checkboxes(
      'ready-sentences',
      (SENTENCES[letter] as readonly ReadySentence[]).filter(
        (sentence) =>
          (!byAuthority || BY_AUTHORITY.includes(sentence)) &&
          (!isUnderTheAct || !NOT_UNDER_THE_ACT.includes(sentence)),
      ),
      { optional: true },
    ),
  }),
);
