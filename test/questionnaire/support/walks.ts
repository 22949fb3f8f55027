import type { Day } from '../../../src/questionnaire/calendar.ts';
import type { FormInput } from '../../../src/questionnaire/fields/field.ts';
import { allQuestions } from '../../../src/questionnaire/all-questions.ts';
import { type Walk, walkThrough } from '../../../src/questionnaire/ordered-questions.ts';
import { asKept } from '../../support/kept.ts';
import { personaFor } from '../../support/personas.ts';

export const TODAY = '2026-11-22' as Day;

/** What is stored of a journey, by question. */
export type Kept = Readonly<Record<string, FormInput>>;

/** Answers to questions with one field of the same name. */
export type Choices = Readonly<Record<string, string | readonly string[]>>;

/** The slugs of all questions, in order. */
export const SLUGS = allQuestions.inOrder.map(({ question }) => question.slug);
export const slugsOf = (part: 'situation' | 'letter') =>
  allQuestions.inOrder.filter((step) => step.part === part).map(({ question }) => question.slug);

export const walked = (kept: Kept): Walk => walkThrough(allQuestions, asKept(kept), TODAY);

/** The slugs of the questions that are asked, in order, up to and including the first unanswered one. */
export const asked = (kept: Kept): string[] => walked(kept).visits.map(({ placed }) => placed.question.slug);

/** The slug of the first unanswered question. */
export const gap = (kept: Kept): string | undefined => walked(kept).gap?.placed.question.slug;

/** The stored answers, with these choices as well. */
export function choosing(kept: Kept, choices: Choices): Kept {
  const made = Object.entries(choices).map(([slug, value]): [string, FormInput] => [slug, { [slug]: value }]);
  return { ...kept, ...Object.fromEntries(made) };
}

/** The stored answers without one question's answer. */
export const without = (kept: Kept, slug: string): Kept =>
  Object.fromEntries(Object.entries(kept).filter(([key]) => key !== slug));

/**
 * An answer to every question, even to questions that exclude each other. With all of them stored no question is
 * unanswered, so that whether a question is asked depends on its condition alone.
 */
export const EVERY_ANSWER: Kept = choosing(
  { ...personaFor('review-treatment', 'patient'), ...personaFor('review-treatment', 'carer') },
  {
    nickname: 'Tuesday',
    'legal-authority': 'attorney',
    concern: 'both',
    'diagnosis-reasons': ['doctors-differ'],
    'treatment-reasons': ['want-expert'],
    'so-far': ['asked-for-second-opinion'],
    'answer-so-far': 'refused',
    'answered-by': 'psychiatrist',
  },
);
