import type { Field, FormInput } from '../questionnaire/fields/field.ts';
import { oneText } from '../questionnaire/fields/field.ts';
import type { EntryKind } from './entry-forms.ts';

/** When a field of an entry counts, and where its page puts it. */
interface Place {
  /** The choice that it belongs to: with any other it is ignored. */
  readonly with?: readonly [field: string, value: string];
  /** Whether a choice needs it, so that it is asked for at once. */
  readonly atOnce?: true;
}

const PLACES: Readonly<Partial<Record<EntryKind, Readonly<Record<string, Place>>>>> = {
  'sent-letter': { about: { with: ['letter', 'chaser'] } },
  answer: {
    'agreed-where': { with: ['answer-was', 'yes'], atOnce: true },
    'reasons-given': { with: ['answer-was', 'no'], atOnce: true },
    reasons: { with: ['answer-was', 'no'] },
    'look-again-on': { with: ['answer-was', 'something-first'] },
  },
  funding: {
    'review-by': { with: ['funding-was', 'refused'] },
    'reasons-given': { with: ['funding-was', 'refused'] },
    reasons: { with: ['funding-was', 'refused'] },
    'answer-by': { with: ['funding-was', 'applied'] },
  },
  'complaint-answer': { 'answer-by': { with: ['complaint-was', 'not-final'] } },
  'had-it': { 'it-said': { atOnce: true } },
};

/** The fields that belong to what was chosen. The page's other fields are ignored. */
export const fieldsInPlay = (what: EntryKind, fields: readonly Field[], input: FormInput): readonly Field[] =>
  fields.filter(({ name }) => {
    const [field, value] = PLACES[what]?.[name]?.with ?? [];
    return field === undefined || oneText(input, field) === value;
  });

/** Whether a page shows a field at once instead of folding it away. */
export const isAskedAtOnce = (what: EntryKind, { name, required }: Field): boolean =>
  required || PLACES[what]?.[name]?.atOnce === true;
