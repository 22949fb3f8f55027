import { writeLetter } from '../../letters/compose.ts';
import type { WrittenLetter } from '../../letters/letter.ts';
import type { OpenJourney } from '../journey.ts';
import type { PageServices } from '../services.ts';

/** Under this name the journey keeps what its letters leave out. */
export const LEAVE_OUT = 'leave-out';

/**
 * The letter of a journey in which everything has been answered, as it is written on a day.
 * @throws Error where something has not
 */
export function write(open: OpenJourney, { content }: PageServices, day = open.today): WrittenLetter {
  const letter = writeLetter(open.answers, content.letters, day, open.journey.choices[LEAVE_OUT] ?? []);
  if (!letter) throw new Error('a whole journey without a letter');
  return letter;
}
