import type { TimelineEntry } from './timeline.ts';

/** What an entry asked for; undefined if that cannot be chased. */
export function askedFor(
  entry: TimelineEntry,
): 'second-opinion' | 'review' | 'reasons' | 'complaint' | undefined {
  if (entry.what === 'asked') {
    const asked = entry.values['asked-for'];
    if (asked === 'news') return undefined;
    return asked === 'again' ? 'second-opinion' : asked;
  }
  if (entry.what !== 'sent-letter') return undefined;
  const { letter } = entry.values;
  if (letter === 'complaint') return 'complaint';
  if (letter === 'ask-reasons') return 'reasons';
  if (letter.startsWith('review-')) return 'review';
  return letter.startsWith('second-opinion-') ? 'second-opinion' : undefined;
}
