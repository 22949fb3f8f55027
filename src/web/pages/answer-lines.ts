import { type Day, type Month, spellDayOrMonth } from '../../questionnaire/calendar.ts';
import type { Field, Given } from '../../questionnaire/fields/field.ts';
import { spacedNhsNumber } from '../../questionnaire/fields/nhs-number.ts';
import type { FormWords } from './field-view.ts';

/** An answer in words, line by line; empty if it was skipped. */
export function linesOf(field: Field, kept: Given, words: FormWords): readonly string[] {
  const reading = field.recall(kept);
  if (!reading.ok || reading.value === undefined || reading.value === '') return [];
  if (field.control === 'date') return [spellDayOrMonth(reading.value as Day | Month)];
  if (field.control === 'nhs-number') return [spacedNhsNumber(reading.value as string)];
  if (field.values.length > 0) {
    const chosen = typeof reading.value === 'string' ? [reading.value] : (reading.value as readonly string[]);
    return chosen.map((choice) => words.fields[field.name]!.options[choice]!.label);
  }
  return typeof reading.value === 'string' ? reading.value.split('\n') : (reading.value as readonly string[]);
}
