import type { Response } from 'express';
import type { Content } from '../../content/content.ts';
import type { Day } from '../../questionnaire/calendar.ts';
import type { Fault, Field, Given, Reading } from '../../questionnaire/fields/field.ts';
import { fieldsInPlay, isAskedAtOnce } from '../../record/fields-in-play.ts';
import { ENTRY_FORMS, type Said, type WhatHappened } from '../../record/what-happened.ts';
import { cleanedFor, givenFor } from '../forms.ts';
import type { OpenJourney } from '../journey.ts';
import type { Pages } from '../page.ts';
import type { PageServices } from '../services.ts';
import type { FieldView } from './field-view.ts';
import { questionView } from './question-view.ts';

/** What was submitted for an entry: as typed, as read, and as stored. */
export interface ReadEntry<What extends WhatHappened> {
  readonly typed: Given;
  readonly reading: Reading<Said<What>>;
  readonly cleaned: Given;
}

/** Reads the form of one kind of entry. Fields that do not belong to the choice are ignored. */
export function readEntry<What extends WhatHappened>(what: What, form: Given, today: Day): ReadEntry<What> {
  const asked = ENTRY_FORMS[what].form(undefined, today);
  const inPlay = fieldsInPlay(what, asked.fields, form);
  const given = givenFor(inPlay, form);
  return {
    typed: givenFor(asked.fields, form),
    reading: asked.read(given) as Reading<Said<What>>,
    cleaned: filledOf(cleanedFor(inPlay, given)),
  };
}

/** Without what was left empty: it reads the same, and a hundred entries are opened for each page. */
const filledOf = (given: Given): Given =>
  Object.fromEntries(Object.entries(given).filter(([, value]) => value !== ''));

/** Today, in the three inputs of an entry's day. */
export function whenToday(today: Day): Given {
  const [year = '', month = '', day = ''] = today.split('-').map((part) => String(Number(part)));
  return { 'when-day': day, 'when-month': month, 'when-year': year };
}

interface EntryForm {
  readonly what: WhatHappened;
  readonly given: Given;
  readonly faults?: readonly Fault[];
  /** The fields to ask for, if not all. */
  readonly names?: readonly string[];
}

/** An entry's form for its view: required fields first, the rest folded away. */
export interface EntryFormView {
  readonly fields: readonly FieldView[];
  readonly folded: readonly FieldView[];
  /** Whether a folded field is filled in or has a fault. */
  readonly isUnfolded: boolean;
  readonly errors: readonly object[];
}

export function entryFormView(
  content: Content,
  open: OpenJourney,
  { what, given, faults = [], names }: EntryForm,
): EntryFormView {
  const { fields, ...form } = ENTRY_FORMS[what].form(undefined, open.today);
  const asked = names ? fields.filter(({ name }) => names.includes(name)) : fields;
  const view = questionView({
    ...{ form: { ...form, fields: asked }, codes: ENTRY_FORMS[what].codes, given, faults },
    ...{ words: content.entries[open.reader][what], own: open.reader === 'oneself', suggested: [] },
  });
  const isFolded = asked.map((field) => !names && !isAskedAtOnce(what, field));
  const isFilled = ({ name, inputs }: Field) =>
    faults.some(({ field }) => field === name) || inputs.some((input) => (given[input] ?? '').length > 0);
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
  const { faults = [], notice, action, backLink, entry, deleteAddress } = page;
  const words = content.entries[open.reader][page.what];
  const { care } = words;
  const title = deleteAddress ? content.record.change.replace('{what}', () => words.title) : words.title;
  response.status(notice?.status ?? (faults.length > 0 ? 422 : 200));
  pages.send(
    response,
    'record-entry',
    {
      ...entryFormView(content, open, page),
      ...{ title, heading: title, care, action, backLink, entry, deleteAddress, notice },
    },
    open,
  );
}
