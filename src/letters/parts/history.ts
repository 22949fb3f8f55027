import type { Answers } from '../../questionnaire/all-questions.ts';
import { type Composer, from } from '../composer.ts';
import type { Block, Source } from '../document.ts';
import { isCondition } from '../english/conditions.ts';
import { countOf, lengthOfTime } from '../english/measures.ts';
import { isMedicine } from '../english/medicines.ts';
import { withoutStop } from '../english/typed.ts';
import type { People } from '../people.ts';
import type { ShortItem } from '../short.ts';

/** What the first four letters tell of the illness and its treatment; '' or [] for what was not given. */
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

const STAYS =
  '(?:(?:hospital|psychiatric|inpatient|mental health) ){0,3}(?:admissions?|stays?)(?: (?:in|to) (?:a )?hospital)?';
const MEDICINES =
  '(?:(?:different|other) )?(?:medicines?|medications?|meds|drugs|tablets|antidepressants|antipsychotics)';

interface Fact {
  readonly source: Source;
  readonly typed: string;
  /** The name of its label: "Unwell: {it}". */
  readonly label: string;
  /** The sentence that tells it; nothing where what was typed fits none. */
  readonly sentence: (isFirst: boolean) => string | undefined;
}

type HistoryCase = History & { readonly people: People };

/**
 * Diagnosis, how long unwell, stays, medicine now, how long and how many tried: in sentences where everything that was
 * typed for them fits one, otherwise all of it as a list of labels with the answers as typed.
 */
export function history(facts: HistoryCase, composer: Composer): readonly Block[] {
  const [medicine, ...otherMedicines] = facts.currentMedicine;
  const hasOne = medicine !== undefined && otherMedicines.length === 0;
  const only = hasOne ? composer.lines('medicine', 'current-medicine', [medicine]) : [];
  const isMedicineTold = only.some((said) => said !== '');
  const given = factsOf(facts, isMedicineTold, composer).filter(({ typed }) => typed !== '');
  const told = given.filter(({ source }) => !composer.isLeftOut(source.key));
  const isProse =
    told.every(({ sentence }) => sentence(true) !== undefined) && (!isMedicineTold || isMedicine(medicine!));

  const isBeforeMedicine = ({ source }: Fact) => source.question === 'health';
  const health = given.filter(isBeforeMedicine);
  const treatment = given.filter((fact) => !isBeforeMedicine(fact));
  let isFirst = true;
  const tell = ({ source, sentence, label, typed }: Fact) => {
    const isOut = composer.isLeftOut(source.key);
    const text = isProse && !isOut ? sentence(isFirst)! : composer.say(label, { it: withoutStop(typed) });
    isFirst &&= isOut;
    return composer.told(text, source);
  };
  const medicineSaid = () =>
    only.map((said) => {
      if (typeof said === 'string') return said;
      const say = isProse
        ? isFirst
          ? composer.say.bind(composer)
          : composer.sayAgain.bind(composer)
        : undefined;
      isFirst = false;
      const it = withoutStop(said.text);
      return {
        ...said,
        text: say ? say('medicine-now', { it }) : composer.say('medicine-now-label', { it }),
      };
    });
  const statements = [...health.map(tell), ...medicineSaid(), ...treatment.map(tell)];
  const several = hasOne
    ? []
    : composer.list('medicines-now', composer.lines('medicine', 'current-medicine', facts.currentMedicine));
  return [
    ...(isProse ? composer.paragraph(...statements) : composer.list('history', statements)),
    ...several,
  ];
}

function factsOf(facts: HistoryCase, isMedicineTold: boolean, composer: Composer): readonly Fact[] {
  const { voice } = facts.people;
  const isTold = (key: string, typed: string) => typed !== '' && !composer.isLeftOut(key);
  const say = (isFirst: boolean, name: string, values: Readonly<Record<string, string>>) =>
    isFirst ? composer.say(name, values) : composer.sayAgain(name, values);
  const fact = (
    question: string,
    key: string,
    typed: string,
    sentence: (it: string, isFirst: boolean) => string | undefined,
  ): Fact => ({
    source: from(question, key),
    typed,
    label: `label-${key}`,
    sentence: (isFirst) => sentence(withoutStop(typed), isFirst),
  });
  const time = (name: string) => (it: string, isFirst: boolean) => {
    const text = lengthOfTime(it, voice);
    return text && say(isFirst, name, { time: text });
  };
  const count = (name: string, noun: string, isOften: boolean) => (it: string, isFirst: boolean) => {
    const number = countOf(it, noun);
    // "Twice" is how often somebody was in hospital, and no number of medicines.
    if (!number || (number.is === 'times' && !isOften)) return undefined;
    return say(isFirst, `${name}-${number.is}`, { it: number.text });
  };
  const inThatTime = isTold('unwell-for', facts.unwellFor) ? 'stays-since' : 'stays';
  const onMedicine = isMedicineTold ? 'medicine-time-of-it' : 'medicine-time';
  return [
    fact('health', 'diagnosis-given', facts.diagnosis, (it, isFirst) =>
      isCondition(it) ? say(isFirst, 'diagnosis', { it }) : undefined,
    ),
    fact('health', 'unwell-for', facts.unwellFor, time('unwell')),
    fact('health', 'hospital-admissions', facts.admissions, count(inThatTime, STAYS, true)),
    fact('medicine', 'time-on-medicine', facts.timeOnMedicine, time(onMedicine)),
    fact('medicine', 'medicines-tried', facts.medicinesTried, count('tried', MEDICINES, false)),
  ];
}

/** What was tried before, a treatment a line. */
export const treatmentsSoFar = (
  { treatmentsTried, people }: HistoryCase,
  composer: Composer,
): readonly Block[] =>
  composer.list(
    people.writer.is === 'patient' ? 'treatments' : 'treatments-of-another',
    composer.lines('medicine', 'treatments-tried', treatmentsTried),
  );

/** Background, as it was typed. */
export const background = ({ background: typed }: HistoryCase, composer: Composer): readonly Block[] =>
  composer.typed(typed, from('background', 'background'));

/** The history for the short version, what a doctor needs most first. */
export function shortHistory(facts: HistoryCase, composer: Composer): readonly ShortItem[] {
  const labelled = (key: string, question: string, typed: string): ShortItem =>
    composer.told(
      typed && composer.say(`label-${key}`, { it: withoutStop(typed) }) + '.',
      from(question, key),
    );
  return [
    {
      label: composer.say('short-medicine'),
      things: composer.lines('medicine', 'current-medicine', facts.currentMedicine),
    },
    labelled('diagnosis-given', 'health', facts.diagnosis),
    labelled('unwell-for', 'health', facts.unwellFor),
    labelled('time-on-medicine', 'medicine', facts.timeOnMedicine),
  ];
}

/** What was tried and where, for the end of the short version. */
export const shortTreatments = (facts: HistoryCase, composer: Composer): readonly ShortItem[] => [
  {
    label: composer.say('short-treatments'),
    things: composer.lines('medicine', 'treatments-tried', facts.treatmentsTried),
  },
];
