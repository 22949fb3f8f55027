import { type Day, spellDay } from '../../questionnaire/calendar.ts';
import { DOWNLOADS, downloadsOf } from '../downloads.ts';
import { isPlanned, mayWrite, type OpenJourney } from '../journey.ts';

/** What a person should know about a journey before it ends. */
export interface EndingPerson {
  readonly nickname: string | undefined;
  readonly own: boolean;
  readonly letter: 'none' | 'unfinished' | 'not downloaded' | 'downloaded';
  /** The letter's files that were downloaded: the names of their labels. */
  readonly files: readonly ('pdf' | 'word' | 'text')[];
  readonly hasCardToGet: boolean;
  /** The last day of its code, in words; undefined if there is none. */
  readonly codeUntil: string | undefined;
}

/** The labels of the letter's files. */
const LABELS = { 'letter.pdf': 'pdf', 'letter.docx': 'word', 'letter.txt': 'text' } as const;

/** Each journey that is about to end. Only the page's own has a name, so no client's page names another. */
export const endingPeople = (journeys: readonly OpenJourney[], own: string): readonly EndingPerson[] =>
  journeys.map((open) => {
    const downloaded = downloadsOf(open.journey);
    const files = DOWNLOADS.flatMap((file) =>
      file !== 'card.pdf' && downloaded.includes(file) ? [LABELS[file]] : [],
    );
    const until = open.journey.codes.at(-1);
    return {
      nickname: (open.id === own && open.answers.nickname) || undefined,
      own: open.reader === 'oneself',
      letter: letterState(open, files),
      files,
      hasCardToGet: isPlanned(open) && mayWrite(open) && !downloaded.includes('card.pdf'),
      codeUntil: until && spellDay(until as Day),
    };
  });

function letterState(open: OpenJourney, files: readonly string[]): EndingPerson['letter'] {
  if (open.answers['who-for'] !== undefined && !mayWrite(open)) return 'none';
  if (open.walk.gap) return 'unfinished';
  return files.length > 0 ? 'downloaded' : 'not downloaded';
}
