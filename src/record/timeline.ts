import { byDay, type Day, lastDayOf, type Month } from '../questionnaire/calendar.ts';
import type { FormInput } from '../questionnaire/fields/field.ts';
import { ENTRY_FORMS, type EntryKind, type EntryValues, isEntryKind } from './entry-forms.ts';

/** An entry as it is stored: its fields as they were submitted, cleaned. */
export interface StoredEntry {
  readonly id: string;
  readonly what: string;
  /** When it was added, in milliseconds: gives the order of entries of one day. */
  readonly addedAt: number;
  readonly fields: FormInput;
}

/** An entry of the record, read by today's forms. */
export type TimelineEntry = {
  readonly [What in EntryKind]: {
    readonly id: string;
    readonly what: What;
    /** The day, or the last day of the month if only that is known. */
    readonly on: Day;
    readonly when: Day | Month;
    readonly values: EntryValues<What>;
  };
}[EntryKind];

/** An entry of one kind. */
export type TimelineEntryOf<What extends EntryKind> = Extract<TimelineEntry, { what: What }>;

/**
 * The record's entries in the order of their days, and within a day in the order in which they were added. An
 * entry that today's forms cannot read is left out.
 */
export function timelineFrom(entries: readonly StoredEntry[], today: Day): readonly TimelineEntry[] {
  const inOrder = entries.toSorted((a, b) => a.addedAt - b.addedAt);
  const timelineEntries = inOrder.flatMap((entry) => timelineEntryFrom(entry, today) ?? []);
  return timelineEntries.toSorted((a, b) => byDay(a.on, b.on));
}

/** What one entry says; undefined if the forms cannot read it. Notes are private, so its type leaves them out. */
function timelineEntryFrom({ id, what, fields }: StoredEntry, today: Day): TimelineEntry | undefined {
  if (!isEntryKind(what)) return undefined;
  const result = ENTRY_FORMS[what].form(undefined, today).readStored(fields);
  if (!result.ok || result.value.when === undefined) return undefined;
  const { when } = result.value;
  return { id, what, when, on: lastDayOf(when), values: result.value } as TimelineEntry;
}
