import type { LetterCase } from './case.ts';
import type { Composer } from './composer.ts';
import { listed, withoutStop, withStop } from './grammar.ts';
import type { Letter } from './letter.ts';
import { lengthOfTime } from './measures.ts';
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
    'medicine-time-as-typed',
    'medicine-time-no-improvement',
    'no-improvement',
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
    ...composer.typed(facts.triedToResolve, facts.triedToResolve && composer.say('tried-to-resolve')),
    ...composer.paragraph(
      facts.wasTold.length > 0
        ? composer.say('was-told', {
            it: listed(facts.wasTold.map((said) => composer.phrase(`told-${said}`))),
          })
        : '',
      ...presentMedicine(facts, composer),
    ),
    ...composer.paragraph(composer.feel('daily-life')),
    ...problems(facts, composer),
    ...sideEffects(facts, composer),
    ...hopes(facts, composer),
    ...ownWords(facts, composer),
    ...composer.paragraph(composer.say('support')),
    ...replying(facts, composer),
  ],
};

/** How long this medicine was taken and that it brought little: each only where it was said. */
function presentMedicine({ timeOnMedicine, notImproving }: LetterCase, composer: Composer): string[] {
  const time = lengthOfTime(timeOnMedicine);
  if (time) return [composer.say(notImproving ? 'medicine-time-no-improvement' : 'medicine-time', { time })];
  return [
    timeOnMedicine
      ? withStop(composer.say('medicine-time-as-typed', { it: withoutStop(timeOnMedicine) }))
      : '',
    notImproving ? composer.say('no-improvement') : '',
  ];
}
