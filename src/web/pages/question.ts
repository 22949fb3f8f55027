import { type Request, type Response, Router } from 'express';
import { allQuestions } from '../../questionnaire/all-questions.ts';
import type { FormInput } from '../../questionnaire/fields/field.ts';
import { visitTo, type Visit } from '../../questionnaire/ordered-questions.ts';
import { filledIn } from '../../record/fill-in.ts';
import { cleanedFor, formOf, inputFor, isTooLong } from '../forms.ts';
import { HttpError } from '../http-error.ts';
import { inJourney, type OpenJourney, openJourney, orThrowGone } from '../journey.ts';
import { addressBefore, nextAddress, returnToOf, secondaryActionOf } from '../next-address.ts';
import type { Pages } from '../page.ts';
import type { PageServices } from '../services.ts';
import { leaveQuestion, saveDraft, skip } from './question-draft.ts';
import { questionPage } from './question-page.ts';

const ADDRESS = '/journey/:id/questions/:slug';

/** Shows each question and stores its answer. */
export function questionPages(services: PageServices, pages: Pages): Router {
  const router = Router();

  /** The visit that the address names; redirects if it is not its turn. @throws HttpError if unknown */
  function visitNamed(request: Request, response: Response, open: OpenJourney): Visit | undefined {
    const slug = String(request.params.slug);
    const visit = visitTo(open.walk, slug);
    if (visit) return visit;
    if (!allQuestions.inOrder.some(({ question }) => question.slug === slug))
      throw new HttpError('not-found');
    response.redirect(303, addressBefore(open) ?? `${open.base}/check-answers`);
    return undefined;
  }

  /** What the record knows for a question without an answer. It is stored only if the person submits it. */
  function fromRecord(
    { timeline, answers, reader }: OpenJourney,
    { placed: { question } }: Visit,
  ): FormInput {
    const { happenings } = services.content.questions[reader].get(question.slug)!;
    return filledIn(question.slug, answers.letter, timeline(), happenings);
  }

  router.get(
    ADDRESS,
    inJourney(services, (request, response, open) => {
      const visit = visitNamed(request, response, open);
      if (!visit) return;
      const { key } = visit;
      const { slug } = visit.placed.question;
      // A draft is newer than any answer, as answering removes it.
      const { drafts } = open.journey;
      const input = drafts[key] ?? visit.input ?? drafts[slug];
      const known = input ? {} : fromRecord(open, visit);
      const shown = { input: input ?? known, errors: [], isFilledIn: Object.keys(known).length > 0 };
      const page = questionPage(open, visit, { ...shown, from: returnToOf(request) }, services);
      pages.send(response, 'question', page, open);
    }),
  );

  router.post(
    ADDRESS,
    inJourney(services, async (request, response, open) => {
      const visit = visitNamed(request, response, open);
      if (!visit) return;
      const { part } = visit.placed;
      const from = returnToOf(request);
      const input = inputFor(visit.form.fields, formOf(request));
      const result = visit.form.read(input);
      const cleaned = cleanedFor(visit.form.fields, input);
      const then = secondaryActionOf(request);
      if (then && (result.ok || !isTooLong(result.errors))) {
        if (then !== 'skip')
          return response.redirect(303, await leaveQuestion(open, visit, cleaned, then, from));
        if (visit.form.optional) {
          const skipped = openJourney(open.secret, await skip(open, visit, cleaned), services);
          return response.redirect(303, nextAddress(skipped, part, from));
        }
      }
      if (!result.ok) {
        // A person who visits another page, such as urgent help, comes back to what they typed.
        if (!isTooLong(result.errors)) await saveDraft(open, visit, cleaned);
        response.statusCode = 422;
        const shown = { input, errors: result.errors, isFilledIn: false, from };
        return pages.send(response, 'question', questionPage(open, visit, shown, services), open);
      }
      const written = orThrowGone(await open.journey.answer(visit.key, cleaned));
      response.redirect(303, nextAddress(openJourney(open.secret, written, services), part, from));
    }),
  );

  return router;
}
