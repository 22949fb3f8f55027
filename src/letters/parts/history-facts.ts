import type { Answers } from '../../questionnaire/all-questions.ts';
import { type Composer, from } from '../composer.ts';
import type { Source } from '../document.ts';
import { isCondition } from '../english/conditions.ts';
import { countOf, lengthOfTime } from '../english/measures.ts';
import { isMedicine } from '../english/medicines.ts';
import { listItems, withoutStop } from '../english/typed.ts';
import type { People } from '../people.ts';

/** What the first four letters say about the illness and its treatment; '' or [] if not given. */
export interface History {
  readonly diagnosis: string;
  readonly unwellFor: string;
  readonly admissions: string;
  /** The medicines taken now, each with its dose. */
  readonly currentMedicine: readonly string[];
  readonly timeOnMedicine: string;
  readonly medicinesTried: string;
  readonly treatmentsTried: readonly string[];
  readonly background: string;
}

export const readHistory = ({ health, medicine, background }: Partial<Answers>): History => ({
  diagnosis: health?.['diagnosis-given'] ?? '',
  unwellFor: health?.['unwell-for'] ?? '',
  admissions: health?.['hospital-admissions'] ?? '',
  currentMedicine: medicine?.['current-medicine'] ?? [],
  timeOnMedicine: medicine?.['time-on-medicine'] ?? '',
  medicinesTried: medicine?.['medicines-tried'] ?? '',
  treatmentsTried: medicine?.['treatments-tried'] ?? [],
  background: background ?? '',
});

export type HistoryCase = History & { readonly people: People };

/** Whether several medicines are taken now. */
export const takesSeveral = ({ currentMedicine }: Pick<History, 'currentMedicine'>): boolean =>
  listItems(currentMedicine).length > 1;

/** The label of how long the medicine has been taken. */
export const timeLabel = (facts: History): string =>
  takesSeveral(facts) ? 'label-time-on-medicines' : 'label-time-on-medicine';

/** One fact of the history: as typed, under its label, and in a sentence. */
export interface HistoryFact {
  readonly source: Source;
  readonly typed: string;
  /** The name of its label: "How long unwell: {it}". */
  readonly label: string;
  /** The sentence for it; undefined if the typed text fits none. */
  readonly sentence: (isFirst: boolean) => string | undefined;
}

const STAYS =
  / (?:(?:hospital|psychiatric|inpatient|mental health) ){0,3}(?:admissions?|stays?)(?: (?:in|to) (?:a )?hospital)?$/;
const MEDICINES =
  / (?:(?:different|other) )?(?:medicines?|medications?|meds|drugs|tablets|antidepressants|antipsychotics)$/;

interface Line {
  readonly text: string;
  readonly source: Source;
}

/** The facts that were given, in the letter's order. */
export function factsOf(
  facts: HistoryCase,
  medicine: Line | undefined,
  composer: Composer,
): readonly HistoryFact[] {
  const { voice } = facts.people;
  type Sentence = (it: string, say: Composer['say']) => string | undefined;
  const fact = (source: Source, label: string, typed: string, sentence: Sentence): HistoryFact => ({
    source,
    typed,
    label,
    sentence: (isFirst) =>
      sentence(withoutStop(typed), (name, values) =>
        isFirst ? composer.say(name, values) : composer.sayAgain(name, values),
      ),
  });
  const answer = (question: string, key: string, typed: string, sentence: Sentence): HistoryFact =>
    fact(from(question, key), `label-${key}`, typed, sentence);
  const time =
    (name: string): Sentence =>
    (it, say) => {
      const text = lengthOfTime(it, voice);
      return text && say(name, { time: text });
    };
  const count =
    (name: string, noun: RegExp, isOften: boolean): Sentence =>
    (it, say) => {
      const number = countOf(it, noun);
      // "Twice" can be a number of hospital stays but not of medicines.
      if (!number || (number.is === 'times' && !isOften)) return undefined;
      return say(`${name}-${number.is}`, { it: number.text });
    };
  const isIncluded = (typed: string, source: Source) => typed !== '' && !composer.isLeftOut(source);
  const stays = isIncluded(facts.unwellFor, from('health', 'unwell-for')) ? 'stays-since' : 'stays';
  const onMedicine =
    medicine && isIncluded(medicine.text, medicine.source)
      ? 'medicine-time-of-it'
      : takesSeveral(facts)
        ? 'medicine-time-of-several'
        : 'medicine-time';
  return [
    answer('health', 'diagnosis-given', facts.diagnosis, (it, say) =>
      isCondition(it) ? say('diagnosis', { it }) : undefined,
    ),
    answer('health', 'unwell-for', facts.unwellFor, time('unwell')),
    answer('health', 'hospital-admissions', facts.admissions, count(stays, STAYS, true)),
    ...(medicine
      ? [
          fact(medicine.source, 'label-current-medicine', medicine.text, (it, say) =>
            isMedicine(it) ? say('medicine-now', { it }) : undefined,
          ),
        ]
      : []),
    fact(from('medicine', 'time-on-medicine'), timeLabel(facts), facts.timeOnMedicine, time(onMedicine)),
    answer('medicine', 'medicines-tried', facts.medicinesTried, count('tried', MEDICINES, false)),
  ].filter(({ typed }) => typed !== '');
}
