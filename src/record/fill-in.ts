import type { Day, Month } from '../questionnaire/calendar.ts';
import type { FormInput } from '../questionnaire/fields/field.ts';
import { LIMITS } from '../questionnaire/fields/limits.ts';
import type { CHASED, LetterId } from '../questionnaire/questions/people.ts';
import { askedFor } from './asked-for.ts';
import { eventsFrom, type EventWords, heardFrom } from './event-lines.ts';
import type { Happening, HappeningOf } from './timeline.ts';

/**
 * What the record can put into the empty fields of a later letter's question. It is offered to the person and
 * never counts as an answer by itself. Notes are not used, and `who` only as the body that the letter goes
 * to.
 * @param slug the question
 * @param letter the letter that is being written
 * @param timeline what has happened, in the order of days
 * @param words the question's words for what has happened
 * @returns only the fields that the record can fill
 */
export function filledIn(
  slug: string,
  letter: LetterId | undefined,
  timeline: readonly Happening[],
  words: EventWords,
): FormInput {
  switch (slug) {
    case 'earlier':
      return earlierFrom(timeline);
    case 'since':
      return listOf('heard', heardFrom(timeline, words));
    case 'the-answer':
      return theAnswerFrom(timeline);
    case 'complain-to':
      return complainToFrom(timeline);
    case 'decision':
      return decisionFrom(timeline);
    case 'recipient':
      return recipientFrom(timeline, letter);
    case 'board-reasons':
      return listOf('board-reasons', lastRefusedFunding(timeline)?.said.reasons ?? []);
    case 'events':
      return listOf('events', eventsFrom(timeline, words));
    default:
      return {};
  }
}

/** Lines as their field holds them: only the latest, if there are too many. */
const listOf = (field: string, lines: readonly string[]): FormInput =>
  lines.length > 0 ? { [field]: lines.slice(-LIMITS.listItems).join('\n') } : {};

/** A day or a month as the three inputs of a date hold it. */
function inputsOf(field: string, time: Day | Month | undefined): FormInput {
  if (time === undefined) return {};
  const [year = '', month = '', day = ''] = time.split('-');
  return {
    [`${field}-day`]: day.replace(/^0/, ''),
    [`${field}-month`]: month.replace(/^0/, ''),
    [`${field}-year`]: year,
  };
}

const lastAsked = (timeline: readonly Happening[], what: ReturnType<typeof askedFor>) =>
  timeline.findLast((one) => askedFor(one) === what);

/** What still has no answer, by the latest entry that asked for something or moved it on. */
function aboutFrom(timeline: readonly Happening[]): (typeof CHASED)[number] | undefined {
  for (const one of timeline.toReversed()) {
    const asked = askedFor(one);
    if (asked) return asked;
    if (one.what === 'acknowledged') return 'complaint';
    if (one.what === 'funding') return 'funding';
    if (one.what === 'had-it' && one.said.report === 'no') return 'report';
    if (one.what === 'answer' && one.said['answer-was'] === 'yes')
      return one.said['agreed-where'] === 'out-of-area' ? 'funding' : 'referral';
  }
  return undefined;
}

const OF_THE_OPINION: readonly unknown[] = ['referral', 'funding', 'report'];

function earlierFrom(timeline: readonly Happening[]): FormInput {
  const about = aboutFrom(timeline);
  if (!about) return {};
  const asked = lastAsked(
    timeline,
    OF_THE_OPINION.includes(about) ? 'second-opinion' : (about as ReturnType<typeof askedFor>),
  );
  const how = asked?.what === 'asked' || asked?.what === 'sent-letter' ? asked.said.how : undefined;
  const track = about === 'complaint' ? 'acknowledged' : 'funding';
  const referred = timeline.findLast(
    (one): one is HappeningOf<'acknowledged' | 'funding'> => one.what === track,
  );
  return {
    about,
    ...inputsOf('asked-on', asked?.when),
    ...(how ? { 'asked-how': how } : {}),
    ...(referred?.said.reference && (about === 'complaint' || about === 'funding')
      ? { 'their-reference': referred.said.reference }
      : {}),
  };
}

function theAnswerFrom(timeline: readonly Happening[]): FormInput {
  const place = timeline.findLastIndex((one) => one.what === 'answer' && one.said['answer-was'] === 'no');
  const refusal = timeline[place] as HappeningOf<'answer'> | undefined;
  if (!refusal) return {};
  const { said, when } = refusal;
  return {
    ...inputsOf('asked-on', lastAsked(timeline.slice(0, place), 'second-opinion')?.when),
    ...inputsOf('refused-on', when),
    ...(said['reasons-given'] ? { 'reasons-given': said['reasons-given'] } : {}),
    ...listOf('reasons', said.reasons),
  };
}

/** A complaint goes first to those who refused: a GP's surgery, or the service of any other professional. */
function complainToFrom(timeline: readonly Happening[]): FormInput {
  const refusal = timeline.findLast(
    (one): one is HappeningOf<'answer'> => one.what === 'answer' && one.said['answer-was'] === 'no',
  );
  const by = refusal?.said['answered-by'];
  if (by === undefined || by === 'not-sure') return {};
  return { 'complain-to': by === 'gp' ? 'practice' : 'service' };
}

/** The body that has the complaint or the decision on funding, if an entry names it. */
function recipientFrom(timeline: readonly Happening[], letter: LetterId | undefined): FormInput {
  const isAbout = (one: Happening) =>
    letter === 'funding-review'
      ? one.what === 'funding' || isSent(one, 'funding-review')
      : one.what === 'acknowledged' || one.what === 'complaint-answer' || isSent(one, 'complaint');
  const named = timeline.filter((one) => isAbout(one) && one.said.who !== '');
  // The body as the letter named it is better than the person who wrote on its behalf.
  const who = (named.findLast(({ what }) => what === 'sent-letter') ?? named.at(-1))?.said.who;
  return who ? { 'recipient-name': who } : {};
}

const isSent = (one: Happening, letter: LetterId) => one.what === 'sent-letter' && one.said.letter === letter;

const lastRefusedFunding = (timeline: readonly Happening[]) =>
  timeline.findLast(
    (one): one is HappeningOf<'funding'> => one.what === 'funding' && one.said['funding-was'] === 'refused',
  );

function decisionFrom(timeline: readonly Happening[]): FormInput {
  const refused = lastRefusedFunding(timeline);
  if (!refused) return {};
  return {
    ...inputsOf('decision-on', refused.when),
    'decision-reference': refused.said.reference,
    ...inputsOf('review-by', refused.said['review-by']),
  };
}
