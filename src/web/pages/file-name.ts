import { spellDay } from '../../questionnaire/calendar.ts';
import type { LetterId } from '../../questionnaire/questions/people.ts';
import type { OpenJourney } from '../journey.ts';

/** The kind of letter in its file name, which anybody at the computer may read: nothing about an illness. */
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
 * The name of a letter's file, without its ending. An advocate has many letters in one folder, so theirs have
 * the kind and the day ("second-opinion-letter-22-november-2026"); all others are "letter". It never has user
 * input.
 */
export function letterFileName(
  { answers, today }: Pick<OpenJourney, 'answers' | 'today'>,
  id: LetterId,
): string {
  if (answers['who-for'] !== 'client') return 'letter';
  return `${KINDS[id]}-letter-${spellDay(today).toLowerCase().replaceAll(' ', '-')}`;
}
