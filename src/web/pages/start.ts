import { Router } from 'express';
import { everyField } from '../../questionnaire/every-field.ts';
import type { Given } from '../../questionnaire/fields/field.ts';
import { allQuestions } from '../../questionnaire/all-questions.ts';
import type { PlacedQuestion } from '../../questionnaire/ordered-questions.ts';
import { secretOf, setSessionCookie } from '../cookie.ts';
import { formOf, givenFor } from '../forms.ts';
import type { Metrics } from '../metrics.ts';
import { baseOf } from '../journey.ts';
import type { Pages } from '../page.ts';
import { HttpError } from '../http-error.ts';
import type { PageServices } from '../services.ts';

/** The start page, and the beginning of a journey. */
export function startPages(services: PageServices, pages: Pages, metrics: Metrics): Router {
  const router = Router();

  router.get('/', (_request, response) => {
    const { html, ...page } = pages.prose('start');
    const [before = '', after = ''] = html.split(START_BUTTON);
    pages.send(response, 'start', { ...page, beforeHtml: before, afterHtml: after });
  });

  router.post('/start', async (request, response) => {
    const first = offeredBy(formOf(request));
    const { secret, id } = await services.journeys.start(secretOf(services.config, request), first);
    metrics.started();
    setSessionCookie(services.config, request, response, secret);
    response.redirect(303, `${baseOf(id)}/questions/${allQuestions.inOrder[0]!.question.slug}`);
  });

  return router;
}

const START_BUTTON = '<p>&lt;!-- start-button --&gt;</p>';

/** What was typed on one page of a journey that is gone, to be offered again in a new one. */
function offeredBy(form: Given): { offered?: Readonly<Record<string, Given>> } {
  const inputs = Object.keys(form);
  if (inputs.length === 0) return {};
  const placed = allQuestions.inOrder.find((one) => inputs.every((input) => inputsOf(one).includes(input)));
  if (!placed) throw new HttpError('bad-request');
  return { offered: { [placed.question.slug]: givenFor(everyField(placed), form) } };
}

const inputsOf = (placed: PlacedQuestion): readonly string[] =>
  everyField(placed).flatMap(({ inputs }) => inputs);
