import type { Response } from 'express';
import type { Content } from '../../content/content.ts';
import type { Day } from '../../questionnaire/calendar.ts';
import { dayInputs } from '../../questionnaire/fields/day-parts.ts';
import type { Field, FieldError, FormInput, ReadResult } from '../../questionnaire/fields/field.ts';
import { fieldsInPlay, isAskedAtOnce } from '../../record/fields-in-play.ts';
import { ENTRY_FORMS, type EntryKind, type EntryValues } from '../../record/entry-forms.ts';
import { cleanedFor, inputFor } from '../forms.ts';
import type { OpenJourney } from '../journey.ts';
import type { Pages } from '../page.ts';
import type { PageServices } from '../services.ts';
import type { FieldView } from './field-view.ts';
import { questionView } from './question-view.ts';

/** What was submitted for an entry: as typed, as read, and as stored. */
export interface ReadEntry<What extends EntryKind> {
  readonly typed: FormInput;
  readonly result: ReadResult<EntryValues<What>>;
  readonly cleaned: FormInput;
}

/** Reads the form of one kind of entry. Fields that do not belong to the choice are ignored. */
export function readEntry<What extends EntryKind>(what: What, form: FormInput, today: Day): ReadEntry<What> {
  const asked = ENTRY_FORMS[what].form(undefined, today);
  const inPlay = fieldsInPlay(what, asked.fields, form);
  const input = inputFor(inPlay, form);
  return {
    typed: inputFor(asked.fields, form),
    result: asked.read(input) as ReadResult<EntryValues<What>>,
    cleaned: filledOf(cleanedFor(inPlay, input)),
  };
}

/** Without what was left empty: it reads the same, and a hundred entries are opened for each page. */
const filledOf = (input: FormInput): FormInput =>
  Object.fromEntries(Object.entries(input).filter(([, value]) => value !== ''));

/** Today, in the three inputs of an entry's day. */
export const whenToday = (today: Day): FormInput => dayInputs('when', today);

interface EntryForm {
  readonly what: EntryKind;
  readonly input: FormInput;
  readonly errors?: readonly FieldError[];
  /** The fields to ask for, if not all. */
  readonly names?: readonly string[];
}

/** An entry's form for its view: required fields first, the rest folded away. */
export interface EntryFormView {
  readonly fields: readonly FieldView[];
  readonly folded: readonly FieldView[];
  /** Whether a folded field is filled in or has an error. */
  readonly isUnfolded: boolean;
  readonly errors: readonly object[];
}

export function entryFormView(
  content: Content,
  open: OpenJourney,
  { what, input, errors = [], names }: EntryForm,
): EntryFormView {
  const { fields, ...form } = ENTRY_FORMS[what].form(undefined, open.today);
  const asked = names ? fields.filter(({ name }) => names.includes(name)) : fields;
  const view = questionView({
    form: { ...form, fields: asked },
    codes: ENTRY_FORMS[what].codes,
    input,
    errors,
    words: content.entries[open.reader][what],
    own: open.reader === 'oneself',
    suggested: [],
    fieldErrors: content.fieldErrors,
    labels: content.views.fields[open.reader].labels,
  });
  const isFolded = asked.map((field) => !names && !isAskedAtOnce(what, field));
  const isFilled = ({ name, inputNames }: Field) =>
    errors.some(({ field }) => field === name) ||
    inputNames.some((inputName) => (input[inputName] ?? '').length > 0);
  return {
    fields: view.fields.filter((_, at) => !isFolded[at]),
    folded: view.fields.filter((_, at) => isFolded[at]),
    isUnfolded: asked.some((field, at) => isFolded[at] && isFilled(field)),
    errors: view.errors,
  };
}

interface EntryPage extends EntryForm {
  readonly action: string;
  readonly backLink: string;
  /** The id for a new entry. */
  readonly entry?: string;
  /** Where an existing entry can be deleted. */
  readonly deleteAddress?: string;
  /** A notice to show first, and the status of the response. */
  readonly notice?: { readonly status: number; readonly title: string; readonly html: string };
}

/** Sends the page of one entry. */
export function sendEntryPage(
  { content }: PageServices,
  pages: Pages,
  response: Response,
  open: OpenJourney,
  page: EntryPage,
): void {
  const { errors = [], notice, action, backLink, entry, deleteAddress } = page;
  const words = content.entries[open.reader][page.what];
  const { care } = words;
  const { change } = content.views['record-entry'][open.reader].labels;
  const title = deleteAddress ? change!.replace('{what}', () => words.title) : words.title;
  response.status(notice?.status ?? (errors.length > 0 ? 422 : 200));
  pages.send(
    response,
    'record-entry',
    {
      ...entryFormView(content, open, page),
      title,
      heading: title,
      care,
      action,
      backLink,
      entry,
      deleteAddress,
      notice,
    },
    open,
  );
}
