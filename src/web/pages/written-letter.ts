import { writeLetter } from '../../letters/compose.ts';
import type { WrittenLetter } from '../../letters/letter.ts';
import type { OpenJourney } from '../journey.ts';
import type { PageServices } from '../services.ts';

/** The name of the journey's choice of what its letters leave out. */
export const LEAVE_OUT = 'leave-out';

/**
 * The letter of a journey without open questions, as written on a day.
 * @throws Error if a question is still open
 */
export function write(open: OpenJourney, { content }: PageServices, day = open.today): WrittenLetter {
  const letter = writeLetter(open.answers, content.letters, day, open.journey.choices[LEAVE_OUT] ?? []);
  if (!letter) throw new Error('the journey still has open questions');
  return letter;
}
