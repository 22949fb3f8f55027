import { defineLetter } from './letter.ts';
import { closing, ownWords, readOwnWords, shortOwnWords } from './parts/closing.ts';
import { REVIEW_CONSENT } from './parts/consent.ts';
import { readHistory } from './parts/history-facts.ts';
import { background, history, treatmentsSoFar } from './parts/history.ts';
import { problems, readProblems, shortOwnProblems, shortProblemAreas } from './parts/problems.ts';
import { chosen, readReadySentences } from './parts/ready-sentences.ts';
import { readReasons, reasons, shortReasons } from './parts/reasons.ts';
import { toDoctor } from './parts/recipient.ts';
import {
  shortBackground,
  shortCounts,
  shortDiagnosis,
  shortMedicine,
  shortTimes,
  shortTreatments,
} from './parts/short-history.ts';
import { textNames } from './text-names.ts';

/** L.3: asks the doctor to review the diagnosis. */
export const reviewDiagnosis = defineLetter({
  id: 'review-diagnosis',
  words: textNames`
    title subject subject-for-another ask full-picture hope hope-for-it`,
  read: (answers) =>
    answers.problems && {
      ...readHistory(answers),
      ...readReasons(answers),
      ...readProblems(answers),
      ...readOwnWords(answers),
      readySentences: readReadySentences(answers),
    },
  recipient: toDoctor,
  ask: (_facts, composer) => [composer.say('ask')],
  body(facts, composer) {
    const matters = chosen(facts, composer, 'right-diagnosis');
    const worried = chosen(facts, composer, 'worried');
    const picture = [
      background(facts, composer),
      history(facts, composer),
      reasons(facts, composer),
      composer.paragraph(...chosen(facts, composer, 'quality-of-life')),
      problems(facts, composer),
      treatmentsSoFar(facts, composer),
      ownWords(facts, composer),
    ];
    // One thing alone is not a full picture.
    const isFull = picture.filter((kind) => kind.length > 0).length > 1;
    return [
      ...composer.paragraph(...worried, isFull ? composer.say('full-picture') : ''),
      ...picture.flat(),
      // The sentence before may already say "the right diagnosis".
      ...closing(facts, composer, ...matters, composer.say(matters.some(Boolean) ? 'hope-for-it' : 'hope')),
    ];
  },
  short: (facts, composer) => [
    shortDiagnosis(facts, composer),
    shortReasons(facts, composer),
    shortOwnProblems(facts, composer),
    shortMedicine(facts, composer),
    shortOwnWords(facts, composer),
    shortBackground(facts, composer),
    shortProblemAreas(facts, composer),
    ...shortTimes(facts, composer),
    ...shortCounts(facts, composer),
    shortTreatments(facts, composer),
    ...chosen(facts, composer, 'worried', 'quality-of-life', 'right-diagnosis'),
  ],
  consent: REVIEW_CONSENT,
});
