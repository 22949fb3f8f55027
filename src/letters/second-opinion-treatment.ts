import { defineLetter } from './letter.ts';
import { closing, ownWords, readOwnWords, shortOwnWords } from './parts/closing.ts';
import { SECOND_OPINION_CONSENT } from './parts/consent.ts';
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
  askForSecondOpinion,
  hopedFor,
  readSecondOpinion,
  shortHopes,
  shortTriedToResolve,
  terms,
  triedToResolve,
} from './parts/second-opinion.ts';
import {
  shortBackground,
  shortCounts,
  shortDiagnosis,
  shortMedicine,
  shortTimes,
  shortTreatments,
} from './parts/short-history.ts';
import { readWasTold, wasTold, wasToldSentences } from './parts/was-told.ts';
import { textNames } from './text-names.ts';

/** L.2: asks to be referred for a second opinion about the treatment. */
export const secondOpinionTreatment = defineLetter({
  id: 'second-opinion-treatment',
  words: textNames`
    title subject subject-for-another ask ask-gp was-told writer-was-told was-told-too
    writer-was-told-too told-no-other-options told-carry-on no-improvement no-improvement-of-several
    writer-told-no-other-options writer-told-carry-on`,
  read: (answers) =>
    answers.problems && {
      ...readHistory(answers),
      ...readSecondOpinion(answers),
      ...readWasTold(answers),
      ...readProblems(answers),
      ...readOwnWords(answers),
      readySentences: readReadySentences(answers),
    },
  recipient: toDoctor,
  ask: askForSecondOpinion,
  body: (facts, composer) => [
    ...history(facts, composer),
    ...background(facts, composer),
    ...triedToResolve(facts, composer),
    ...wasTold(facts, composer),
    ...composer.paragraph(
      ...chosen(facts, composer, 'unlikely-to-improve', 'quality-of-life', 'explore-options'),
    ),
    ...problems(facts, composer),
    ...sideEffects(facts, composer),
    ...treatmentsSoFar(facts, composer),
    ...hopedFor(facts, composer),
    ...composer.paragraph(...chosen(facts, composer, 'more-certain')),
    ...ownWords(facts, composer),
    ...composer.paragraph(...terms(facts, composer)),
    ...closing(facts, composer, composer.say('support')),
  ],
  short: (facts, composer) => [
    shortHopes(facts, composer),
    shortMedicine(facts, composer),
    shortDiagnosis(facts, composer),
    shortSideEffects(facts, composer),
    ...wasToldSentences(facts, composer),
    shortOwnProblems(facts, composer),
    shortOwnWords(facts, composer),
    shortTriedToResolve(facts, composer),
    shortProblemAreas(facts, composer),
    ...shortTimes(facts, composer),
    ...shortCounts(facts, composer),
    shortTreatments(facts, composer),
    shortBackground(facts, composer),
    ...chosen(facts, composer, 'unlikely-to-improve', 'quality-of-life'),
    ...terms(facts, composer, 'this-request'),
    ...chosen(facts, composer, 'explore-options', 'more-certain'),
  ],
  consent: SECOND_OPINION_CONSENT,
});
