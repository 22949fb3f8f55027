import { type Response, Router } from 'express';
import ical from 'ical-generator';
import { addDays, type Day } from '../../questionnaire/calendar.ts';
import type { Fault, Given } from '../../questionnaire/fields/field.ts';
import { reminderDay } from '../../questionnaire/fields/reminder-day.ts';
import { formOf, givenFor } from '../forms.ts';
import { inJourney, type OpenJourney } from '../journey.ts';
import { addressBefore } from '../next-address.ts';
import type { Pages } from '../page.ts';
import type { PageServices } from '../services.ts';

/** How long until the reminder, where nobody chose a day. */
const DAYS_AHEAD = 14;

/** Whoever sees the calendar learns nothing from it. */
const TITLE = 'Reminder';

/** A calendar file for the day on which to ask what came of the letter. */
export function reminderPages(services: PageServices, pages: Pages): Router {
  const router = Router();
  const field = () => reminderDay(services.today());

  function show(response: Response, open: OpenJourney, given: Given, faults: readonly Fault[]): void {
    response.status(faults.length > 0 ? 422 : 200);
    pages.send(
      response,
      'reminder',
      {
        backLink: `${open.base}/letter`,
        errors: faults,
        parts: field().inputs.map((input) => ({ input, value: given[input] ?? '' })),
      },
      open,
    );
  }

  const partsOf = (day: Day): Given => {
    const [year = '', month = '', date = ''] = day.split('-').map((part) => String(Number(part)));
    return { 'reminder-day': date, 'reminder-month': month, 'reminder-year': year };
  };

  const send = (response: Response, day: Day) =>
    response
      .attachment('reminder.ics')
      .type('text/calendar; charset=utf-8')
      .send(calendarFor(day, services.today()));

  const withLetter = (handle: Parameters<typeof inJourney>[1]) =>
    inJourney(services, (request, response, open) => {
      const elsewhere = addressBefore(open);
      return elsewhere ? response.redirect(303, elsewhere) : handle(request, response, open);
    });

  router.get(
    '/journey/:id/reminder',
    withLetter((_request, response, open) =>
      show(response, open, partsOf(addDays(services.today(), DAYS_AHEAD)), []),
    ),
  );

  router.get(
    '/journey/:id/reminder.ics',
    withLetter((_request, response) => void send(response, addDays(services.today(), DAYS_AHEAD))),
  );

  router.post(
    '/journey/:id/reminder.ics',
    withLetter((request, response, open) => {
      const given = givenFor([field()], formOf(request));
      const reading = field().read(given);
      if (reading.ok) return void send(response, reading.value);
      show(response, open, given, reading.faults);
    }),
  );

  return router;
}

/** One whole day, with an alarm of the calendar's own; the id and the stamp are made of the day alone. */
function calendarFor(day: Day, today: Day): string {
  const calendar = ical({ name: TITLE });
  calendar.createEvent({
    id: `reminder-${day}`,
    start: new Date(`${day}T00:00:00Z`),
    allDay: true,
    stamp: new Date(`${today}T00:00:00Z`),
    summary: TITLE,
  });
  return calendar.toString();
}
