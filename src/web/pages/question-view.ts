import { messageFor } from '../../content/questions.ts';
import type { Fault, Field } from '../../questionnaire/fields/field.ts';
import { type FieldView, fieldView, type FormWords, type ShownForm } from './field-view.ts';

export interface QuestionView {
  readonly fields: readonly FieldView[];
  readonly errors: readonly { readonly text: string; readonly href: string }[];
  /** The page's heading, unless a legend or label has it. */
  readonly heading: string | undefined;
}

/** The fields of a question page, and its errors, ready for the components. */
export function questionView(shown: ShownForm): QuestionView {
  const { form, words, faults } = shown;
  const { fields } = form;
  const withTexts = faults.map((fault) => ({ ...fault, text: messageOf(fault, fields, words) }));
  return {
    fields: fields.map((field) => {
      const fault = withTexts.find((one) => one.field === field.name);
      return fieldView(field, shown, fault);
    }),
    errors: withTexts.map(({ input, text }) => ({ text, href: `#${input}` })),
    heading: fields.length === 1 ? undefined : words.title,
  };
}

function messageOf(fault: Fault, fields: readonly Field[], words: FormWords): string {
  const field = fields.find(({ name }) => name === fault.field);
  const own = words.fields[fault.field];
  const message = words.errors[fault.code] ?? (field && own && messageFor(field, own, fault.code));
  if (message === undefined) throw new Error(`${fault.field} has no message for ${fault.code}`);
  return message.replace('{limit}', (fault.limit ?? 0).toLocaleString('en-GB'));
}
