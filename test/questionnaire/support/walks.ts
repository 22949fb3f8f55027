import type { Day } from '../../../src/questionnaire/calendar.ts';
import type { Given } from '../../../src/questionnaire/fields/field.ts';
import { allQuestions } from '../../../src/questionnaire/all-questions.ts';
import { walk, type Walk } from '../../../src/questionnaire/ordered-questions.ts';
import { asKept } from '../../support/kept.ts';
import { personaFor } from '../../support/personas.ts';

export const TODAY = '2026-11-22' as Day;

/** What is kept of a journey, by question. */
export type Kept = Readonly<Record<string, Given>>;

/** Answers to questions of one field, which bears the question's name. */
export type Choices = Readonly<Record<string, string | readonly string[]>>;

/** The slugs of all questions, in order. */
export const SLUGS = allQuestions.inOrder.map(({ question }) => question.slug);
export const slugsOf = (part: 'situation' | 'letter') =>
  allQuestions.inOrder.filter((step) => step.part === part).map(({ question }) => question.slug);

export const walked = (kept: Kept): Walk => walk(allQuestions, asKept(kept), TODAY);

/** The slugs of the questions that are asked, in order, up to and with the first that waits. */
export const asked = (kept: Kept): string[] => walked(kept).visits.map(({ placed }) => placed.question.slug);

/** The slug of the question that waits. */
export const gap = (kept: Kept): string | undefined => walked(kept).gap?.placed.question.slug;

/** What is kept once these choices were made too. */
export function choosing(kept: Kept, choices: Choices): Kept {
  const made = Object.entries(choices).map(([slug, value]): [string, Given] => [slug, { [slug]: value }]);
  return { ...kept, ...Object.fromEntries(made) };
}

/** What is kept without one question's answer. */
export const without = (kept: Kept, slug: string): Kept =>
  Object.fromEntries(Object.entries(kept).filter(([key]) => key !== slug));

/**
 * An answer to every question there is, those that exclude each other too: with all of them kept nothing waits, and
 * whether a question is asked depends on its condition alone.
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
