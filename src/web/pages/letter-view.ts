import { LetterTooLong } from '../../formats/pdf/errors.ts';
import type { OrderOptions } from '../../formats/pdf/queue.ts';
import { renderHtml } from '../../formats/html.ts';
import { renderPlainText } from '../../formats/plain-text.ts';
import type { LetterDocument, Print } from '../../letters/document.ts';
import type { LeaveOutChoice } from '../../letters/leave-out.ts';
import type { WrittenLetter } from '../../letters/letter.ts';
import type { People } from '../../letters/people.ts';
import { SHORT_LIMITS } from '../../letters/short.ts';
import type { OpenJourney } from '../journey.ts';
import { questionAddress } from '../next-address.ts';
import type { PageServices } from '../services.ts';
import { sentBefore } from './letter-copies.ts';
import { letterNotes } from './letter-notes.ts';
import { recordDiffers } from './record-differs.ts';
import { sentFormOf } from './record-sent.ts';

/** The fewest capitals on a line of large print, and a number of lines that surely fits on 15 such pages. */
const FEWEST_ON_A_LINE = 28;
const SURELY_ROOM_FOR = 350;

/**
 * Everything that the letter's page shows.
 * @param isGone aborted when the client has gone, so that the pages of its letter are no longer counted
 */
export async function letterView(
  open: OpenJourney,
  { id, people, document, choices, shortVersion }: WrittenLetter,
  services: PageServices,
  isGone: AbortSignal,
): Promise<Readonly<Record<string, unknown>>> {
  const { labels, parts } = services.content.views.letter[open.reader];
  const notes = letterNotes(open, id, people);
  const text = renderPlainText(document);
  const { normal, large } = await tooLongIn(document, text, services, {
    signal: isGone,
    key: `${open.id} pages`,
  });
  return {
    bodyClass: 'page-letter',
    backLink: `${open.base}/check-answers`,
    title: labels.title!,
    labels,
    parts,
    letterHtml: renderHtml(document, 2),
    text,
    isTooLong: normal,
    isTooLongInLarge: large,
    unprintable: unprintableIn(document, open, services),
    isNotFound: isNotFound(people),
    isQuick: open.answers['help-with'] === 'quick-letter',
    before: notes.before.map((name) => parts[name]),
    alert: parts[open.answers.nation === 'northern-ireland' ? 'alertNorthernIreland' : 'alert'],
    sent: await sentBefore(open, services),
    sentForm: sentFormOf(open, services),
    differs: recordDiffers(open, services),
    questions: byQuestion(choices, open, services),
    nextSteps: notes.nextSteps.map((name) => parts[name]),
    shortVersions: SHORT_LIMITS.map((limit) => ({
      limit,
      label: labels.short!.replace('{limit}', limit.toLocaleString('en-GB')),
      text: shortVersion(limit),
    })),
    goodToKnow: notes.goodToKnow.map((name) => parts[name]),
    isClient: open.answers['who-for'] === 'client',
  };
}

/** Whether nothing in the letter shows a surgery which record it belongs to. */
function isNotFound({ writer, patient, contact }: People): boolean {
  const address = writer.is === 'patient' ? contact.address : patient.address;
  return patient.born === undefined && patient.nhsNumber === '' && address.length === 0;
}

/** Whether the PDF is too long in each print. A letter of usual length is shown without counting pages. */
async function tooLongIn(
  document: LetterDocument,
  text: string,
  { pdfs }: PageServices,
  orderOptions: OrderOptions,
) {
  const lines = text.split('\n').length + text.length / FEWEST_ON_A_LINE;
  if (lines < SURELY_ROOM_FOR) return { normal: false, large: false };
  // If the pages cannot be counted now, the download will say so.
  const isTooLong = (print: Print) =>
    pdfs.pages(document, print, orderOptions).then(
      () => false,
      (error: unknown) => error instanceof LetterTooLong,
    );
  const normal = await isTooLong('normal');
  return { normal, large: normal || (await isTooLong('large')) };
}

/** The characters that the PDF cannot print, each with the question where it was typed, or its line. */
function unprintableIn(document: LetterDocument, open: OpenJourney, { content, pdfs }: PageServices) {
  return pdfs.unprintableIn(document).map(({ characters, text, from }) => ({
    characters: characters.join(' '),
    where: from ? content.questions[open.reader].get(from.question)!.name : text,
  }));
}

/** What can be left out, question by question in the letter's order, each with a link to change it. */
function byQuestion(choices: readonly LeaveOutChoice[], open: OpenJourney, { content }: PageServices) {
  const slugs = [...new Set(choices.map(({ question }) => question))];
  return slugs.map((slug) => ({
    slug,
    name: content.questions[open.reader].get(slug)!.name,
    change: questionAddress(open, slug, 'letter'),
    lines: choices.filter(({ question }) => question === slug),
  }));
}
