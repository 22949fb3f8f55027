import type { Letter } from './letter.ts';
import { presentMedicine } from './parts/care.ts';
import { hopes, ownWords, replying } from './parts/closing.ts';
import { problems, sideEffects } from './parts/effects.ts';
import { background, history } from './parts/history.ts';
import { introduction, referral } from './parts/opening.ts';

/** L.2: asks to be referred for a second opinion about the treatment. */
export const secondOpinionTreatment: Letter = {
  id: 'second-opinion-treatment',
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
  body: (facts, composer) => [
    ...composer.paragraph(
      composer.say(referral(facts)),
      composer.say('if-you-cannot'),
      ...introduction(facts, composer),
    ),
    ...background(facts, composer),
    ...history(facts, composer),
    ...composer.typed(facts.triedToResolve, 'tried-to-resolve'),
    ...presentMedicine(facts, composer),
    ...composer.paragraph(composer.feel('daily-life')),
    ...problems(facts, composer),
    ...sideEffects(facts, composer),
    ...hopes(facts, composer),
    ...ownWords(facts, composer),
    ...composer.paragraph(composer.say('support')),
    ...replying(facts, composer),
  ],
};
