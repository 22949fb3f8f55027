import { type Day, spellDay } from '../../questionnaire/calendar.ts';
import type { LetterId } from '../../questionnaire/questions/people.ts';
import type { OpenJourney } from '../journey.ts';

/** What a letter is in its file's name, which anybody at the computer may read: not whether it is about an illness. */
const KINDS: Readonly<Record<LetterId, string>> = {
  'review-treatment': 'review',
  'second-opinion-treatment': 'second-opinion',
  'review-diagnosis': 'review',
  'second-opinion-diagnosis': 'second-opinion',
  chaser: 'reminder',
  'ask-reasons': 'reasons',
  complaint: 'complaint',
  'funding-review': 'funding-review',
};

/**
 * The name of a letter's file, without its ending. An advocate has many letters in one folder, so theirs name the
 * kind and the day ("second-opinion-letter-22-november-2026"); others' say nothing. Nothing in it was typed.
 */
export function letterFileName({ answers }: Pick<OpenJourney, 'answers'>, id: LetterId, today: Day): string {
  if (answers['who-for'] !== 'client') return 'letter';
  return `${KINDS[id]}-letter-${spellDay(today).toLowerCase().replaceAll(' ', '-')}`;
}
