import { defineLetter } from './letter.ts';
import { changeWanted, readChangeWanted, shortChange } from './parts/change-wanted.ts';
import { closing, ownWords, readOwnWords, shortOwnWords } from './parts/closing.ts';
import { REVIEW_CONSENT } from './parts/consent.ts';
import { readHistory } from './parts/history-facts.ts';
import { background, history, treatmentsSoFar } from './parts/history.ts';
import {
  problems,
  readProblems,
  shortOwnProblems,
  shortProblemAreas,
  shortSideEffects,
  sideEffects,
} from './parts/problems.ts';
import { chosen, readReadySentences } from './parts/ready-sentences.ts';
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

/** L.1: asks the doctor to review the treatment. */
export const reviewTreatment = defineLetter({
  id: 'review-treatment',
  words: textNames`
    title subject subject-for-another ask wants wants-by-authority change-different-treatment
    change-talking-therapy change-reduce-medicine change-increase-medicine change-stop-medicine
    change-talk-over-options wants-details wants-more short-change short-change-details hope`,
  read(answers) {
    const change = readChangeWanted(answers);
    return (
      change && {
        ...change,
        ...readHistory(answers),
        ...readProblems(answers),
        ...readOwnWords(answers),
        readySentences: readReadySentences(answers),
      }
    );
  },
  recipient: toDoctor,
  ask: (_facts, composer) => [composer.say('ask')],
  body: (facts, composer) => [
    ...history(facts, composer),
    ...background(facts, composer),
    ...composer.paragraph(...chosen(facts, composer, 'quality-of-life')),
    ...changeWanted(facts, composer),
    ...problems(facts, composer),
    ...sideEffects(facts, composer),
    ...treatmentsSoFar(facts, composer),
    ...ownWords(facts, composer),
    ...closing(facts, composer, composer.say('hope')),
  ],
  short: (facts, composer) => [
    ...shortChange(facts, composer),
    shortMedicine(facts, composer),
    shortDiagnosis(facts, composer),
    shortSideEffects(facts, composer),
    shortOwnProblems(facts, composer),
    shortOwnWords(facts, composer),
    shortProblemAreas(facts, composer),
    ...shortTimes(facts, composer),
    ...shortCounts(facts, composer),
    shortTreatments(facts, composer),
    shortBackground(facts, composer),
    ...chosen(facts, composer, 'quality-of-life'),
  ],
  consent: REVIEW_CONSENT,
});
