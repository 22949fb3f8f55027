import type { QuestionWords } from '../../content/questions.ts';
import { messageFor } from '../../content/questions.ts';
import { type Fault, type Field, type Given, oneText } from '../../questionnaire/fields/field.ts';
import type { Form } from '../../questionnaire/question.ts';

/** One field as its component takes it. */
export interface FieldView {
  readonly component: string;
  readonly options: object;
}

/** The words of a page that is a form: those of a question, or of an entry of the record. */
export type FormWords = Pick<QuestionWords, 'title' | 'fields' | 'errors'> &
  Partial<Pick<QuestionWords, 'html'>>;

interface Shown {
  readonly form: Form;
  /** Codes of faults that concern several of its fields together. */
  readonly codes: readonly string[];
  readonly words: FormWords;
  /** Whether somebody asks for themselves. */
  readonly own: boolean;
  /** What the fields hold: the answer, what was offered, or what was submitted with faults. */
  readonly given: Given;
  readonly faults: readonly Fault[];
  /** Choices to mark as the plan's suggestion. */
  readonly suggested: readonly string[];
}

export interface QuestionView {
  readonly fields: readonly FieldView[];
  readonly errors: readonly { readonly text: string; readonly href: string }[];
  /** The page's heading where no legend or label carries it. */
  readonly heading: string | undefined;
}

/** The fields of a question page, and its errors, ready for the components. */
export function questionView(shown: Shown): QuestionView {
  const { form, words, faults } = shown;
  const { fields } = form;
  const messages = faults.map((fault) => ({ ...fault, text: messageOf(fault, fields, words) }));
  const alone = fields.length === 1;
  return {
    fields: fields.map((field) => viewOf(field, { ...shown, alone, messages })),
    errors: messages.map(({ input, text }) => ({ text, href: `#${input}` })),
    heading: alone ? undefined : words.title,
  };
}

interface Drawn extends Shown {
  readonly alone: boolean;
  readonly messages: readonly (Fault & { readonly text: string })[];
}

function messageOf(fault: Fault, fields: readonly Field[], words: FormWords): string {
  const field = fields.find(({ name }) => name === fault.field);
  const own = words.fields[fault.field];
  const message = words.errors[fault.code] ?? (field && own && messageFor(field, own, fault.code));
  if (message === undefined) throw new Error(`${fault.field} has no message for ${fault.code}`);
  return message.replace('{limit}', (fault.limit ?? 0).toLocaleString('en-GB'));
}

function viewOf(field: Field, drawn: Drawn): FieldView {
  const { words, messages, alone } = drawn;
  const own = words.fields[field.name]!;
  const message = messages.find((one) => one.field === field.name);
  const common = {
    ...(own.hint ? { hint: { text: own.hint } } : {}),
    ...(message ? { errorMessage: { text: message.text } } : {}),
  };
  const label = labelOf(field, drawn);
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
          items: choices(field, drawn),
        },
      };
    case 'date':
      return {
        component: 'components/date-input',
        options: {
          ...common,
          id: field.name,
          fieldset: { legend: { text: label } },
          items: dateParts(field, drawn, message),
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
          rows: field.control === 'lines' ? 5 : 8,
          value: oneText(drawn.given, field.name),
          ...typingOf(field, drawn),
        },
      };
    default:
      return {
        component: 'components/input',
        options: {
          ...common,
          ...INPUTS[field.control],
          ...typingOf(field, drawn),
          id: field.name,
          name: field.name,
          label: titled,
          formGroup: { beforeInput: before },
          value: oneText(drawn.given, field.name),
        },
      };
  }
}

const INPUTS = {
  text: {},
  name: {},
  'nhs-number': { classes: 'govuk-input--width-10' },
  email: { type: 'email' },
  telephone: { type: 'tel', classes: 'govuk-input--width-20' },
} as const;

/** What a browser does while somebody types: its keyboard, capitals, spelling, direction, and what it offers. */
function typingOf(field: Field, drawn: Drawn): object {
  const { dir, ...typing } = TYPING[field.control];
  return {
    ...typing,
    autocomplete: offeredBy(field.name, drawn),
    ...(dir ? { attributes: { dir } } : {}),
  };
}

interface Typing {
  readonly inputmode?: 'numeric';
  readonly autocapitalize?: 'none' | 'words' | 'sentences';
  readonly spellcheck?: boolean;
  /** The direction of the script that is typed. */
  readonly dir?: 'auto';
}

const NO_WORDS = { autocapitalize: 'none', spellcheck: false } as const;
const WORDS = { autocapitalize: 'sentences', spellcheck: true, dir: 'auto' } as const;
const NAMES = { autocapitalize: 'words', spellcheck: false, dir: 'auto' } as const;
const TYPING: Readonly<Record<Field['control'], Typing>> = {
  text: WORDS,
  list: WORDS,
  'long-text': WORDS,
  name: NAMES,
  lines: NAMES,
  'nhs-number': { inputmode: 'numeric', ...NO_WORDS },
  date: NO_WORDS,
  email: NO_WORDS,
  telephone: NO_WORDS,
  radios: {},
  checkboxes: {},
};

/** What a patient's own browser can know of them (WCAG 1.3.5); nothing of health, and no number of the NHS. */
const OF_ONESELF: Readonly<Record<string, string>> = {
  'patient-name': 'name',
  'date-of-birth-day': 'bday-day',
  'date-of-birth-month': 'bday-month',
  'date-of-birth-year': 'bday-year',
  address: 'street-address',
  telephone: 'tel',
  email: 'email',
};

/** What the browser may offer to fill in, and so keep: of anybody else, nothing. */
const offeredBy = (input: string, { own }: Drawn): string => (own && OF_ONESELF[input]) || 'off';

/** The words that ask for a field; what may be left empty says so, unless the page says it of its fields together. */
function labelOf(field: Field, { form, codes, words, alone }: Drawn): string {
  const label = alone ? words.title : (words.fields[field.name]!.label ?? words.title);
  const isFree = !alone && !field.required && codes.length === 0 && !form.optional;
  return isFree && !label.endsWith('(optional)') ? `${label} (optional)` : label;
}

function choices(field: Field, { words, given, suggested }: Drawn): readonly object[] {
  const value = given[field.name];
  const chosen = typeof value === 'string' ? [value] : (value ?? []);
  const own = words.fields[field.name]!;
  const items = field.values.map((choice) => {
    const { label, hint } = own.options[choice]!;
    const isAlone = field.alone.includes(choice);
    const hints = [hint, suggested.includes(choice) ? own.suggestion : undefined].filter(Boolean);
    return {
      value: choice,
      text: label,
      checked: chosen.includes(choice),
      ...(hints.length > 0 ? { hint: { text: hints.join('. ') } } : {}),
      ...(isAlone ? { behaviour: 'exclusive' } : {}),
    };
  });
  if (own.takeBack && typeof value === 'string' && value !== '')
    return [...items, { divider: 'or' }, { value: '', text: own.takeBack }];
  const firstAlone = field.values.findIndex((choice) => field.alone.includes(choice));
  return firstAlone > 0 ? items.toSpliced(firstAlone, 0, { divider: 'or' } as never) : items;
}

function dateParts(field: Field, drawn: Drawn, fault: Fault | undefined): readonly object[] {
  return (['day', 'month', 'year'] as const).map((part) => {
    const input = `${field.name}-${part}`;
    const isWrong = fault !== undefined && [fault.input, ...(fault.inputs ?? [])].includes(input);
    return {
      id: input,
      name: input,
      label: { day: 'Day', month: 'Month', year: 'Year' }[part],
      value: oneText(drawn.given, input),
      classes: `govuk-input--width-${part === 'year' ? 4 : 2}${isWrong ? ' govuk-input--error' : ''}`,
      // The month may be a word.
      ...(part === 'month' ? { inputmode: 'text' } : {}),
      ...TYPING.date,
      autocomplete: offeredBy(input, drawn),
    };
  });
}
