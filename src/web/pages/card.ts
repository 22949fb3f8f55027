import { type Request, type Response, Router } from 'express';
import type { Answers } from '../../questionnaire/all-questions.ts';
import { type AdviceSituation, situationFrom } from '../../record/situation.ts';
import { composeCard, speakerOf } from '../../letters/card/card.ts';
import { renderHtml } from '../../formats/html.ts';
import { clientGone } from '../client-gone.ts';
import { noteDownload } from '../downloads.ts';
import { inJourney, isPlanned, mayWrite, type OpenJourney } from '../journey.ts';
import { nextAddress } from '../next-address.ts';
import type { Pages } from '../page.ts';
import type { PageServices } from '../services.ts';

const ADDRESS = '/journey/:id/card';

/** The appointment card: what to say, on one page, to read here or to print. */
export function cardPages(services: PageServices, pages: Pages): Router {
  const router = Router();
  const { card } = services.content;

  /** A handler for who has a plan and the right to act; anybody else goes to where they are. */
  const withCard = (
    handle: (response: Response, open: OpenJourney, situation: AdviceSituation) => void | Promise<void>,
  ) =>
    inJourney(services, (_request: Request, response, open) => {
      const situation = situationOf(open);
      if (!situation) return response.redirect(303, nextAddress(open, 'situation', undefined));
      return handle(response, open, situation);
    });

  router.get(
    ADDRESS,
    withCard((response, open, situation) => {
      const own = open.reader === 'oneself';
      pages.send(
        response,
        'card',
        {
          bodyClass: 'page-card',
          backLink: `${open.base}/plan`,
          cardHtml: renderHtml(composeCard(situation, card.words), 2),
          own,
          isTheirs: !own && speakerOf(situation) === 'oneself',
          isAboutMedicine: situation.concern !== 'diagnosis',
          facts: card.facts,
          sources: card.sources,
          overdue: card.reviewBy < services.today(),
        },
        open,
      );
    }),
  );

  router.get(
    `${ADDRESS}.pdf`,
    withCard(async (response, open, situation) => {
      const waiting = { signal: clientGone(response), key: open.id };
      const pdf = await services.pdfs.pdf(composeCard(situation, card.words), 'normal', waiting);
      await noteDownload(open, 'card.pdf');
      response.attachment('card.pdf').type('application/pdf').send(pdf);
    }),
  );

  return router;
}

/** What the card is made from; nothing before part 1 is done, without a plan, or without the right to act. */
function situationOf(open: OpenJourney): AdviceSituation | undefined {
  if (!isPlanned(open) || !mayWrite(open)) return undefined;
  const situation = situationFrom(open.answers as Answers, open.today);
  return situation.wants === 'advice' ? situation : undefined;
}
