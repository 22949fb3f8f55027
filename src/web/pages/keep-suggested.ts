import type { KeepFor } from '../../store/keep-for.ts';
import type { OpenJourney } from '../journey.ts';

/** How long we suggest keeping a code: an answer takes weeks, and an answer to a complaint takes months. */
export function suggestedKeepFor({ journey }: Pick<OpenJourney, 'journey'>): KeepFor {
  const sent = journey.entries.filter(({ what }) => what === 'sent-letter');
  if (sent.some(({ fields }) => fields.letter === 'complaint')) return '12-months';
  return sent.length > 0 ? '3-months' : '28-days';
}
