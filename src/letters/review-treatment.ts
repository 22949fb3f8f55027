import { listed } from './grammar.ts';
import type { Letter } from './letter.ts';
import { ownWords, replying } from './parts/closing.ts';
import { problems, sideEffects } from './parts/effects.ts';
import { background, history } from './parts/history.ts';
import { introduction } from './parts/opening.ts';

/** L.1: asks the doctor to review the treatment. */
export const reviewTreatment: Letter = {
  id: 'review-treatment',
  words: [
    'title',
    'subject',
    'subject-for-another',
    'ask',
    'current-medicine',
    'daily-life',
    'wants',
    'wants-details',
    'wants-more',
    'hope',
  ],
  body: (facts, composer) => [
    ...composer.paragraph(composer.say('ask'), ...introduction(facts, composer)),
    ...background(facts, composer),
    ...history(facts, composer),
    ...composer.typed(facts.currentMedicine, facts.currentMedicine && composer.say('current-medicine')),
    ...composer.paragraph(
      composer.feel('daily-life'),
      facts.changes.length > 0
        ? composer.say('wants', {
            it: listed(facts.changes.map((change) => composer.phrase(`change-${change}`))),
          })
        : '',
    ),
    ...composer.typed(
      facts.changeDetails,
      facts.changeDetails && composer.say(facts.changes.length > 0 ? 'wants-more' : 'wants-details'),
    ),
    ...problems(facts, composer),
    ...sideEffects(facts, composer),
    ...ownWords(facts, composer),
    ...composer.paragraph(composer.say('hope')),
    ...replying(facts, composer),
  ],
};
