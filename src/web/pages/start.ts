import { Router } from 'express';
import type { ViewWords } from '../../content/views.ts';
import { addDays, type Day, spellDay } from '../../questionnaire/calendar.ts';
import { everyField } from '../../questionnaire/every-field.ts';
import type { FormInput } from '../../questionnaire/fields/field.ts';
import { allQuestions } from '../../questionnaire/all-questions.ts';
import type { PlacedQuestion } from '../../questionnaire/ordered-questions.ts';
import { secretOf, setSessionCookie } from '../cookie.ts';
import { cleanedFor, formOf, inputFor, isTooLong } from '../forms.ts';
import type { Metrics } from '../metrics.ts';
import { goOnTo } from '../post-only.ts';
import { baseOf } from '../journey.ts';
import type { Pages } from '../page.ts';
import { HttpError } from '../http-error.ts';
import type { PageServices } from '../services.ts';
import { waysBack } from '../ways-back.ts';

/** The start page, and the start of a journey. */
export function startPages(services: PageServices, pages: Pages, metrics: Metrics): Router {
  const router = Router();

  router.get('/', async (request, response) => {
    const { labels } = services.content.views.start.oneself;
    const ways = await waysBack(services, request);
    const carryOn = ways.map(({ lastUsed, ...way }) => ({
      ...way,
      lastUsed: whenInWords(lastUsed, services.today(), labels),
    }));
    const { html, ...page } = pages.prose('start');
    const [before = '', after = ''] = html.split(START_BUTTON);
    pages.send(response, 'start', { ...page, beforeHtml: before, afterHtml: after, carryOn });
  });

  router.get(
    '/start',
    goOnTo(() => '/'),
  );

  router.post('/start', async (request, response) => {
    const first = draftFrom(formOf(request));
    const { secret, id } = await services.journeys.start(secretOf(services.config, request), first);
    metrics.started();
    setSessionCookie(services.config, request, response, secret);
    response.redirect(303, `${baseOf(id)}/questions/${allQuestions.inOrder[0]!.question.slug}`);
  });

  return router;
}

/** "today", "yesterday" or the day. */
function whenInWords(day: Day, today: Day, labels: ViewWords['labels']): string {
  if (day >= today) return labels.today!;
  return day === addDays(today, -1) ? labels.yesterday! : labels.on!.replace('{day}', spellDay(day));
}

const START_BUTTON = '<p>&lt;!-- start-button --&gt;</p>';

/**
 * What was typed on one page of a journey that is gone, cleaned, as a draft in a new one.
 * @throws HttpError for fields of several questions, or a field that is too long
 */
function draftFrom(form: FormInput): { drafts?: Readonly<Record<string, FormInput>> } {
  const sent = allQuestions.inOrder.flatMap(inputsOf).filter((input) => input in form);
  if (sent.length === 0) return {};
  // Two questions may have a field of the same name, but all that was sent belongs to one question.
  const placed = allQuestions.inOrder.find((one) => sent.every((input) => inputsOf(one).includes(input)));
  if (!placed) throw new HttpError('bad-request');
  const fields = everyField(placed);
  const input = inputFor(fields, form);
  const results = fields.map((field) => field.read(input));
  if (results.some((result) => !result.ok && isTooLong(result.errors))) throw new HttpError('too-large');
  return { drafts: { [placed.question.slug]: cleanedFor(fields, input) } };
}

const inputsOf = (placed: PlacedQuestion) => everyField(placed).flatMap(({ inputNames }) => inputNames);
