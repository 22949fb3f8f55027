import type { Day, Month } from '../questionnaire/calendar.ts';
import type { FormInput } from '../questionnaire/fields/field.ts';
import { dayInputs } from '../questionnaire/fields/day-parts.ts';
import { LIMITS } from '../questionnaire/fields/limits.ts';
import type { CHASED, LetterId } from '../questionnaire/questions/people.ts';
import { askedFor } from './asked-for.ts';
import { eventsFrom, type EventWords, heardFrom } from './event-lines.ts';
import type { TimelineEntry, TimelineEntryOf } from './timeline.ts';

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
  timeline: readonly TimelineEntry[],
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
      return listOf('board-reasons', lastRefusedFunding(timeline)?.values.reasons ?? []);
    case 'events':
      return listOf('events', eventsFrom(timeline, words));
    default:
      return {};
  }
}

/** Lines as their field holds them: only the latest, if there are too many. */
const listOf = (field: string, lines: readonly string[]): FormInput =>
  lines.length > 0 ? { [field]: lines.slice(-LIMITS.listItems).join('\n') } : {};

/** A day or a month as the three inputs of a date hold it; nothing if it is not known. */
const knownDay = (field: string, time: Day | Month | undefined): FormInput =>
  time ? dayInputs(field, time) : {};

const lastAsked = (timeline: readonly TimelineEntry[], what: ReturnType<typeof askedFor>) =>
  timeline.findLast((one) => askedFor(one) === what);

/** What still has no answer, by the latest entry that asked for something or moved it on. */
function aboutFrom(timeline: readonly TimelineEntry[]): (typeof CHASED)[number] | undefined {
  const answered = timeline.findLastIndex(
    (one) => one.what === 'complaint-answer' && one.values['complaint-was'] !== 'not-final',
  );
  return timeline
    .map((one, place) => {
      const about = unansweredIn(one);
      return about === 'complaint' && place < answered ? undefined : about;
    })
    .findLast((about) => about !== undefined);
}

/** What an entry leaves without an answer; undefined if it changes nothing. */
function unansweredIn(one: TimelineEntry): (typeof CHASED)[number] | undefined {
  switch (one.what) {
    case 'acknowledged':
      return 'complaint';
    case 'funding':
      return one.values['funding-was'] === 'agreed' ? 'referral' : 'funding';
    case 'had-it':
      return one.values.report === 'no' ? 'report' : undefined;
    case 'answer':
      if (one.values['answer-was'] !== 'yes') return undefined;
      return one.values['agreed-where'] === 'out-of-area' ? 'funding' : 'referral';
    default:
      return askedFor(one);
  }
}

const OF_THE_OPINION: readonly unknown[] = ['referral', 'funding', 'report'];

function earlierFrom(timeline: readonly TimelineEntry[]): FormInput {
  const about = aboutFrom(timeline);
  if (!about) return {};
  const asked = lastAsked(
    timeline,
    OF_THE_OPINION.includes(about) ? 'second-opinion' : (about as ReturnType<typeof askedFor>),
  );
  const how = asked?.what === 'asked' || asked?.what === 'sent-letter' ? asked.values.how : undefined;
  const track = about === 'complaint' ? 'acknowledged' : 'funding';
  const referred = timeline.findLast(
    (one): one is TimelineEntryOf<'acknowledged' | 'funding'> => one.what === track,
  );
  return {
    about,
    ...knownDay('asked-on', asked?.when),
    ...(how ? { 'asked-how': how } : {}),
    ...(referred?.values.reference && (about === 'complaint' || about === 'funding')
      ? { 'their-reference': referred.values.reference }
      : {}),
  };
}

function theAnswerFrom(timeline: readonly TimelineEntry[]): FormInput {
  const place = timeline.findLastIndex((one) => one.what === 'answer' && one.values['answer-was'] === 'no');
  const refusal = timeline[place] as TimelineEntryOf<'answer'> | undefined;
  if (!refusal) return {};
  const { values, when } = refusal;
  return {
    ...knownDay('asked-on', lastAsked(timeline.slice(0, place), 'second-opinion')?.when),
    ...knownDay('refused-on', when),
    ...(values['reasons-given'] ? { 'reasons-given': values['reasons-given'] } : {}),
    ...listOf('reasons', values.reasons),
  };
}

/** A complaint goes first to those who refused: a GP's surgery, or the service of any other professional. */
function complainToFrom(timeline: readonly TimelineEntry[]): FormInput {
  const refusal = timeline.findLast(
    (one): one is TimelineEntryOf<'answer'> => one.what === 'answer' && one.values['answer-was'] === 'no',
  );
  const by = refusal?.values['answered-by'];
  if (by === undefined || by === 'not-sure') return {};
  return { 'complain-to': by === 'gp' ? 'practice' : 'service' };
}

/** The body that has the complaint or the decision on funding, if an entry names it. */
function recipientFrom(timeline: readonly TimelineEntry[], letter: LetterId | undefined): FormInput {
  const isAbout = (one: TimelineEntry) =>
    letter === 'funding-review'
      ? one.what === 'funding' || isSent(one, 'funding-review')
      : one.what === 'acknowledged' || one.what === 'complaint-answer' || isSent(one, 'complaint');
  const named = timeline.filter((one) => isAbout(one) && one.values.who !== '');
  // The body as the letter named it is better than the person who wrote on its behalf.
  const who = (named.findLast(({ what }) => what === 'sent-letter') ?? named.at(-1))?.values.who;
  return who ? { 'recipient-name': who } : {};
}

const isSent = (one: TimelineEntry, letter: LetterId) =>
  one.what === 'sent-letter' && one.values.letter === letter;

const lastRefusedFunding = (timeline: readonly TimelineEntry[]) =>
  timeline.findLast(
    (one): one is TimelineEntryOf<'funding'> =>
      one.what === 'funding' && one.values['funding-was'] === 'refused',
  );

function decisionFrom(timeline: readonly TimelineEntry[]): FormInput {
  const refused = lastRefusedFunding(timeline);
  if (!refused) return {};
  return {
    ...knownDay('decision-on', refused.when),
    'decision-reference': refused.values.reference,
    ...knownDay('review-by', refused.values['review-by']),
  };
}
