import type { ViewWords } from '../../content/views.ts';
import { type Field, type FieldError, oneText } from '../../questionnaire/fields/field.ts';
import { choiceItems } from './choice-items.ts';
import type { ShownForm } from './shown-form.ts';
import { autocompleteOf, TYPING } from './typing.ts';

/** One field for its component. */
export interface FieldView {
  readonly component: string;
  readonly options: object;
}

/** The component of a field, and its options. A single field has the page's heading. */
export function fieldView(field: Field, shown: ShownForm, error: ErrorWithText | undefined): FieldView {
  const { words, form, input } = shown;
  const alone = form.fields.length === 1;
  const own = words.fields[field.name]!;
  const common = {
    ...(own.hint ? { hint: { text: own.hint } } : {}),
    ...(error ? { errorMessage: { text: error.text } } : {}),
  };
  const label = labelOf(field, shown);
  const before = alone && words.html ? { html: words.html } : undefined;
  const legend = alone
    ? { text: label, isPageHeading: true, classes: 'govuk-fieldset__legend--l' }
    : { text: label, classes: 'govuk-fieldset__legend--m' };
  const titled = alone ? { text: label, isPageHeading: true, classes: 'govuk-label--l' } : { text: label };
  switch (field.control) {
    case 'radios':
    case 'checkboxes':
      return {
        component: `components/${field.control}`,
        options: {
          ...common,
          name: field.name,
          idPrefix: field.name,
          fieldset: { legend },
          formGroup: { beforeInputs: before },
          items: choiceItems(field, own, shown),
        },
      };
    case 'date':
      return {
        component: 'components/date-input',
        options: {
          ...common,
          id: field.name,
          namePrefix: field.name,
          fieldset: { legend: { text: label } },
          items: dateItems(field, shown, error),
        },
      };
    case 'lines':
    case 'list':
    case 'long-text':
      return {
        component: 'components/textarea',
        options: {
          ...common,
          id: field.name,
          name: field.name,
          label: titled,
          formGroup: { beforeInput: before },
          rows: 4,
          value: oneText(input, field.name),
          ...typingOf(field, shown),
        },
      };
    default:
      return {
        component: 'components/input',
        options: {
          ...common,
          ...INPUTS[field.control],
          ...typingOf(field, shown),
          id: field.name,
          name: field.name,
          label: titled,
          formGroup: { beforeInput: before },
          value: oneText(input, field.name),
        },
      };
  }
}

/** An error with its message. */
export type ErrorWithText = FieldError & { readonly text: string };

const INPUTS = {
  text: {},
  name: {},
  'nhs-number': { classes: 'govuk-input--width-10' },
  email: { type: 'email' },
  telephone: { type: 'tel', classes: 'govuk-input--width-20' },
} as const;

function typingOf(field: Field, { own }: ShownForm): object {
  const { dir, ...typing } = TYPING[field.control];
  return {
    ...typing,
    autocomplete: autocompleteOf(field.name, own),
    ...(dir ? { attributes: { dir } } : {}),
  };
}

/** A field's label, with "(optional)" if it may be left empty and the page does not say so for all fields. */
function labelOf(field: Field, { form, codes, words, labels }: ShownForm): string {
  if (form.fields.length === 1) return words.title;
  const { label = words.title, optional } = words.fields[field.name]!;
  const isFree = !field.required && codes.length === 0 && !form.optional;
  return isFree || optional ? optionalLabel(label, labels) : label;
}

/** A label or a title that says "(optional)". */
export const optionalLabel = (label: string, labels: ViewWords['labels']): string =>
  labels.optional!.replace('{label}', () => label);

function dateItems(
  field: Field,
  { input, own }: ShownForm,
  error: FieldError | undefined,
): readonly object[] {
  return (['day', 'month', 'year'] as const).map((part) => {
    const inputName = `${field.name}-${part}`;
    const isWrong = error !== undefined && [error.inputName, ...(error.inputNames ?? [])].includes(inputName);
    return {
      name: part,
      value: oneText(input, inputName),
      classes: `govuk-input--width-${part === 'year' ? 4 : 2}${isWrong ? ' govuk-input--error' : ''}`,
      // The month may be a word.
      ...(part === 'month' ? { inputmode: 'text' } : {}),
      ...TYPING.date,
      autocomplete: autocompleteOf(inputName, own),
    };
  });
}
