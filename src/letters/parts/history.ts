import type { Answers } from '../../questionnaire/all-questions.ts';
import { type Composer, from } from '../composer.ts';
import type { Block, Source } from '../document.ts';
import { isCondition } from '../english/conditions.ts';
import { countOf, lengthOfTime } from '../english/measures.ts';
import { isMedicine } from '../english/medicines.ts';
import { listItems, withoutStop, withStop } from '../english/typed.ts';
import type { People } from '../people.ts';
import type { ShortItem } from '../short.ts';
import { typedItems } from './typed-items.ts';

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
  /** The name of its label: "How long unwell: {it}". */
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
  const medicines = composer.lineSources('medicine', 'current-medicine', facts.currentMedicine);
  const only = medicines.length === 1 ? medicines[0] : undefined;
  const given = factsOf(facts, only, composer);
  const isTold = ({ source }: Fact) => !composer.isLeftOut(source);
  const isProse = given.filter(isTold).every(({ sentence }) => sentence(true) !== undefined);
  const tell = (lead: string, all: readonly Fact[]): readonly Block[] => {
    const first = all.find(isTold);
    const statements = all.map((fact) => {
      const text = isProse && isTold(fact) ? fact.sentence(fact === first) : undefined;
      return composer.told(text ?? composer.say(fact.label, { it: withoutStop(fact.typed) }), fact.source);
    });
    return isProse ? composer.paragraph(...statements) : composer.list(lead, statements);
  };
  if (medicines.length < 2) return tell('history', given);
  // "The present medicines" come after their list.
  const before = tell(
    'history',
    given.filter(({ source }) => source.question === 'health'),
  );
  return [
    ...before,
    ...composer.list(
      'medicines-now',
      medicines.map(({ text, source }) => composer.told(text, source)),
    ),
    ...tell(
      before.length > 0 ? 'history-of-medicines' : 'history',
      given.filter(({ source }) => source.question === 'medicine'),
    ),
  ];
}

/** Whether several medicines are taken now. */
export const takesSeveral = ({ currentMedicine }: Pick<History, 'currentMedicine'>): boolean =>
  listItems(currentMedicine).length > 1;

interface Line {
  readonly text: string;
  readonly source: Source;
}

function factsOf(facts: HistoryCase, medicine: Line | undefined, composer: Composer): readonly Fact[] {
  const { voice } = facts.people;
  type Sentence = (it: string, say: Composer['say']) => string | undefined;
  const fact = (source: Source, label: string, typed: string, sentence: Sentence): Fact => ({
    source,
    typed,
    label,
    sentence: (isFirst) =>
      sentence(withoutStop(typed), (name, values) =>
        isFirst ? composer.say(name, values) : composer.sayAgain(name, values),
      ),
  });
  const answer = (question: string, key: string, typed: string, sentence: Sentence): Fact =>
    fact(from(question, key), `label-${key}`, typed, sentence);
  const time =
    (name: string): Sentence =>
    (it, say) => {
      const text = lengthOfTime(it, voice);
      return text && say(name, { time: text });
    };
  const count =
    (name: string, noun: string, isOften: boolean): Sentence =>
    (it, say) => {
      const number = countOf(it, noun);
      // "Twice" is how often somebody was in hospital, and no number of medicines.
      if (!number || (number.is === 'times' && !isOften)) return undefined;
      return say(`${name}-${number.is}`, { it: number.text });
    };
  const isTold = (typed: string, source: Source) => typed !== '' && !composer.isLeftOut(source);
  const stays = isTold(facts.unwellFor, from('health', 'unwell-for')) ? 'stays-since' : 'stays';
  const onMedicine =
    medicine && isTold(medicine.text, medicine.source)
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

/** What was tried before, a treatment a line. */
export const treatmentsSoFar = (
  { treatmentsTried, people }: HistoryCase,
  composer: Composer,
): readonly Block[] =>
  composer.list(
    people.writer.is === 'patient' ? 'treatments' : 'treatments-of-another',
    composer.lines('medicine', 'treatments-tried', treatmentsTried),
  );

/** Background for the short version. */
export const shortBackground = ({ background: typed }: HistoryCase, composer: Composer): ShortItem =>
  typedItems('short-background', typed, from('background', 'background'), composer);

/** Background, as it was typed. */
export const background = ({ background: typed }: HistoryCase, composer: Composer): readonly Block[] =>
  composer.typed(typed, from('background', 'background'));

const timeLabel = (facts: History): string =>
  takesSeveral(facts) ? 'label-time-on-medicines' : 'label-time-on-medicine';

/** An answer under its label, as the short version tells it. */
function labelled(
  question: string,
  key: string,
  typed: string,
  composer: Composer,
  label = `label-${key}`,
): ShortItem {
  const text = typed && withStop(composer.say(label, { it: withoutStop(typed) }));
  return composer.told(text, from(question, key));
}

/** The medicines of now, for the short version. */
export const shortMedicine = (facts: HistoryCase, composer: Composer): ShortItem => ({
  label: composer.say('short-medicine'),
  things: composer.lines('medicine', 'current-medicine', facts.currentMedicine),
});

/** The diagnosis given, for the short version. */
export const shortDiagnosis = (facts: HistoryCase, composer: Composer): ShortItem =>
  labelled('health', 'diagnosis-given', facts.diagnosis, composer);

/** How long unwell and how long on the medicine, for the short version. */
export const shortTimes = (facts: HistoryCase, composer: Composer): readonly ShortItem[] => [
  // A bare number says nothing, and takes room.
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
