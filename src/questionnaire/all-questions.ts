import * as beginning from './questions/beginning.ts';
import * as doubts from './questions/doubts.ts';
import * as people from './questions/people.ts';
import * as stepsTaken from './questions/steps-taken.ts';
import * as story from './questions/story.ts';
import { type AnswersOf, OrderedQuestions } from './ordered-questions.ts';
import type { AnswerOf } from './question.ts';
import { mayWriteLetter, writerIsPatient } from './standing.ts';

type HelpWith = { readonly 'help-with': AnswerOf<typeof beginning.helpWith> };
type Concern = { readonly concern?: AnswerOf<typeof doubts.concern> };
type LetterChosen = { readonly letter: people.LetterId };

const isQuick = (a: HelpWith) => a['help-with'] === 'quick-letter';
const wantsAdvice = (a: HelpWith) => a['help-with'] === 'advice-and-letter';
const concerns = (what: 'diagnosis' | 'treatment') => (a: HelpWith & Concern) =>
  wantsAdvice(a) && (a.concern === what || a.concern === 'both');
const isLetter =
  (...letters: readonly people.LetterId[]) =>
  (a: LetterChosen) =>
    letters.includes(a.letter);

const ASKED = ['asked-for-second-opinion', 'asked-why', 'asked-again', 'asked-in-writing'] as const;

/** This product's table of contents: every question, in order, with when it is asked (docs/contract.md, "The questions"). */
export const allQuestions = OrderedQuestions.begin('situation')
  .ask(beginning.helpWith)
  .ask(beginning.whoFor)
  .askIf((a) => a['who-for'] === 'client', beginning.nickname)
  .askIf((a) => a['who-for'] !== 'me', beginning.theirAgreement)
  .askIf((a) => a['their-agreement'] === 'cannot-decide', beginning.legalAuthority)
  .askIf((a) => a['their-agreement'] === 'yes', beginning.whoseLetter)
  .ask(beginning.nation)
  .askIf((a) => !isQuick(a), beginning.detained)
  .askIf(wantsAdvice, doubts.concern)
  .askIf(wantsAdvice, doubts.decidedBy)
  .askIf(concerns('diagnosis'), doubts.diagnosisReasons)
  .askIf(concerns('treatment'), doubts.treatmentReasons)
  .askIf(wantsAdvice, stepsTaken.soFar)
  .askIf((a) => ASKED.some((asked) => a['so-far']?.includes(asked)), stepsTaken.answerSoFar)
  .askIf((a) => a['answer-so-far'] === 'agreed', stepsTaken.agreedWhere)
  .askIf((a) => a['agreed-where'] === 'out-of-area', stepsTaken.funding)
  .askIf(wantsAdvice, stepsTaken.history)
  .askIf(wantsAdvice, stepsTaken.condition)
  .askIf(wantsAdvice, stepsTaken.thinkingOfPrivate)

  // A quick letter asks what a letter cannot do without; what was answered before still counts.
  .part('letter', { within: mayWriteLetter, waits: (a) => !isQuick(a) })
  .ask(people.letter)
  .ask(people.patient)
  .askIf((a) => !writerIsPatient(a), people.pronouns)
  .askIf((a) => !writerIsPatient(a), people.writer)
  .ask(people.contact)
  .ask(people.doctor)
  .ask(story.numbers)
  .ask(story.background)
  .askIf(isLetter('review-treatment'), story.currentMedicine)
  .askIf(isLetter('review-treatment', 'second-opinion-treatment', 'review-diagnosis'), story.problems)
  .askIf(isLetter('review-treatment', 'second-opinion-treatment'), story.sideEffects)
  .askIf(isLetter('review-treatment'), story.changeWanted)
  .askIf(isLetter('second-opinion-treatment', 'second-opinion-diagnosis'), story.triedToResolve)
  .askIf(isLetter('second-opinion-treatment'), story.doctorSaid)
  .askIf(isLetter('review-diagnosis', 'second-opinion-diagnosis'), story.diagnosisGiven)
  .askIf(isLetter('second-opinion-diagnosis'), story.reasonsToDisagree)
  .askIf(isLetter('second-opinion-treatment', 'second-opinion-diagnosis'), story.hopedFor)
  .ask(story.ownWords)
  .ask(people.replyBy)
  .ask(people.communicationNeeds);

/** The answers to all questions: those of part 2 are there where the letter part was reached. */
export type Answers = AnswersOf<typeof allQuestions>;
