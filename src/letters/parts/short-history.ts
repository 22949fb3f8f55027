import { type Composer, from } from '../composer.ts';
import { withoutStop, withStop } from '../english/typed.ts';
import type { ShortItem } from '../short.ts';
import { type HistoryCase, timeLabel } from './history-facts.ts';
import { quotedItems } from './quoted-items.ts';

/** An answer under its label, for the short version. */
function labelled(
  question: string,
  key: string,
  typed: string,
  composer: Composer,
  label = `label-${key}`,
): ShortItem {
  const text = typed && withStop(composer.say(label, { it: withoutStop(typed) }));
  return composer.fromAnswer(text, from(question, key));
}

/** The current medicines, for the short version. */
export const shortMedicine = (facts: HistoryCase, composer: Composer): ShortItem => ({
  label: composer.say('short-medicine'),
  things: composer.lines('medicine', 'current-medicine', facts.currentMedicine),
});

/** The diagnosis given, for the short version. */
export const shortDiagnosis = (facts: HistoryCase, composer: Composer): ShortItem =>
  labelled('health', 'diagnosis-given', facts.diagnosis, composer);

/** Background for the short version. */
export const shortBackground = ({ background: typed }: HistoryCase, composer: Composer): ShortItem =>
  quotedItems('short-background', typed, from('background', 'background'), composer);

/** How long unwell and how long on the medicine, for the short version. */
export const shortTimes = (facts: HistoryCase, composer: Composer): readonly ShortItem[] => [
  // A bare number says nothing and takes up room.
  /^\p{Nd}+$/u.test(facts.unwellFor) ? '' : labelled('health', 'unwell-for', facts.unwellFor, composer),
  labelled('medicine', 'time-on-medicine', facts.timeOnMedicine, composer, timeLabel(facts)),
];

/** What was tried before, for the short version. */
export const shortTreatments = (facts: HistoryCase, composer: Composer): ShortItem => ({
  label: composer.say('short-treatments'),
  things: composer.lines('medicine', 'treatments-tried', facts.treatmentsTried),
});

/** How many medicines and stays, for the short version. */
export const shortCounts = (facts: HistoryCase, composer: Composer): readonly ShortItem[] => [
  labelled('medicine', 'medicines-tried', facts.medicinesTried, composer),
  labelled('health', 'hospital-admissions', facts.admissions, composer),
];
