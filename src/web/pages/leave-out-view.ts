import type { QuestionsWords } from '../../content/questions.ts';
import type { LetterCase } from '../../letters/case.ts';
import { type SensitiveFact, sensitiveFacts } from '../../letters/leave-out.ts';

/** One thing that can be left out of the letter, as a checkbox. */
interface Choice {
  readonly value: string;
  readonly text: string;
  /** The question that it answers. */
  readonly name?: string;
  readonly checked: boolean;
}

/** What can be left out of a letter: sentences of feeling that nobody was asked for, and sensitive facts. */
export function leaveOutView(
  facts: LetterCase,
  feelings: ReadonlyMap<string, string>,
  leftOut: ReadonlySet<string>,
  words: QuestionsWords,
): { readonly feelings: readonly Choice[]; readonly facts: readonly Choice[] } {
  return {
    feelings: [...feelings].map(([value, text]) => ({ value, text, checked: leftOut.has(value) })),
    facts: sensitiveFacts(facts).map(({ key, kind, text }) => ({
      value: key,
      text:
        kind === 'problemAreas' ? words.get('problems')!.fields['problem-areas']!.options[text]!.label : text,
      name: nameOf(kind, words),
      checked: leftOut.has(key),
    })),
  };
}

/** The question, and where it has several fields the field, that each kind of fact answers. */
const ASKED_BY = {
  diagnosis: ['health', 'diagnosis-given'],
  currentMedicine: ['medicine', 'current-medicine'],
  medicinesTried: ['medicine', 'medicines-tried'],
  admissions: ['health', 'hospital-admissions'],
  unwellFor: ['health', 'unwell-for'],
  background: ['background'],
  problemAreas: ['problems'],
  problems: ['problems'],
  sideEffects: ['side-effects'],
} as const satisfies Readonly<Record<SensitiveFact['kind'], readonly [slug: string, field?: string]>>;

function nameOf(kind: SensitiveFact['kind'], words: QuestionsWords): string {
  const [slug, field] = ASKED_BY[kind] as readonly [string, string?];
  const { name, fields } = words.get(slug)!;
  return (field && fields[field]!.label?.replace(/ \(optional\)$/, '')) || name;
}
