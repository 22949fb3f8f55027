import { Router } from 'express';
import { letterGreeting } from '../../letters/compose.ts';
import type { PartName } from '../../questionnaire/ordered-questions.ts';
import { visitBefore } from '../../questionnaire/ordered-questions.ts';
import { isReplacedByTheRecord } from '../../record/chosen-answers.ts';
import { inJourney, isPlanned } from '../journey.ts';
import { addressBefore, questionAddress } from '../next-address.ts';
import type { Pages } from '../page.ts';
import type { PageServices } from '../services.ts';
import { type AnswerInWords, inWords, notAdded, rowOf } from './answer-rows.ts';

/** Every answer, each with a way to change it, before the letter. */
export function checkAnswersPages(services: PageServices, pages: Pages): Router {
  const router = Router();

  router.get(
    '/journey/:id/check-answers',
    inJourney(services, (_request, response, open) => {
      const elsewhere = addressBefore(open);
      if (elsewhere) return response.redirect(303, elsewhere);
      const answers = open.walk.visits.map((visit) => inWords(visit, open, services));
      const hasRecord = open.journey.entries.length > 0;
      const isBefore = ({ visit }: AnswerInWords) =>
        hasRecord && isReplacedByTheRecord(visit.placed.question.slug);
      const rows = (part: PartName, before: boolean) =>
        answers
          .filter((answer) => answer.visit.placed.part === part && isBefore(answer) === before)
          .flatMap((answer) => rowOf(answer) ?? []);
      const last =
        visitBefore(open.walk, '') ?? open.walk.visits.findLast(({ input }) => input !== undefined)!;
      pages.send(
        response,
        'check-answers',
        {
          backLink: questionAddress(open, last.placed.question.slug),
          begins: letterGreeting(open.answers, services.content.letters, open.today),
          letterRows: rows('letter', false),
          situationRows: rows('situation', false),
          beforeRows: rows('situation', true),
          notAdded: answers.flatMap(notAdded),
          hasPlan: isPlanned(open),
        },
        open,
      );
    }),
  );

  return router;
}
