import { type Request, type Response, Router } from 'express';
import { ageOn } from '../../questionnaire/calendar.ts';
import { severalTexts } from '../../questionnaire/fields/field.ts';
import { readText } from '../../questionnaire/fields/read-text.ts';
import { letterCaseFrom, type LetterCase } from '../../letters/case.ts';
import { compose, type Composed } from '../../letters/compose.ts';
import { sensitiveFacts } from '../../letters/leave-out.ts';
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
import { leaveOutView } from './leave-out-view.ts';
import type { Pages } from '../page.ts';
import { HttpError } from '../http-error.ts';
import type { PageServices } from '../services.ts';
import { shortVersion } from '../../letters/short.ts';
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
      letter: Written,
    ) => void | Promise<void>,
  ) =>
    inJourney(services, (request, response, open) => {
      const elsewhere = addressBefore(open);
      if (elsewhere) return response.redirect(303, elsewhere);
      return handle(request, response, open, write(open, services));
    });

  router.get(
    ADDRESS,
    withLetter((_request, response, open, { facts, composed, leftOut }) => {
      const { born } = facts.patient;
      metrics.letter(facts.letter, 'page');
      pages.send(
        response,
        'letter',
        {
          bodyClass: 'page-letter',
          backLink: `${open.base}/check-answers`,
          letterHtml: renderHtml(composed.document, 2),
          choices: leaveOutView(facts, composed.feelings, leftOut, services.content.questions[open.reader]),
          shortVersion: shortVersion(facts, services.content.letters, leftOut),
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
    withLetter(async (request, response, open, { facts, composed }) => {
      const possible = [...composed.feelings.keys(), ...sensitiveFacts(facts).map(({ key }) => key)];
      // A browser sends every line end as two characters.
      const leaveOut = severalTexts(formOf(request), LEAVE_OUT).map(readText);
      if (!leaveOut.every((key) => possible.includes(key))) throw new HttpError('bad-request');
      const written = await open.journey.choose(LEAVE_OUT, leaveOut);
      if (written === 'gone') throw new HttpError('gone');
      response.redirect(303, `${open.base}/letter`);
    }),
  );

  router.get(
    '/journey/:id/letter.txt',
    withLetter(async (_request, response, open, { facts, composed }) => {
      await noteDownload(open, 'letter.txt');
      metrics.letter(facts.letter, 'txt');
      response
        .attachment('letter.txt')
        .type('text/plain; charset=utf-8')
        .send(renderPlainText(composed.document));
    }),
  );

  router.get(
    '/journey/:id/letter.docx',
    withLetter(async (request, response, open, { facts, composed }) => {
      await noteDownload(open, 'letter.docx');
      metrics.letter(facts.letter, 'docx');
      const docx = await renderDocx(composed.document, printOf(request), services.config.serviceName);
      response.attachment('letter.docx').send(docx);
    }),
  );

  router.get(
    '/journey/:id/letter.pdf',
    withLetter(async (request, response, open, { facts, composed }) => {
      const waiting = { signal: clientGone(response), key: open.id };
      const pdf = await services.pdfs.pdf(composed.document, printOf(request), waiting);
      await noteDownload(open, 'letter.pdf');
      metrics.letter(facts.letter, 'pdf');
      response.attachment('letter.pdf').type('application/pdf').send(pdf);
    }),
  );

  return router;
}

/** Under this name the journey keeps what its letter leaves out. */
const LEAVE_OUT = 'leave-out';

interface Written {
  readonly facts: LetterCase;
  readonly composed: Composed;
  readonly leftOut: ReadonlySet<string>;
}

function write(open: OpenJourney, { content, today }: PageServices): Written {
  const facts = letterCaseFrom(open.answers);
  if (!facts) throw new Error('a whole journey without a letter');
  const leftOut = new Set(open.journey.choices[LEAVE_OUT] ?? []);
  return { facts, leftOut, composed: compose(facts, content.letters, today(), leftOut) };
}

const printOf = (request: Request): Print => (request.query.print === 'large' ? 'large' : 'normal');
