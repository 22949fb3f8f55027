import { messageFor } from '../../content/questions.ts';
import type { FieldError } from '../../questionnaire/fields/field.ts';
import { type FieldView, fieldView } from './field-view.ts';
import type { ShownForm } from './shown-form.ts';

export interface QuestionView {
  readonly fields: readonly FieldView[];
  readonly errors: readonly { readonly text: string; readonly href: string }[];
  /** The page's heading, unless a legend or label has it. */
  readonly heading: string | undefined;
}

/** The fields of a question page, and its errors, ready for the components. */
export function questionView(shown: ShownForm): QuestionView {
  const { form, words, errors } = shown;
  const { fields } = form;
  const withTexts = errors.map((error) => ({ ...error, text: messageOf(error, shown) }));
  return {
    fields: fields.map((field) => {
      const error = withTexts.find((one) => one.field === field.name);
      return fieldView(field, shown, error);
    }),
    errors: withTexts.map(({ inputName, text }) => ({ text, href: `#${inputName}` })),
    heading: fields.length === 1 ? undefined : words.title,
  };
}

function messageOf(error: FieldError, { form, words, fieldErrors }: ShownForm): string {
  const field = form.fields.find(({ name }) => name === error.field);
  const own = words.fields[error.field];
  const message =
    words.errors[error.code] ?? (field && own && messageFor(field, own, error.code, fieldErrors));
  if (message === undefined) throw new Error(`${error.field} has no message for ${error.code}`);
  return message.replace('{limit}', (error.limit ?? 0).toLocaleString('en-GB'));
}
