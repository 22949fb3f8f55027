import type { Letter } from './letter.ts';
import { currentMedicine, currentMedicines } from './parts/care.ts';
import { changeWanted } from './parts/change.ts';
import { closing, ownWords } from './parts/closing.ts';
import { problems, sideEffects } from './parts/effects.ts';
import { background, history } from './parts/history.ts';

/** L.1: asks the doctor to review the treatment. */
export const reviewTreatment: Letter = {
  words: [
    'title',
    'subject',
    'subject-for-another',
    'ask',
    'current-medicine',
    'current-medicines',
    'current-medicine-as-typed',
    'no-current-medicine',
    'daily-life',
    'wants',
    'wants-by-authority',
    'change-different-treatment',
    'change-talking-therapy',
    'change-reduce-medicine',
    'change-increase-medicine',
    'change-stop-medicine',
    'change-talk-over-options',
    'wants-details',
    'wants-more',
    'hope',
  ],
  asks: () => ['ask'],
  body: (facts, composer) => [
    ...background(facts, composer),
    ...history(facts, composer, currentMedicine(facts, composer)),
    ...currentMedicines(facts, composer),
    ...changeWanted(facts, composer),
    ...problems(facts, composer),
    ...sideEffects(facts, composer),
    ...ownWords(facts, composer),
    ...closing(facts, composer, composer.say('hope')),
  ],
};
