import { type Day, spellDay, spellDayOrMonth } from '../questionnaire/calendar.ts';
import { askedFor } from './asked-for.ts';
import type { Happening } from './timeline.ts';

/** What each kind of event is called in a list of events, by name ("answer-no"). */
export type EventWords = Readonly<Record<string, string>>;

/** The key of its words: what happened and, if it has several outcomes, which one. */
function nameOf(happening: Happening): string {
  switch (happening.what) {
    case 'sent-letter':
      return `sent-${happening.said.letter.replace(/-(?:treatment|diagnosis)$/, '')}`;
    case 'asked':
      return `asked-${happening.said['asked-for']}`;
    case 'answer':
      return `answer-${happening.said['answer-was']}`;
    case 'funding':
      return `funding-${happening.said['funding-was']}`;
    case 'complaint-answer':
      return `complaint-${happening.said['complaint-was']}`;
    case 'appointment':
      return `appointment-${happening.said.with}`;
    default:
      return happening.what;
  }
}

const lineOf = (one: Happening, text: string) => `${spellDayOrMonth(one.when)} - ${text}`;

/** Everything that happened, a line each: day and event, without names. */
export const eventsFrom = (timeline: readonly Happening[], words: EventWords): readonly string[] =>
  timeline.flatMap((one) => {
    const text = words[nameOf(one)];
    return text ? [lineOf(one, text)] : [];
  });

/** What was heard since the last request, with the day that was given for an answer. */
export function heardFrom(timeline: readonly Happening[], words: EventWords): readonly string[] {
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

function namedDayOf(one: Happening): Day | undefined {
  if (one.what === 'answer') return one.said['look-again-on'];
  return 'answer-by' in one.said ? one.said['answer-by'] : undefined;
}
