import type { LetterCase } from '../case.ts';
import type { Composer } from '../composer.ts';
import type { Block } from '../document.ts';
import { isOnlyAName, listItems, saysNone, withoutBullet } from '../english/typed.ts';
import { timeSentence } from './history.ts';

/** The diagnosis that was given, where it was. */
export const diagnosisGiven = ({ diagnosis }: LetterCase, composer: Composer): string =>
  composer.tell(isOnlyAName(diagnosis) ? 'diagnosis-given' : 'diagnosis-as-typed', diagnosis);

/** The medicine taken now, as a sentence; nothing where it takes more room than that. */
export function currentMedicine({ currentMedicine: [only = '', ...others] }: LetterCase, composer: Composer) {
  if (others.length > 0) return '';
  if (saysNone(only)) return composer.say('no-current-medicine');
  return isOnlyAName(only) ? composer.tell('current-medicine', withoutBullet(only)) : '';
}

/** The medicines taken now, where there are several or what was typed is more than a name. */
export function currentMedicines(
  { currentMedicine: medicines }: LetterCase,
  composer: Composer,
): readonly Block[] {
  const [only = '', ...others] = medicines;
  if (others.length === 0 && (saysNone(only) || isOnlyAName(only))) return [];
  return medicines.every(isOnlyAName)
    ? composer.list('current-medicines', listItems(medicines))
    : composer.typed(medicines.join('\n'), 'current-medicine-as-typed');
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
