import type { Answers } from '../../questionnaire/all-questions.ts';
import { type Composer, from, type Wording } from '../composer.ts';
import type { Block } from '../document.ts';
import type { ShortItem } from '../short.ts';
import { quotedItems } from './quoted-items.ts';

/** What the answers say about a complaint. */
export interface ComplaintCase {
  readonly to: NonNullable<Answers['complain-to']>;
  readonly about: NonNullable<Answers['complaint-about']>;
  readonly events: readonly string[];
  readonly outcome: NonNullable<Answers['outcome-wanted']>;
  readonly talk: Answers['talk-about-it'];
}

const OTHER = 'other';
const choices = (all: readonly string[]) => all.filter((one) => one !== OTHER);

/** The service it is about and, only if the writer chose to name them, the member of staff. */
export const whom = ({ to }: ComplaintCase, composer: Composer): readonly Wording[] => [
  composer.fromAnswer(to['about-service'], from('complain-to', 'about-service')),
  to['name-doctor'].length > 0
    ? composer.fromAnswer(to['staff-name'], from('complain-to', 'staff-name'))
    : '',
];

/** What happened, each event a line. */
export const eventLines = ({ events }: ComplaintCase, composer: Composer) =>
  composer.lines('events', 'events', events);

/** What it is about: the chosen points. */
export const points = ({ about }: ComplaintCase, composer: Composer): readonly Wording[] =>
  choices(about['complaint-about']).map((point) =>
    composer.fromAnswer(
      composer.phrase(`about-${point}`),
      from('complaint-about', `complaint-about:${point}`),
    ),
  );

const DETAILS = from('complaint-about', 'complaint-details');

/** The name of the text that leads the typed details in: they are all of the complaint, or come after points. */
export function detailsLead({ about }: ComplaintCase): 'should-have' | 'only-other' | 'other' {
  const all = about['complaint-about'] as readonly string[];
  return !all.includes(OTHER) ? 'should-have' : all.length === 1 ? 'only-other' : 'other';
}

/** What was typed about it, quoted. */
export const details = (facts: ComplaintCase, composer: Composer): readonly Block[] =>
  composer.quotedUnder(detailsLead(facts), facts.about['complaint-details'], DETAILS);

/** The same for the short version. */
export const shortDetails = (facts: ComplaintCase, composer: Composer): ShortItem =>
  quotedItems(`short-${detailsLead(facts)}`, facts.about['complaint-details'], DETAILS, composer);

/** The questions that they should answer. */
export const questions = ({ outcome }: ComplaintCase, composer: Composer) =>
  composer.lines('outcome-wanted', 'questions-to-answer', outcome['questions-to-answer']);

/** The chosen outcomes. */
export const wanted = ({ outcome }: ComplaintCase, composer: Composer): readonly Wording[] =>
  choices(outcome.wanted).map((one) =>
    composer.fromAnswer(composer.phrase(`wanted-${one}`), from('outcome-wanted', `wanted:${one}`)),
  );

/** How the writer would like to talk about it. */
export function talk({ talk: answer }: ComplaintCase, composer: Composer): Wording {
  const way = answer?.['talk-about-it'];
  return way ? composer.fromAnswer(composer.say(`talk-${way}`), from('talk-about-it', 'talk-about-it')) : '';
}

/** The advocate to talk to as well. */
export function advocate({ talk: answer }: ComplaintCase, composer: Composer): Wording {
  const named = [answer?.['advocate-name'] ?? '', answer?.['advocate-contact'] ?? ''];
  const who = named.filter((one) => one !== '').join(', ');
  return composer.fromAnswer(who, from('talk-about-it', 'advocate-name'));
}
