import type { QuestionWords } from '../../content/questions.ts';
import type { Field } from '../../questionnaire/fields/field.ts';
import type { ShownForm } from './shown-form.ts';

/** The items of radios or checkboxes, in the field's order, each with its words and whether it is chosen. */
export function choiceItems(
  field: Field,
  words: QuestionWords['fields'][string],
  { input, suggested, labels }: Pick<ShownForm, 'input' | 'suggested' | 'labels'>,
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
    return [...items, { divider: labels.or }, { value: '', text: words.takeBack }];
  const firstAlone = field.values.findIndex((choice) => field.exclusive.includes(choice));
  return firstAlone > 0 ? items.toSpliced(firstAlone, 0, { divider: labels.or } as never) : items;
}
