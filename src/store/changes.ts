import type { Entry, FormInput } from './journey.ts';
import type { Change } from './journey-rows.ts';
import type { JourneyRow } from './journey-row.ts';

/** Stores one page's answer, and drops its draft. */
export function keepAnswer(slug: string, input: FormInput): Change {
  const kept = copyOf(input);
  checkName(slug);
  return (row) => ({
    ...row,
    answers: { ...row.answers, [slug]: kept },
    offered: without(row.offered, slug),
  });
}

/** Stores a draft. */
export function keepDraft(slug: string, input: FormInput): Change {
  const kept = copyOf(input);
  checkName(slug);
  return (row) => ({ ...row, offered: { ...row.offered, [slug]: kept } });
}

export function choose(name: string, values: readonly string[]): Change {
  checkName(name);
  return (row) => ({ ...row, choices: { ...row.choices, [name]: [...values] } });
}

/** Adds an entry, unless one with its id is there, and drops the answers of the forgotten pages. */
export function insertEntry(entry: Entry, forgotten: readonly string[] = []): Change {
  const kept = { ...entry, fields: copyOf(entry.fields) };
  return (row) =>
    row.entries.some(({ id }) => id === entry.id)
      ? row
      : {
          ...row,
          answers: without(row.answers, ...forgotten),
          offered: without(row.offered, ...forgotten),
          entries: [...row.entries, kept],
        };
}

/** Replaces the entry with that id, if it is still there. */
export function changeEntry(entry: Entry): Change {
  const kept = { ...entry, fields: copyOf(entry.fields) };
  return (row) => ({ ...row, entries: row.entries.map((each) => (each.id === entry.id ? kept : each)) });
}

/** Deletes these entries, and the references to their letters. */
export function deleteEntries(isMeant: (entryId: string) => boolean): Change {
  return (row) => ({
    ...row,
    entries: row.entries.filter(({ id }) => !isMeant(id)),
    letters: row.letters.filter(({ entryId }) => !isMeant(entryId)),
  });
}

/**
 * A copy of one page's fields.
 * @throws TypeError for a name that is not safe as a key
 */
export function copyOf(input: FormInput): JourneyRow['answers'][string] {
  for (const name of Object.keys(input)) checkName(name);
  return Object.fromEntries(
    Object.entries(input).map(([name, value]) => [name, typeof value === 'string' ? value : [...value]]),
  );
}

/** `__proto__` has a special meaning as a key, so it would be lost when the row is read. */
function checkName(name: string): void {
  if (name === '__proto__') throw new TypeError('a field cannot have this name');
}

function without<T>(record: Readonly<Record<string, T>>, ...names: readonly string[]): Record<string, T> {
  return Object.fromEntries(Object.entries(record).filter(([each]) => !names.includes(each)));
}
