import { type Request, type Response, Router } from 'express';
import { ageOn } from '../../questionnaire/calendar.ts';
import { severalTexts } from '../../questionnaire/fields/field.ts';
import { writeLetter } from '../../letters/compose.ts';
import { isChoice, leftOutAfter } from '../../letters/leave-out.ts';
import type { WrittenLetter } from '../../letters/letter.ts';
import type { Print } from '../../letters/document.ts';
import { renderDocx } from '../../formats/word.ts';
import { renderHtml } from '../../formats/html.ts';
import { renderPlainText } from '../../formats/plain-text.ts';
import { clientGone } from '../client-gone.ts';
import { noteDownload } from '../downloads.ts';
import { formOf } from '../forms.ts';
import type { Metrics } from '../metrics.ts';
import { inJourney, type OpenJourney } from '../journey.ts';
import { addressBefore } from '../next-address.ts';
import type { Pages } from '../page.ts';
import { HttpError } from '../http-error.ts';
import type { PageServices } from '../services.ts';
import { SHORT_LIMITS } from '../../letters/short.ts';
import { unprintableIn } from './unprintable.ts';

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
    withLetter((_request, response, open, { id, people, document, choices, shortVersion }) => {
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
          isQuick: open.answers['help-with'] === 'quick-letter',
          hasPlan: open.answers['help-with'] === 'advice-and-letter',
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
    '/journey/:id/letter.txt',
    withLetter(async (_request, response, open, { id, document }) => {
      await noteDownload(open, 'letter.txt');
      metrics.letter(id, 'txt');
      response.attachment('letter.txt').type('text/plain; charset=utf-8').send(renderPlainText(document));
    }),
  );

  router.get(
    '/journey/:id/letter.docx',
    withLetter(async (request, response, open, { id, document }) => {
      await noteDownload(open, 'letter.docx');
      metrics.letter(id, 'docx');
      const docx = await renderDocx(document, printOf(request), services.config.serviceName);
      response.attachment('letter.docx').send(docx);
    }),
  );

  router.get(
    '/journey/:id/letter.pdf',
    withLetter(async (request, response, open, { id, document }) => {
      const waiting = { signal: clientGone(response), key: open.id };
      const pdf = await services.pdfs.pdf(document, printOf(request), waiting);
      await noteDownload(open, 'letter.pdf');
      metrics.letter(id, 'pdf');
      response.attachment('letter.pdf').type('application/pdf').send(pdf);
    }),
  );

  return router;
}

/** Under this name the journey keeps what its letter leaves out. */
const LEAVE_OUT = 'leave-out';

function write(open: OpenJourney, { content, today }: PageServices): WrittenLetter {
  const letter = writeLetter(open.answers, content.letters, today(), open.journey.choices[LEAVE_OUT] ?? []);
  if (!letter) throw new Error('a whole journey without a letter');
  return letter;
}

const printOf = (request: Request): Print => (request.query.print === 'large' ? 'large' : 'normal');
