import { writeLetter } from '../../letters/compose.ts';
import type { WrittenLetter } from '../../letters/letter.ts';
import type { OpenJourney } from '../journey.ts';
import type { PageServices } from '../services.ts';

/** Under this name the journey keeps what its letter leaves out. */
export const LEAVE_OUT = 'leave-out';

/** The letter of a whole journey, as it is written on a day. */
export function write(open: OpenJourney, { content }: PageServices, day = open.today): WrittenLetter {
  const letter = writeLetter(open.answers, content.letters, day, open.journey.choices[LEAVE_OUT] ?? []);
  if (!letter) throw new Error('a whole journey without a letter');
  return letter;
}
