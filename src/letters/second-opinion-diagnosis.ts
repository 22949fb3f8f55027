import { defineLetter } from './letter.ts';
import { closing, ownWords, readOwnWords, shortOwnWords } from './parts/closing.ts';
import { SECOND_OPINION_CONSENT } from './parts/consent.ts';
import { readHistory } from './parts/history-facts.ts';
import { background, history, treatmentsSoFar } from './parts/history.ts';
import { chosen, readReadySentences } from './parts/ready-sentences.ts';
import { readReasons, reasons, shortReasons } from './parts/reasons.ts';
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
import { textNames } from './text-names.ts';

/** L.4: asks to be referred for a second opinion about the diagnosis. */
export const secondOpinionDiagnosis = defineLetter({
  id: 'second-opinion-diagnosis',
  words: textNames`
    title subject subject-for-another ask ask-gp`,
  read: (answers) =>
    answers['reasons-to-disagree'] && {
      ...readHistory(answers),
      ...readSecondOpinion(answers),
      ...readReasons(answers),
      ...readOwnWords(answers),
      readySentences: readReadySentences(answers),
    },
  recipient: toDoctor,
  ask: askForSecondOpinion,
  body: (facts, composer) => [
    ...history(facts, composer),
    ...background(facts, composer),
    ...triedToResolve(facts, composer),
    ...reasons(facts, composer),
    ...composer.paragraph(...chosen(facts, composer, 'respect', 'right-diagnosis', 'not-knowing')),
    ...treatmentsSoFar(facts, composer),
    ...hopedFor(facts, composer),
    ...composer.paragraph(...chosen(facts, composer, 'more-certain')),
    ...ownWords(facts, composer),
    ...composer.paragraph(...terms(facts, composer)),
    ...closing(facts, composer, composer.say('support')),
  ],
  short: (facts, composer) => [
    shortDiagnosis(facts, composer),
    shortHopes(facts, composer),
    shortReasons(facts, composer),
    shortMedicine(facts, composer),
    shortOwnWords(facts, composer),
    shortBackground(facts, composer),
    shortTriedToResolve(facts, composer),
    ...shortTimes(facts, composer),
    ...shortCounts(facts, composer),
    shortTreatments(facts, composer),
    ...terms(facts, composer, 'this-request'),
    ...chosen(facts, composer, 'respect', 'right-diagnosis', 'not-knowing', 'more-certain'),
  ],
  consent: SECOND_OPINION_CONSENT,
});
