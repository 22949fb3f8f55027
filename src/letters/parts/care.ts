import type { LetterCase } from '../case.ts';
import type { Composer } from '../composer.ts';
import type { Block } from '../document.ts';
import { isOnlyAName, linesOf, listItems, saysNone, withoutBullet } from '../english/typed.ts';
import { timeSentence } from './history.ts';

/** The diagnosis that was given, where it was. */
export const diagnosisGiven = ({ diagnosis }: LetterCase, composer: Composer): string =>
  composer.tell(isOnlyAName(diagnosis) ? 'diagnosis-given' : 'diagnosis-as-typed', diagnosis);

/** The medicine taken now, as a sentence; nothing where it takes more room than that. */
export function currentMedicine({ currentMedicine: typed }: LetterCase, composer: Composer): string {
  if (saysNone(typed)) return composer.say('no-current-medicine');
  return isOnlyAName(typed) ? composer.tell('current-medicine', withoutBullet(typed)) : '';
}

/** The medicines taken now, where they were typed on lines of their own or in sentences. */
export function currentMedicines(
  { currentMedicine: typed }: LetterCase,
  composer: Composer,
): readonly Block[] {
  if (saysNone(typed) || isOnlyAName(typed)) return [];
  const medicines = linesOf(typed);
  return medicines.length > 1 && medicines.every(isOnlyAName)
    ? composer.list('current-medicines', listItems(medicines))
    : composer.typed(typed, 'current-medicine-as-typed');
}

/** What was said about the treatment, how long it was taken and that it brought little: each only where it was answered. */
export function presentMedicine(facts: LetterCase, composer: Composer): readonly Block[] {
  const wasTold = facts.wasTold.map((said) => composer.phrase(`told-${said}`));
  const time = timeSentence('medicine-time', facts.timeOnMedicine, composer);
  return composer.paragraph(
    wasTold.length > 0 ? composer.say('was-told', { it: wasTold.join(' and ') }) : '',
    time,
    facts.notImproving ? composer.say(time ? 'it-has-not-helped' : 'no-improvement') : '',
  );
}
