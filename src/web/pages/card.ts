import { type Request, type Response, Router } from 'express';
import { severalTexts } from '../../questionnaire/fields/field.ts';
import type { AdviceSituation } from '../../record/situation.ts';
import { cardChoices, composeCard, MOST_MENTIONS, speakerOf } from '../../letters/card/card.ts';
import { renderHtml } from '../../formats/html.ts';
import { clientGone } from '../client-gone.ts';
import { noteDownload } from '../downloads.ts';
import { formOf } from '../forms.ts';
import { inJourney, isPlanned, mayWrite, type OpenJourney, orThrowGone } from '../journey.ts';
import { nextAddress } from '../next-address.ts';
import type { Pages } from '../page.ts';
import type { PageServices } from '../services.ts';

const ADDRESS = '/journey/:id/card';

/** The field that chooses what to mention, and the name of the journey's choice. */
const MENTION = 'mention';

const mentionedIn = ({ journey }: OpenJourney): readonly string[] => journey.choices[MENTION] ?? [];

/** The appointment card: what to say, on one page, to read here or to print. */
export function cardPages(services: PageServices, pages: Pages): Router {
  const router = Router();
  const { card } = services.content;

  /** A handler for people with a plan and the right to act; others are redirected to their next page. */
  const withCard = (
    handle: (
      response: Response,
      open: OpenJourney,
      situation: AdviceSituation,
      request: Request,
    ) => void | Promise<void>,
  ) =>
    inJourney(services, (request: Request, response, open) => {
      const situation = situationOf(open);
      if (!situation) return response.redirect(303, nextAddress(open, 'situation', undefined));
      return handle(response, open, situation, request);
    });

  function show(
    response: Response,
    open: OpenJourney,
    situation: AdviceSituation,
    ticked: readonly string[],
    isTooMany: boolean,
  ): void {
    const own = open.reader === 'oneself';
    const { labels, parts } = services.content.views.card[open.reader];
    response.status(isTooMany ? 422 : 200);
    pages.send(
      response,
      'card',
      {
        bodyClass: 'page-card',
        backLink: `${open.base}/plan`,
        title: labels.title!,
        labels,
        parts,
        cardHtml: renderHtml(composeCard(situation, card.words, mentionedIn(open)), 2),
        choices: cardChoices(situation, card.words).map(({ value, text, isPrivate }) => ({
          value,
          text,
          ...(isPrivate ? { hint: { text: labels.private } } : {}),
          checked: ticked.includes(value),
        })),
        isTooMany,
        isTheirs: !own && speakerOf(situation) === 'oneself',
        isAboutMedicine: situation.concern !== 'diagnosis',
        facts: card.facts,
        sources: card.sources,
        overdue: card.reviewBy < open.today,
      },
      open,
    );
  }

  router.get(
    ADDRESS,
    withCard((response, open, situation) => show(response, open, situation, mentionedIn(open), false)),
  );

  router.post(
    ADDRESS,
    withCard(async (response, open, situation, request) => {
      const offered = new Set(cardChoices(situation, card.words).map(({ value }) => value));
      const ticked = [...new Set(severalTexts(formOf(request), MENTION))].filter((one) => offered.has(one));
      if (ticked.length > MOST_MENTIONS) return show(response, open, situation, ticked, true);
      orThrowGone(await open.journey.choose(MENTION, ticked));
      response.redirect(303, `${open.base}/card`);
    }),
  );

  router.get(
    `${ADDRESS}.pdf`,
    withCard(async (response, open, situation) => {
      const orderOptions = { signal: clientGone(response), key: open.id };
      const document = composeCard(situation, card.words, mentionedIn(open));
      const pdf = await services.pdfs.pdf(document, 'normal', orderOptions);
      await noteDownload(open, 'card.pdf');
      response.attachment('card.pdf').type('application/pdf').send(pdf);
    }),
  );

  return router;
}

/** The situation for the card; undefined before part 1 is done, without a plan or the right to act. */
function situationOf(open: OpenJourney): AdviceSituation | undefined {
  if (!isPlanned(open) || !mayWrite(open)) return undefined;
  const situation = open.situation();
  return situation.wants === 'advice' ? situation : undefined;
}
