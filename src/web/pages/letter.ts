import { type Request, type Response, Router } from 'express';
import { ageOn } from '../../questionnaire/calendar.ts';
import { severalTexts } from '../../questionnaire/fields/field.ts';
import { isChoice, leftOutAfter } from '../../letters/leave-out.ts';
import type { WrittenLetter } from '../../letters/letter.ts';
import { renderHtml } from '../../formats/html.ts';
import { noteDownload } from '../downloads.ts';
import { formOf } from '../forms.ts';
import type { Metrics } from '../metrics.ts';
import { inJourney, isPlanned, type OpenJourney } from '../journey.ts';
import { addressBefore } from '../next-address.ts';
import type { Pages } from '../page.ts';
import { HttpError } from '../http-error.ts';
import type { PageServices } from '../services.ts';
import { SHORT_LIMITS } from '../../letters/short.ts';
import { formatNamed, sendFile } from './document-files.ts';
import { sentBefore } from './letter-copies.ts';
import { sentFormOf } from './record-sent.ts';
import { unprintableIn } from './unprintable.ts';
import { LEAVE_OUT, write } from './written-letter.ts';

const ADDRESS = '/journey/:id/letter';
const ADULT = 18;

/** The letter as a page, what may be left out of it, and its downloads. */
export function letterPages(services: PageServices, pages: Pages, metrics: Metrics): Router {
  const router = Router();

  /** A handler for who has a letter; anybody else goes to where they are. */
  const withLetter = (
    handle: (
      request: Request,
      response: Response,
      open: OpenJourney,
      letter: WrittenLetter,
    ) => void | Promise<void>,
  ) =>
    inJourney(services, (request, response, open) => {
      const elsewhere = addressBefore(open);
      if (elsewhere) return response.redirect(303, elsewhere);
      return handle(request, response, open, write(open, services));
    });

  router.get(
    ADDRESS,
    withLetter(async (_request, response, open, { id, people, document, choices, shortVersion }) => {
      const { born } = people.patient;
      metrics.letter(id, 'page');
      pages.send(
        response,
        'letter',
        {
          bodyClass: 'page-letter',
          backLink: `${open.base}/check-answers`,
          letterHtml: renderHtml(document, 2),
          choices: choices.map((choice) => ({
            ...choice,
            name: services.content.questions[open.reader].get(choice.question)!.name,
          })),
          shortVersion: shortVersion(SHORT_LIMITS[0]),
          unprintable: unprintableIn(open, services),
          isUnderAge: born !== undefined && ageOn(born, services.today()) < ADULT,
          sent: await sentBefore(open, services),
          sentForm: sentFormOf(open, services),
          isQuick: open.answers['help-with'] === 'quick-letter',
          hasPlan: isPlanned(open),
          own: open.reader === 'oneself',
        },
        open,
      );
    }),
  );

  router.post(
    ADDRESS,
    withLetter(async (request, response, open, { choices }) => {
      const sent = severalTexts(formOf(request), LEAVE_OUT);
      if (!sent.every((key) => isChoice(key, choices))) throw new HttpError('bad-request');
      const leaveOut = [...leftOutAfter(open.journey.choices[LEAVE_OUT] ?? [], choices, sent)];
      const written = await open.journey.choose(LEAVE_OUT, leaveOut);
      if (written === 'gone') throw new HttpError('gone');
      response.redirect(303, `${open.base}/letter`);
    }),
  );

  router.get(
    '/journey/:id/letter.:format',
    withLetter(async (request, response, open, { id, document }) => {
      const format = formatNamed(request);
      const file = { document, name: 'letter', format, journey: open.id };
      await sendFile(services, request, response, file, () => noteDownload(open, `letter.${format}`));
      metrics.letter(id, format);
    }),
  );

  return router;
}
