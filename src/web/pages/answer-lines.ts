import { type Day, type Month, spellDayOrMonth } from '../../questionnaire/calendar.ts';
import type { Field, FormInput } from '../../questionnaire/fields/field.ts';
import { spacedNhsNumber } from '../../questionnaire/fields/nhs-number.ts';
import type { FormWords } from './shown-form.ts';

/** An answer in words, line by line; empty if it was skipped. */
export function linesOf(field: Field, kept: FormInput, words: FormWords): readonly string[] {
  const result = field.readStored(kept);
  if (!result.ok || result.value === undefined || result.value === '') return [];
  if (field.control === 'date') return [spellDayOrMonth(result.value as Day | Month)];
  if (field.control === 'nhs-number') return [spacedNhsNumber(result.value as string)];
  if (field.values.length > 0) {
    const chosen = typeof result.value === 'string' ? [result.value] : (result.value as readonly string[]);
    return chosen.map((choice) => words.fields[field.name]!.options[choice]!.label);
  }
  return typeof result.value === 'string' ? result.value.split('\n') : (result.value as readonly string[]);
}
