import { type Day, spellDay, spellDayOrMonth } from '../questionnaire/calendar.ts';
import { askedFor } from './asked-for.ts';
import type { TimelineEntry } from './timeline.ts';

/** What each kind of event is called in a list of events, by name ("answer-no"). */
export type EventWords = Readonly<Record<string, string>>;

/** The key of its words: what happened and, if it has several outcomes, which one. */
function nameOf(entry: TimelineEntry): string {
  switch (entry.what) {
    case 'sent-letter':
      return `sent-${entry.values.letter.replace(/-(?:treatment|diagnosis)$/, '')}`;
    case 'asked':
      return `asked-${entry.values['asked-for']}`;
    case 'answer':
      return `answer-${entry.values['answer-was']}`;
    case 'funding':
      return `funding-${entry.values['funding-was']}`;
    case 'complaint-answer':
      return `complaint-${entry.values['complaint-was']}`;
    case 'appointment':
      return `appointment-${entry.values.with}`;
    default:
      return entry.what;
  }
}

const lineOf = (one: TimelineEntry, text: string) => `${spellDayOrMonth(one.when)} - ${text}`;

/** Everything that happened, a line each: day and event, without names. */
export const eventsFrom = (timeline: readonly TimelineEntry[], words: EventWords): readonly string[] =>
  timeline.flatMap((one) => {
    const text = words[nameOf(one)];
    return text ? [lineOf(one, text)] : [];
  });

/** What was heard since the last request, with the day that was given for an answer. */
export function heardFrom(timeline: readonly TimelineEntry[], words: EventWords): readonly string[] {
  const asked = timeline.findLastIndex((one) => askedFor(one) !== undefined);
  return timeline.slice(asked + 1).flatMap((one) => {
    const text = words[nameOf(one)];
    if (!text) return [];
    const by = namedDayOf(one);
    return [
      lineOf(one, by && words.expected ? `${text}, ${words.expected.replace('{day}', spellDay(by))}` : text),
    ];
  });
}

function namedDayOf(one: TimelineEntry): Day | undefined {
  if (one.what === 'answer') return one.values['look-again-on'];
  return 'answer-by' in one.values ? one.values['answer-by'] : undefined;
}
