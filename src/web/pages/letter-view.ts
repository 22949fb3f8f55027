import type { ViewWords } from '../../content/views.ts';
import { LetterTooLong } from '../../formats/pdf/errors.ts';
import { renderHtml } from '../../formats/html.ts';
import { renderPlainText } from '../../formats/plain-text.ts';
import type { LetterDocument, Print } from '../../letters/document.ts';
import type { LeaveOutChoice } from '../../letters/leave-out.ts';
import type { WrittenLetter } from '../../letters/letter.ts';
import type { People } from '../../letters/people.ts';
import { SHORT_LIMITS } from '../../letters/short.ts';
import { ageOn } from '../../questionnaire/calendar.ts';
import type { LetterId } from '../../questionnaire/questions/people.ts';
import { isPlanned, type OpenJourney } from '../journey.ts';
import { questionAddress } from '../next-address.ts';
import type { PageServices } from '../services.ts';
import { sentBefore } from './letter-copies.ts';
import { recordDiffers } from './record-differs.ts';
import { sentFormOf } from './record-sent.ts';

const ADULT = 18;

/** Capitals of large print take this many to a line at the fewest, and 15 pages of it have room for this many lines. */
const FEWEST_ON_A_LINE = 28;
const SURELY_ROOM_FOR = 350;

/** Everything that the letter's page shows. */
export async function letterView(
  open: OpenJourney,
  { id, people, document, choices, shortVersion }: WrittenLetter,
  services: PageServices,
): Promise<Readonly<Record<string, unknown>>> {
  const { labels, parts } = services.content.views.letter[open.reader];
  const text = renderPlainText(document);
  const { normal, large } = await tooLongIn(document, text, services);
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
    before: beforeHandingIn(open, people).map((name) => parts[name]),
    alert: parts[open.answers.nation === 'northern-ireland' ? 'alertNorthernIreland' : 'alert'],
    sent: await sentBefore(open, services),
    sentForm: sentFormOf(open, services),
    differs: recordDiffers(open, services),
    recordWords: services.content.record.letter,
    questions: byQuestion(choices, open, services),
    nextSteps: nextSteps(open, people, id).map((name) => parts[name]),
    shortVersions: SHORT_LIMITS.map((limit) => ({
      limit,
      label: labels.short!.replace('{limit}', limit.toLocaleString('en-GB')),
      text: shortVersion(limit),
    })),
    goodToKnow: goodToKnow(open, people, id, services).map((name) => parts[name]),
    isClient: open.answers['who-for'] === 'client',
  };
}

type PartName = keyof ViewWords['parts'];

const isBy = (open: OpenJourney, ...ways: readonly string[]) => ways.includes(open.answers.detained ?? '');

/** What has to be done with the letter before anybody else has it. */
function beforeHandingIn(open: OpenJourney, { writer }: People): readonly PartName[] {
  const { nation, 'help-with': helpWith } = open.answers;
  const hasImhas = nation === 'england' || nation === 'wales';
  return [
    ...(writer.is === 'representative' && writer.right === 'agreement' ? ['consent'] : []),
    ...(isBy(open, 'section', 'community-order')
      ? [hasImhas ? 'advocateFirst' : 'advocateFirstElsewhere']
      : []),
    // The short way does not ask where somebody is.
    ...(helpWith === 'quick-letter' ? ['ifUnderSection'] : []),
  ];
}

/** The letters that no doctor gets, which are kept apart from the health record. */
const TO_A_BODY: readonly LetterId[] = ['complaint', 'funding-review'];

/** What to do with the letter, in five lines. */
function nextSteps(open: OpenJourney, { writer }: People, id: LetterId): readonly PartName[] {
  const isTheirs = open.reader === 'another' && writer.is === 'patient';
  const isToBody = TO_A_BODY.includes(id);
  const isOnWard = isBy(open, 'section', 'in-hospital-by-choice');
  return [
    isTheirs ? 'signTheirs' : 'sign',
    isToBody ? 'handInToBody' : isOnWard ? 'handInWard' : 'handIn',
    isToBody ? 'sayToBody' : 'say',
    'keep',
    isPlanned(open) ? 'hearPlan' : 'hear',
  ];
}

function goodToKnow(
  open: OpenJourney,
  { patient: { born } }: People,
  id: LetterId,
  { today }: PageServices,
): readonly PartName[] {
  return [
    ...(born !== undefined && ageOn(born, today()) < ADULT ? ['under18'] : []),
    ...(open.answers.nation === 'england' ? [] : ['elsewhere']),
    'medicine',
    ...(TO_A_BODY.includes(id) ? [] : ['record']),
    'notAdvice',
  ];
}

/** Whether nothing in the letter tells a surgery which record it belongs to. */
function isNotFound({ writer, patient, contact }: People): boolean {
  const address = writer.is === 'patient' ? contact.address : patient.address;
  return patient.born === undefined && patient.nhsNumber === '' && address.length === 0;
}

/** Of which prints the PDF has no room for it: a usual letter is shown without waiting for a count. */
async function tooLongIn(document: LetterDocument, text: string, services: PageServices) {
  const lines = text.split('\n').length + text.length / FEWEST_ON_A_LINE;
  if (lines < SURELY_ROOM_FOR) return { normal: false, large: false };
  const normal = await isTooLong(document, 'normal', services);
  return { normal, large: normal || (await isTooLong(document, 'large', services)) };
}

/** Whether the PDF has no room for it; where the count cannot be had, the download says so itself. */
async function isTooLong(document: LetterDocument, print: Print, { pdfs }: PageServices): Promise<boolean> {
  try {
    await pdfs.pages(document, print);
    return false;
  } catch (error) {
    return error instanceof LetterTooLong;
  }
}

/** What the PDF cannot print, each with where it was typed, or the line that it is in. */
function unprintableIn(document: LetterDocument, open: OpenJourney, { content, pdfs }: PageServices) {
  return pdfs.unprintableIn(document).map(({ characters, text, from }) => ({
    characters: characters.join(' '),
    where: from ? content.questions[open.reader].get(from.question)!.name : text,
  }));
}

/** What can be left out, question by question in the letter's order, each with the way to change it. */
function byQuestion(choices: readonly LeaveOutChoice[], open: OpenJourney, { content }: PageServices) {
  const slugs = [...new Set(choices.map(({ question }) => question))];
  return slugs.map((slug) => ({
    slug,
    name: content.questions[open.reader].get(slug)!.name,
    change: questionAddress(open, slug, 'letter'),
    lines: choices.filter(({ question }) => question === slug),
  }));
}
