import { mainText, type Statements } from '../asking.ts';

/** What docs/patterns.md says under "Words". */
export const WORDS: Statements = {
  'Nobody is called mentally ill or a victim, or said to be suffering': {
    test: ({ page }) => [/mentally ill\b|suffering from|afflicted by|victim of/i.exec(mainText(page))?.[0]],
  },
  'Nothing is called easy or simple, and nothing is in italics': {
    test: ({ page }) => [
      [...page.all('i'), ...page.all('em')].length > 0 && 'italics',
      /\b(simply|is easy|easily)\b/i.exec(mainText(page))?.[0],
    ],
  },
  'No page shows a name in braces where a word belongs': {
    test: ({ page }) => [/\{[\w-]+\}/.exec(mainText(page))?.[0]],
  },
  'Readability programs only point to words; people judge them': {
    readByAPerson: 'judged with each change of words',
  },
};
