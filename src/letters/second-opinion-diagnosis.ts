import type { Letter } from './letter.ts';
import { diagnosisGiven } from './parts/care.ts';
import { closing, ownWords } from './parts/closing.ts';
import { background, history } from './parts/history.ts';
import { referral } from './parts/opening.ts';

/** L.4: asks to be referred for a second opinion about the diagnosis. */
export const secondOpinionDiagnosis: Letter = {
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
  asks: (facts) => [referral(facts), 'if-you-cannot'],
  body: (facts, composer) => [
    ...background(facts, composer),
    ...history(facts, composer),
    ...composer.typed(facts.triedToResolve, 'tried-to-resolve'),
    ...composer.list('reasons', facts.reasonsToDisagree, diagnosisGiven(facts, composer)),
    ...composer.paragraph(composer.feel('respect'), composer.feel('right-diagnosis')),
    ...composer.typed(facts.hopedFor, 'hoped-for'),
    ...ownWords(facts, composer),
    ...closing(facts, composer, facts.staying ? composer.say('staying') : '', composer.say('support')),
  ],
};
