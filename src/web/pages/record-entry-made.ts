import type { Day, Month } from '../../questionnaire/calendar.ts';
import type { Entry } from '../../store/journey.ts';
import type { OpenJourney } from '../journey.ts';

/** A new entry, with a time later than that of every other entry. */
export function newEntry(
  { journey }: OpenJourney,
  made: Pick<Entry, 'id' | 'what' | 'fields'>,
  { when }: { readonly when: Day | Month },
): Entry {
  const latest = Math.max(0, ...journey.entries.map(({ addedAt }) => addedAt + 1));
  return { ...made, when, addedAt: Math.max(Date.now(), latest) };
}
