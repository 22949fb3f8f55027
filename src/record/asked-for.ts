import type { Happening } from './timeline.ts';

/** What a happening asked for; undefined if that cannot be chased. */
export function askedFor(
  happening: Happening,
): 'second-opinion' | 'review' | 'reasons' | 'complaint' | undefined {
  if (happening.what === 'asked') {
    const asked = happening.said['asked-for'];
    if (asked === 'news') return undefined;
    return asked === 'again' ? 'second-opinion' : asked;
  }
  if (happening.what !== 'sent-letter') return undefined;
  const { letter } = happening.said;
  if (letter === 'complaint') return 'complaint';
  if (letter === 'ask-reasons') return 'reasons';
  if (letter.startsWith('review-')) return 'review';
  return letter.startsWith('second-opinion-') ? 'second-opinion' : undefined;
}
