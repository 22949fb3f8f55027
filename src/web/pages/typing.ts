import type { Field } from '../../questionnaire/fields/field.ts';

type Control = Field['control'];

/** What a browser does while a person types: keyboard, capitals, spelling and direction. */
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
export const TYPING: Readonly<Record<Control, Typing>> = {
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

/** What a patient's own browser may fill in (WCAG 1.3.5): nothing about health, and no NHS number. */
const OF_ONESELF: Readonly<Record<string, string>> = {
  'patient-name': 'name',
  'date-of-birth-day': 'bday-day',
  'date-of-birth-month': 'bday-month',
  'date-of-birth-year': 'bday-year',
  address: 'street-address',
  telephone: 'tel',
  email: 'email',
};

/**
 * The `autocomplete` of an input: what the browser may offer to fill in, and so remember.
 * @param own whether the reader is the patient; for others the browser offers nothing
 */
export const autocompleteOf = (input: string, own: boolean): string => (own && OF_ONESELF[input]) || 'off';
