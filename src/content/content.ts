import { join } from 'node:path';
import { type AdvicesWords, readAdvice } from './advice.ts';
import { type CardContent, readCard } from './card.ts';
import { type EntriesWords, readEntries } from './entries.ts';
import { type FieldErrors, readFieldErrors } from './field-errors.ts';
import { type Ledger, readLedger } from './facts.ts';
import { readLetters } from './letters.ts';
import { type GuideSection, type PageName, type PageWords, readGuide, readPages } from './pages.ts';
import { type QuestionsWords, readQuestions } from './questions.ts';
import { readSamples, type Sample } from './samples.ts';
import { readViews, type ViewsWords } from './views.ts';
import type { Reader } from './voices.ts';
import type { LetterWords } from '../letters/words.ts';

/** Every word that a person reads, checked against the code. */
export interface Content {
  readonly ledger: Ledger;
  readonly fieldErrors: FieldErrors;
  readonly questions: Readonly<Record<Reader, QuestionsWords>>;
  readonly entries: Readonly<Record<Reader, EntriesWords>>;
  readonly advice: Readonly<Record<Reader, AdvicesWords>>;
  readonly letters: LetterWords;
  readonly card: CardContent;
  readonly guide: readonly GuideSection[];
  readonly pages: Readonly<Record<PageName, PageWords>>;
  readonly views: ViewsWords;
  /** Every letter for an invented person, with its description. */
  readonly samples: readonly Sample[];
}

/**
 * Reads the whole content folder once.
 * @throws Error that lists everything that does not fit the questions, the rules, the letters or the ledger
 */
export function loadContent(folder: string): Content {
  const problems: string[] = [];
  const report = (problem: string) => void problems.push(problem);
  const ledger = readLedger(join(folder, 'facts.yaml'), report);
  const fieldErrors = readFieldErrors(join(folder, 'errors'), report);
  const letters = readLetters(join(folder, 'letters'), report);
  const failOnProblems = () => {
    if (problems.length > 0)
      throw new Error(`The content does not fit the code:\n- ${problems.join('\n- ')}`);
  };
  const content = {
    ledger,
    fieldErrors,
    questions: readQuestions(join(folder, 'questions'), fieldErrors, report),
    entries: readEntries(join(folder, 'entries'), fieldErrors, report),
    advice: readAdvice(join(folder, 'advice'), ledger, report),
    letters,
    card: readCard(join(folder, 'cards'), ledger, report),
    guide: readGuide(join(folder, 'guide'), ledger, report),
    pages: readPages(join(folder, 'pages'), ledger, report),
    views: readViews(join(folder, 'views'), ledger, report),
  };
  failOnProblems();
  // The samples are written with the letters' words, which are complete by now.
  const samples = readSamples(folder, letters, ledger, report);
  failOnProblems();
  return { ...content, samples };
}
