import type { Letter } from './letter.ts';
import { presentMedicine } from './parts/care.ts';
import { closing, ownWords } from './parts/closing.ts';
import { problems, sideEffects } from './parts/effects.ts';
import { background, history } from './parts/history.ts';
import { referral } from './parts/opening.ts';

/** L.2: asks to be referred for a second opinion about the treatment. */
export const secondOpinionTreatment: Letter = {
  words: [
    'title',
    'subject',
    'subject-for-another',
    'ask',
    'ask-gp',
    'was-told',
    'told-no-other-options',
    'told-carry-on',
    'medicine-time',
    'medicine-time-leading',
    'medicine-time-as-typed',
    'no-improvement',
    'it-has-not-helped',
    'daily-life',
  ],
  asks: (facts) => [referral(facts), 'if-you-cannot'],
  body: (facts, composer) => [
    ...background(facts, composer),
    ...history(facts, composer),
    ...composer.typed(facts.triedToResolve, 'tried-to-resolve'),
    ...presentMedicine(facts, composer),
    ...problems(facts, composer, composer.feel('daily-life')),
    ...sideEffects(facts, composer),
    ...composer.typed(facts.hopedFor, 'hoped-for'),
    ...ownWords(facts, composer),
    ...closing(facts, composer, facts.staying ? composer.say('staying') : '', composer.say('support')),
  ],
};
