import { withoutStop, withStop } from './grammar.ts';
import type { Letter } from './letter.ts';
import { hopes, ownWords, replying } from './parts/closing.ts';
import { background, history } from './parts/history.ts';
import { introduction, referral } from './parts/opening.ts';

/** L.4: asks to be referred for a second opinion about the diagnosis. */
export const secondOpinionDiagnosis: Letter = {
  id: 'second-opinion-diagnosis',
  words: [
    'title',
    'subject',
    'subject-for-another',
    'ask',
    'ask-gp',
    'reasons',
    'reasons-one',
    'respect',
    'right-diagnosis',
  ],
  body: (facts, composer) => [
    ...composer.paragraph(
      composer.say(referral(facts)),
      composer.say('if-you-cannot'),
      ...introduction(facts, composer),
    ),
    ...background(facts, composer),
    ...history(facts, composer),
    ...composer.typed(facts.triedToResolve, facts.triedToResolve && composer.say('tried-to-resolve')),
    ...composer.paragraph(
      facts.diagnosis && withStop(composer.say('diagnosis-given', { it: withoutStop(facts.diagnosis) })),
    ),
    ...composer.list('reasons', facts.reasonsToDisagree),
    ...composer.paragraph(composer.feel('respect'), composer.feel('right-diagnosis')),
    ...hopes(facts, composer),
    ...ownWords(facts, composer),
    ...composer.paragraph(composer.say('support')),
    ...replying(facts, composer),
  ],
};
