import { Router } from 'express';
import { everyField } from '../../questionnaire/every-field.ts';
import type { Given } from '../../questionnaire/fields/field.ts';
import { guide } from '../../questionnaire/all-questions.ts';
import type { Step } from '../../questionnaire/ordered-questions.ts';
import { holdSecret, secretOf } from '../cookie.ts';
import { formOf, givenFor } from '../forms.ts';
import type { Metrics } from './health.ts';
import { baseOf } from '../journey.ts';
import type { Pages } from '../page.ts';
import { Refusal } from '../refusal.ts';
import { seeOther } from '../see-other.ts';
import type { Services } from '../services.ts';

/** The start page, and the beginning of a journey. */
export function startPages(services: Services, pages: Pages, metrics: Metrics): Router {
  const router = Router();

  router.get('/', (_request, response) => {
    const { html, ...page } = pages.prose('start');
    const [before = '', after = ''] = html.split(START_BUTTON);
    pages.send(response, 'start', { ...page, beforeHtml: before, afterHtml: after });
  });

  router.post('/start', async (request, response) => {
    const first = offeredBy(formOf(request));
    const { secret, id } = await services.journeys.begin(secretOf(services.config, request), first);
    metrics.started();
    holdSecret(services.config, request, response, secret);
    seeOther(response, `${baseOf(id)}/questions/${guide.steps[0]!.question.slug}`);
  });

  return router;
}

const START_BUTTON = '<p>&lt;!-- start-button --&gt;</p>';

/** What was typed on one page of a journey that is gone, to be offered again in a new one. */
function offeredBy(form: Given): { offered?: Readonly<Record<string, Given>> } {
  const inputs = Object.keys(form);
  if (inputs.length === 0) return {};
  const step = guide.steps.find((one) => inputs.every((input) => inputsOf(one).includes(input)));
  if (!step) throw new Refusal('bad-request');
  return { offered: { [step.question.slug]: givenFor(everyField(step), form) } };
}

const inputsOf = (step: Step): readonly string[] => everyField(step).flatMap(({ inputs }) => inputs);
