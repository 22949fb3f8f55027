import { everyField } from '../../questionnaire/every-field.ts';
import { allQuestions } from '../../questionnaire/all-questions.ts';
import type { Words } from '../words.ts';

/** Who speaks on the card: the patient, or a person who supports them. */
export type Speaker = 'oneself' | 'another';

/** The card's words, by who speaks. */
export type CardWords = Readonly<Record<Speaker, Words>>;

const LIKES = [
  'review',
  'second-opinion',
  'second-opinion-gp',
  'an-answer',
  'review-answer',
  'another-answer',
  'what-is-next',
  'funding',
  'funding-answer',
  'funding-review',
  'funding-elsewhere',
  'the-report',
  'the-report-agreed',
  'no-report',
  'review-agreed',
  'settled',
] as const;

const QUESTIONS = [
  'review',
  'second-opinion',
  'an-answer',
  'why',
  'ask-again',
  'what-is-next',
  'funding',
  'the-report',
  'the-report-agreed',
  'no-report',
  'review-agreed',
  'settled',
] as const;

/** What the card can ask for: the names of its texts. */
export type Like = (typeof LIKES)[number];

/** The one question on the card: the names of its texts. */
export type CardQuestion = (typeof QUESTIONS)[number];

/** The questions of part 1 whose ticked choices the card mentions, in its order. */
export const REASONS = ['diagnosis-reasons', 'treatment-reasons'] as const;
export const DIFFICULTIES = 'history';

/**
 * The steps so far that the card mentions: only those with the doctor. A complaint, PALS or an advocate would
 * sound like a threat when read out, and the card's first sentence already says what was asked for.
 */
export const STEPS_WITH_DOCTOR = ['talked', 'gave-information', 'asked-for-review'] as const;

/** The choice that excludes the others and gives nothing to mention. */
export const NO_REASON = 'none-of-these';

/** The name of the text that mentions a choice. */
export const mentionText = (slug: string, value: string): string => `${slug}.${value}`;

const MENTIONED: readonly string[] = [...REASONS, DIFFICULTIES];

/** The name of every text that a card can use: the content must have these and no others. */
export const CARD_TEXTS: readonly string[] = [
  'subject',
  'about-diagnosis',
  'about-treatment',
  'about-both',
  'like',
  ...LIKES.map((like) => `like-${like}`),
  'doctors-differ',
  'mention',
  'mention-own',
  ...allQuestions.inOrder
    .filter(({ question }) => MENTIONED.includes(question.slug))
    .flatMap((step) =>
      everyField(step)
        .flatMap(({ values }) => values.filter((value) => value !== NO_REASON))
        .map((value) => mentionText(step.question.slug, value)),
    ),
  ...STEPS_WITH_DOCTOR.map((step) => mentionText('so-far', step)),
  'helps-own',
  'notes',
  'question',
  ...QUESTIONS.map((question) => `question-${question}`),
  'if-no',
  'if-no-reasons',
  'if-no-again',
  'if-no-notes',
];
