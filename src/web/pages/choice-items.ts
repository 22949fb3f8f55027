import type { QuestionWords } from '../../content/questions.ts';
import type { Field, FormInput } from '../../questionnaire/fields/field.ts';

/**
 * The items of radios or checkboxes, in the field's order, each with its words and whether it is chosen.
 * @param suggested the choices to mark as the plan's suggestion
 */
export function choiceItems(
  field: Field,
  words: QuestionWords['fields'][string],
  input: FormInput,
  suggested: readonly string[],
): readonly object[] {
  const value = input[field.name];
  const chosen = typeof value === 'string' ? [value] : (value ?? []);
  const items = field.values.map((choice) => {
    const { label, hint } = words.options[choice]!;
    const isAlone = field.exclusive.includes(choice);
    const hints = [hint, suggested.includes(choice) ? words.suggestion : undefined].filter(Boolean);
    return {
      value: choice,
      text: label,
      checked: chosen.includes(choice),
      ...(hints.length > 0 ? { hint: { text: hints.join('. ') } } : {}),
      ...(isAlone ? { behaviour: 'exclusive' } : {}),
    };
  });
  if (words.takeBack && typeof value === 'string' && value !== '')
    return [...items, { divider: 'or' }, { value: '', text: words.takeBack }];
  const firstAlone = field.values.findIndex((choice) => field.exclusive.includes(choice));
  return firstAlone > 0 ? items.toSpliced(firstAlone, 0, { divider: 'or' } as never) : items;
}
