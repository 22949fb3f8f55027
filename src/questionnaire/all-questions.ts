import * as beginning from './questions/beginning.ts';
import * as chased from './questions/chased.ts';
import * as complaint from './questions/complaint.ts';
import * as doubts from './questions/doubts.ts';
import * as fundingDecision from './questions/funding-decision.ts';
import * as people from './questions/people.ts';
import * as refusal from './questions/refusal.ts';
import { readySentences } from './questions/ready-sentences.ts';
import * as stepsTaken from './questions/steps-taken.ts';
import * as story from './questions/story.ts';
import { type AnswersOf, OrderedQuestions } from './ordered-questions.ts';
import type { AnswerOf } from './question.ts';
import { type ActingAnswers, mayWriteLetter, patientSigns, standingFrom } from './standing.ts';

const { FIRST_LETTERS, SECOND_OPINION_LETTERS, TREATMENT_LETTERS, DIAGNOSIS_LETTERS } = people;

interface FirstAnswers extends ActingAnswers {
  readonly 'help-with': AnswerOf<typeof beginning.helpWith>;
}
interface RequestAnswers extends FirstAnswers {
  readonly concern?: AnswerOf<typeof doubts.concern>;
  readonly 'answer-so-far'?: AnswerOf<typeof stepsTaken.answerSoFar>;
  readonly 'agreed-where'?: AnswerOf<typeof stepsTaken.agreedWhere>;
}
interface ReasonAnswers extends RequestAnswers {
  readonly 'decided-by'?: AnswerOf<typeof doubts.decidedBy>;
  readonly 'treatment-reasons'?: AnswerOf<typeof doubts.treatmentReasons>;
  readonly history?: AnswerOf<typeof stepsTaken.history>;
}

const ASKED = ['asked-for-second-opinion', 'asked-why', 'asked-again', 'asked-in-writing'] as const;
const SETTLED: readonly unknown[] = ['agreed', 'had-it', 'had-it-agreed', 'had-it-no-report'];

const isQuick = (a: FirstAnswers) => a['help-with'] === 'quick-letter';
/** Advice is for people who may act; others go from `detained` to a plan that says so. */
const isAdvised = (a: FirstAnswers) => a['help-with'] === 'advice-and-letter' && mayWriteLetter(a);
/** Reasons are asked for until the request is agreed to. */
const isRequestOpen = (a: RequestAnswers) => isAdvised(a) && !SETTLED.includes(a['answer-so-far']);
const concerns = (a: RequestAnswers, what: 'diagnosis' | 'treatment') =>
  a.concern === what || a.concern === 'both';
/** Whether a specialist could be asked, or a GP made the diagnosis and could refer to one. */
const isForSpecialist = (a: ReasonAnswers) =>
  (a['decided-by'] === 'gp' && concerns(a, 'diagnosis')) ||
  a['answer-so-far'] === 'refused' ||
  a['agreed-where'] === 'out-of-area' ||
  a['treatment-reasons']?.includes('want-expert') === true ||
  a.history?.includes('usual-treatments-tried') === true;
const isLetter =
  (letters: readonly people.LetterId[]) =>
  (a: people.LetterAnswer): boolean =>
    letters.includes(a.letter);

/** What decides which questions apply, besides the answers. */
export interface JourneyContext {
  /** Whether the record has entries: a person who came only for a letter then gets a plan as well. */
  readonly hasRecord: boolean;
}

/** Before the first entry. */
const NO_RECORD: JourneyContext = { hasRecord: false };

const isPlannedByRecord = (a: FirstAnswers, { hasRecord }: JourneyContext) => hasRecord && mayWriteLetter(a);

interface LaterLetterAnswers extends people.LetterAnswer {
  readonly earlier?: AnswerOf<typeof chased.earlier>;
  readonly decision?: AnswerOf<typeof fundingDecision.decision>;
}
/** Whether a later letter goes to a body: a complaints team, or the board that pays. */
const isToBody = ({ letter, earlier, decision }: LaterLetterAnswers) =>
  (letter === 'chaser' && earlier?.about === 'complaint') ||
  (letter === 'funding-review' && decision?.['write-to'] === 'board');
const isToDoctor = (a: LaterLetterAnswers) => a.letter !== 'complaint' && !isToBody(a);

/** The answer belongs to one letter; another letter starts without it. */
const OF_THE_LETTER = { belongsTo: 'letter' } as const;

/** Every question in order, with the condition for asking it (docs/contract.md, "The questions"). */
export const allQuestions = OrderedQuestions.begin('situation', NO_RECORD)
  .ask(beginning.helpWith)
  .ask(beginning.whoFor)
  .askIf((a) => a['who-for'] === 'client', beginning.nickname)
  .askIf((a) => a['who-for'] !== 'me', beginning.theirAgreement)
  .askIf((a) => a['their-agreement'] === 'cannot-decide', beginning.legalAuthority)
  .askIf((a) => a['their-agreement'] === 'yes', beginning.whoseLetter)
  .ask(beginning.nation)
  .askIf((a, context) => !isQuick(a) || isPlannedByRecord(a, context), beginning.detained)
  .askIf(isAdvised, doubts.concern)
  .askIf((a, context) => isAdvised(a) || isPlannedByRecord(a, context), doubts.decidedBy)
  .askIf(isAdvised, stepsTaken.soFar)
  .askIf((a) => ASKED.some((asked) => a['so-far']?.includes(asked)), stepsTaken.answerSoFar)
  .askIf((a) => a['answer-so-far'] === 'refused', stepsTaken.answeredBy)
  .askIf((a) => a['answer-so-far'] === 'agreed', stepsTaken.agreedWhere)
  .askIf((a) => a['agreed-where'] === 'out-of-area', stepsTaken.funding)
  .askIf((a) => isRequestOpen(a) && concerns(a, 'diagnosis'), doubts.diagnosisReasons)
  .askIf((a) => isRequestOpen(a) && concerns(a, 'treatment'), doubts.treatmentReasons)
  .askIf((a) => isRequestOpen(a) || a['agreed-where'] === 'out-of-area', stepsTaken.history)
  .askIf(isForSpecialist, stepsTaken.condition)

  // A quick letter asks only what a letter needs; earlier answers still count.
  .part('letter', { askedIf: mayWriteLetter, mustBeSeen: (a) => !isQuick(a) })
  .ask(people.letter)
  .askIf(isLetter(['chaser']), chased.earlier, OF_THE_LETTER)
  .askIf(isLetter(['complaint']), complaint.complainTo, OF_THE_LETTER)
  .askIf(isLetter(['funding-review']), fundingDecision.decision, OF_THE_LETTER)
  .askIf(isToBody, fundingDecision.recipient, OF_THE_LETTER)
  .ask(people.patient)
  .askIf((a) => !patientSigns(standingFrom(a)), people.pronouns)
  .askIf((a) => !patientSigns(standingFrom(a)), people.writer)
  .ask(people.contact)
  .askIf(isToDoctor, people.doctor)
  .askIf(isLetter(FIRST_LETTERS), story.health)
  .askIf(isLetter(FIRST_LETTERS), story.medicine)
  .askIf(isLetter(FIRST_LETTERS), story.background)
  .askIf(isLetter(['review-treatment', 'second-opinion-treatment', 'review-diagnosis']), story.problems)
  .askIf(isLetter(TREATMENT_LETTERS), story.sideEffects)
  .askIf(isLetter(['review-treatment']), story.changeWanted)
  .askIf(isLetter(SECOND_OPINION_LETTERS), story.triedToResolve)
  .askIf(isLetter(['second-opinion-treatment']), story.doctorSaid)
  .askIf(isLetter(DIAGNOSIS_LETTERS), story.reasonsToDisagree)
  .askIf(isLetter(['chaser']), chased.since, OF_THE_LETTER)
  .askIf(isLetter(['ask-reasons']), refusal.theAnswer, OF_THE_LETTER)
  .askIf(isLetter(['ask-reasons']), refusal.putRight, OF_THE_LETTER)
  .askIf(isLetter(['complaint']), complaint.complaintAbout, OF_THE_LETTER)
  .askIf(isLetter(['complaint']), complaint.events, OF_THE_LETTER)
  .askIf(isLetter(['complaint']), complaint.outcomeWanted, OF_THE_LETTER)
  .askIf(isLetter(['complaint']), complaint.talkAboutIt, OF_THE_LETTER)
  .askIf(isLetter(['funding-review']), fundingDecision.boardReasons, OF_THE_LETTER)
  .askIf(isLetter([...SECOND_OPINION_LETTERS, 'ask-reasons']), story.hopedFor, OF_THE_LETTER)
  .askIf((a) => !isQuick(a) && isLetter(FIRST_LETTERS)(a), readySentences)
  // A complaint has its own ready sentences, so those chosen for a letter to a doctor do not carry over.
  .askIf((a) => !isQuick(a) && a.letter === 'complaint', readySentences, OF_THE_LETTER)
  .ask(story.ownWords, OF_THE_LETTER)
  .ask(people.replyBy);

/** The answers to all questions. Those of part 2 are present only once the letter part is reached. */
export type Answers = AnswersOf<typeof allQuestions>;
