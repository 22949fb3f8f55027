import { z } from 'zod';
import { whenItWas } from '../letters/english/times.ts';
import type { Day } from '../questionnaire/calendar.ts';
import type { Field } from '../questionnaire/fields/field.ts';
import type { TimelineEntry } from '../record/timeline.ts';
import { ENTRY_FORMS, ENTRY_KINDS, type EntryKind } from '../record/entry-forms.ts';
import type { FieldErrors } from './field-errors.ts';
import { checkField, fieldSchema } from './questions.ts';
import { type Report, readFolder } from './read.ts';
import { READERS, type Reader, voicedAll } from './voices.ts';

const entrySchema = z.strictObject({
  /** What happened: its line in the list of entries to add, and the heading of its page. */
  name: z.string(),
  care: z.array(z.enum(['urgent', 'medicine', 'severe-side-effect'])),
  /** What advice says after "the record says that on 20 November 2026", unless one of its choices does. */
  because: z.string().optional(),
  fields: z.record(z.string(), fieldSchema),
  errors: z.record(z.string(), z.string()).default({}),
});

/** The words of one kind of entry of the record, for one reader. */
export type EntryWords = z.infer<typeof entrySchema> & { readonly title: string };

export type EntriesWords = Readonly<Record<EntryKind, EntryWords>>;

/** Any day will do, as the forms have the same fields, choices and codes every day. */
const SOME_DAY = '2000-01-02' as Day;

const fieldsOf = (what: EntryKind): readonly Field[] => ENTRY_FORMS[what].form(undefined, SOME_DAY).fields;

/** Reads the words of every kind of entry and checks them against the forms. */
export function readEntries(
  folder: string,
  fieldErrors: FieldErrors,
  report: Report,
): Readonly<Record<Reader, EntriesWords>> {
  const entries = readFolder(folder, entrySchema, report);
  for (const what of ENTRY_KINDS) {
    const entry = entries.get(what);
    if (entry) checkEntry(what, entry.front, fieldErrors, report);
    else report(`entries/${what}.md is missing`);
  }
  for (const name of entries.keys())
    if (!Object.hasOwn(ENTRY_FORMS, name)) report(`entries/${name}.md: no kind of entry has this name`);
  const words = Object.fromEntries(
    [...entries].map(([what, { front }]) => [what, { ...front, title: front.name }]),
  );
  return Object.fromEntries(READERS.map((reader) => [reader, voicedAll(words, reader)])) as Record<
    Reader,
    EntriesWords
  >;
}

function checkEntry(
  what: EntryKind,
  words: z.infer<typeof entrySchema>,
  fieldErrors: FieldErrors,
  report: Report,
): void {
  const fields = fieldsOf(what);
  for (const field of fields)
    checkField(`entries/${what}.md`, field, words.fields[field.name], false, fieldErrors, report);
  for (const name of Object.keys(words.fields))
    if (!fields.some((field) => field.name === name)) report(`entries/${what}.md: no field ${name} is asked`);
  for (const code of ENTRY_FORMS[what].codes)
    if (!words.errors[code]) report(`entries/${what}.md: no message for ${code}`);
  const choices = fields.flatMap(({ name, values }) =>
    values.map((value) => words.fields[name]?.options[value]),
  );
  if (!words.because && !choices.some((choice) => choice?.because))
    report(`entries/${what}.md: no "because" of its own or of a choice`);
}

/** What an entry says, for a sentence: "on 20 November 2026 the answer was no". */
export function saidBy({ what, when, values }: TimelineEntry, words: EntriesWords): string {
  const chosen = Object.entries(words[what].fields).flatMap(([name, { options }]) => {
    const value = (values as Readonly<Record<string, unknown>>)[name];
    return (typeof value === 'string' && options[value]?.because) || [];
  });
  return `${whenItWas(when)} ${chosen[0] ?? words[what].because ?? ''}`.trim();
}
