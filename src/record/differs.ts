import type { Field, FormInput } from '../questionnaire/fields/field.ts';

/**
 * The fields in which an answer and the record say different things. A field left empty does not differ, nor
 * does a list that words the event of a day in its own way.
 * @param fields those of the question
 * @param known what the record would fill in today (`filledIn`)
 * @param input the answer
 */
export function differingFields(
  fields: readonly Field[],
  known: FormInput,
  input: FormInput,
): readonly Field[] {
  return fields.filter((field) => {
    if (!field.inputNames.some((input) => known[input])) return false;
    const [record, answer] = [field.read(known), field.read(input)];
    if (!record.ok || !answer.ok || isEmpty(answer.value)) return false;
    return Array.isArray(record.value) && Array.isArray(answer.value)
      ? !isCovered(record.value as string[], answer.value as string[])
      : record.value !== answer.value;
  });
}

const isEmpty = (value: unknown): boolean =>
  value === undefined || value === '' || (Array.isArray(value) && value.length === 0);

const DAY_FIRST = /^((?:\d{1,2} )?[A-Z][a-z]+ \d{4}) - /;

const isCovered = (record: readonly string[], answer: readonly string[]): boolean =>
  record.every((line) => answer.some((own) => own.includes(DAY_FIRST.exec(line)?.[1] ?? line)));
