import type { LetterCase } from './case.ts';
import type { Letter } from './letter.ts';
import { diagnosisGiven } from './parts/care.ts';
import { closing, ownWords } from './parts/closing.ts';
import { problems } from './parts/effects.ts';
import { background, history } from './parts/history.ts';

/** L.3: asks the doctor to review the diagnosis. */
export const reviewDiagnosis: Letter = {
  words: ['title', 'subject', 'subject-for-another', 'ask', 'worried', 'full-picture', 'hope'],
  asks: () => ['ask'],
  body: (facts, composer) => [
    ...composer.paragraph(composer.feel('worried'), tellsMore(facts) ? composer.say('full-picture') : ''),
    ...background(facts, composer),
    ...history(facts, composer, diagnosisGiven(facts, composer)),
    ...problems(facts, composer),
    ...ownWords(facts, composer),
    ...closing(facts, composer, composer.say('hope')),
  ],
};

/** Whether anything about the problems follows: all of it may have been left out. */
const tellsMore = ({ background: told, problemAreas, problems: typed, ownWords: own }: LetterCase): boolean =>
  told !== '' || own !== '' || problemAreas.length + typed.length > 0;
