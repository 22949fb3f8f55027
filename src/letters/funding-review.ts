import type { Composer } from './composer.ts';
import { defineLetter } from './letter.ts';
import { closing, closingToBody, ownWords, readOwnWords, shortOwnWords } from './parts/closing.ts';
import { REVIEW_CONSENT } from './parts/consent.ts';
import {
  canReview,
  dayAndReference,
  type FundingDecision,
  isToBoard,
  lastDay,
  askForDecision,
  whoMayAsk,
} from './parts/funding-decision.ts';
import { readBody, toBodyOrDoctor } from './parts/recipient.ts';
import { textNames } from './text-names.ts';

const ask = (facts: FundingDecision, composer: Composer): readonly string[] =>
  isToBoard(facts)
    ? [
        composer.say('ask-board'),
        composer.say('how-reviewed'),
        ...(canReview(facts) ? [composer.say('review-it')] : []),
      ]
    : [composer.say('ask-doctor')];

const lines = (facts: FundingDecision, composer: Composer) => ({
  reasons: composer.lines('board-reasons', 'board-reasons', facts.boardReasons),
  facts: composer.lines('board-reasons', 'new-facts', facts.newFacts),
  how: composer.lines('board-reasons', 'how-decided', facts.howDecided),
});

/** Only the decision letter gives the board's own reasons, and a letter to the board asks for them. */
const reasonsLead = (facts: FundingDecision): string =>
  facts.decision['decision-letter'] === 'have-it' && !isToBoard(facts)
    ? 'board-reasons'
    : 'board-reasons-so-far';

const requests = (facts: FundingDecision, composer: Composer): readonly string[] =>
  isToBoard(facts)
    ? [composer.say('policy-used'), composer.say('who-decides'), askForDecision(facts, composer)]
    : [
        composer.say('will-you'),
        composer.say('board-needs'),
        composer.say('who-decides'),
        composer.say('if-not'),
        askForDecision(facts, composer),
      ];

/** After a refusal to pay: to the doctor, who sends new clinical facts, or the board (facts 4.11, N.31). */
export const fundingReview = defineLetter({
  id: 'funding-review',
  words: textNames`
    title subject subject-for-another ask-doctor ask-board how-reviewed review-it review-by late-doctor
    late-board decision-on decision-reference decision-has-reference review-who-me review-who-doctor
    review-who-either send-decision send-copy-of-decision board-reasons board-reasons-so-far new-facts
    how-decided will-you board-needs who-decides if-not policy-used short-board-reasons
    short-board-reasons-so-far short-new-facts short-how-decided short-late-doctor short-late-board`,
  read(answers, today) {
    const { decision, 'board-reasons': reasons } = answers;
    return (
      decision && {
        ...readBody(answers),
        ...readOwnWords(answers),
        decision,
        boardReasons: reasons?.['board-reasons'] ?? [],
        newFacts: reasons?.['new-facts'] ?? [],
        howDecided: reasons?.['how-decided'] ?? [],
        today,
      }
    );
  },
  recipient: (people, own) => toBodyOrDoctor(people, own),
  ask,
  body: (facts, composer) => {
    const { reasons, facts: newFacts, how } = lines(facts, composer);
    return [
      ...composer.paragraph(
        ...dayAndReference(facts, composer),
        ...lastDay(facts, composer),
        whoMayAsk(facts, composer),
      ),
      ...composer.list(reasonsLead(facts), reasons),
      ...composer.list('new-facts', newFacts),
      ...composer.list('how-decided', how),
      ...ownWords(facts, composer),
      ...composer.paragraph(...requests(facts, composer)),
      ...(isToBoard(facts) ? closingToBody : closing)(facts, composer),
    ];
  },
  short: (facts, composer) => {
    const { reasons, facts: newFacts, how } = lines(facts, composer);
    return [
      ...dayAndReference(facts, composer, 'short-'),
      ...lastDay(facts, composer, 'short-'),
      whoMayAsk(facts, composer),
      { label: composer.say(`short-${reasonsLead(facts)}`), things: reasons },
      { label: composer.say('short-new-facts'), things: newFacts },
      ...requests(facts, composer),
      { label: composer.say('short-how-decided'), things: how },
      shortOwnWords(facts, composer),
    ];
  },
  consent: REVIEW_CONSENT,
});
