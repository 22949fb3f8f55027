import { type Response, Router } from 'express';
import { fieldError } from '../../content/field-errors.ts';
import { addDays, type Day, spellDay } from '../../questionnaire/calendar.ts';
import { dayInputs } from '../../questionnaire/fields/day-parts.ts';
import type { Field, FieldError, FormInput } from '../../questionnaire/fields/field.ts';
import { reminderDay } from '../../questionnaire/fields/reminder-day.ts';
import { formOf, inputFor } from '../forms.ts';
import { inJourney, mayWrite, type OpenJourney } from '../journey.ts';
import { addressBefore } from '../next-address.ts';
import type { Pages } from '../page.ts';
import type { PageServices } from '../services.ts';
import { waitViews } from './record-view.ts';
import { reminderFile } from './reminder-file.ts';

const ADDRESS = '/journey/:id/reminder';

/** How long until the reminder if nothing is due. */
const DAYS_AHEAD = 14;

/** A calendar file for a day to look again: the next due day, unless another is chosen. */
export function reminderPages(services: PageServices, pages: Pages): Router {
  const router = Router();

  function show(
    response: Response,
    open: OpenJourney,
    typed: FormInput | undefined,
    errors: readonly FieldError[],
  ): void {
    const field = reminderDay(open.today);
    const lastDay = open.journey.codes.at(-1) as Day | undefined;
    const due = nextDue(open, services);
    const input = typed ?? dayInputs('reminder', suggestedFor(open, due));
    const hasRecord = open.journey.entries.length > 0;
    response.status(errors.length > 0 ? 422 : 200);
    pages.send(
      response,
      'reminder',
      {
        backLink: hasRecord ? `${open.base}/record` : `${open.base}/letter`,
        errors: errors.map((error) => ({ ...error, text: messageOf(error, field, open, services) })),
        dayParts: field.inputNames.map((inputName) => ({
          inputName,
          value: input[inputName] ?? '',
        })),
        due: due && { name: due.name, day: due.day },
        code: lastDay && { until: spellDay(lastDay), isTooShort: lastDay < suggestedFor(open, due) },
      },
      open,
    );
  }

  /** A handler for people with a letter or a record; others are redirected to their next page. */
  const withReminder = (handle: Parameters<typeof inJourney>[1]) =>
    inJourney(services, (request, response, open) => {
      const hasRecord = open.journey.entries.length > 0 && mayWrite(open);
      const redirectTo = hasRecord ? undefined : addressBefore(open);
      return redirectTo ? response.redirect(303, redirectTo) : handle(request, response, open);
    });

  router.get(
    ADDRESS,
    withReminder((_request, response, open) => show(response, open, undefined, [])),
  );

  router.post(
    ADDRESS,
    withReminder((request, response, open) => {
      const field = reminderDay(open.today);
      const input = inputFor([field], formOf(request));
      const result = field.read(input);
      if (!result.ok) return show(response, open, input, result.errors);
      response
        .attachment('reminder.ics')
        .type('text/calendar; charset=utf-8')
        .send(reminderFile(result.value, open.today));
    }),
  );

  return router;
}

function messageOf(
  { code }: FieldError,
  field: Pick<Field, 'control'>,
  { reader }: OpenJourney,
  { content }: PageServices,
): string | undefined {
  const { labels } = content.views.reminder[reader];
  return labels[code] ?? fieldError(content.fieldErrors, field, labels.what!, code);
}

/** The next wait whose day is still to come. */
const nextDue = (open: OpenJourney, { content }: PageServices) =>
  waitViews(open, content).find(({ due }) => due > open.today);

const suggestedFor = ({ today }: OpenJourney, due: { readonly due: Day } | undefined): Day =>
  due?.due ?? addDays(today, DAYS_AHEAD);
