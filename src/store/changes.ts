import type { Entry, Given } from './journey.ts';
import type { Change } from './journey-rows.ts';
import type { JourneyRow } from './journey-row.ts';

/** Keeps one page's answer, and drops what was put aside for it. */
export function keepAnswer(slug: string, given: Given): Change {
  const kept = copyOf(given);
  checkName(slug);
  return (row) => ({
    ...row,
    answers: { ...row.answers, [slug]: kept },
    offered: without(row.offered, slug),
  });
}

/** Keeps fields to be offered again. */
export function keepAside(slug: string, given: Given): Change {
  const kept = copyOf(given);
  checkName(slug);
  return (row) => ({ ...row, offered: { ...row.offered, [slug]: kept } });
}

export function choose(name: string, values: readonly string[]): Change {
  checkName(name);
  return (row) => ({ ...row, choices: { ...row.choices, [name]: [...values] } });
}

/** Adds an entry, unless one of its id is there; with it go the answers of the pages that are forgotten. */
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

/** Replaces the entry of that id, where it is still there. */
export function changeEntry(entry: Entry): Change {
  const kept = { ...entry, fields: copyOf(entry.fields) };
  return (row) => ({ ...row, entries: row.entries.map((each) => (each.id === entry.id ? kept : each)) });
}

/** Deletes the entries that are meant, and what names their letters. */
export function deleteEntries(isMeant: (entryId: string) => boolean): Change {
  return (row) => ({
    ...row,
    entries: row.entries.filter(({ id }) => !isMeant(id)),
    letters: row.letters.filter(({ entryId }) => !isMeant(entryId)),
  });
}

/**
 * A copy of one page's fields.
 * @throws TypeError for a name that no form of ours has
 */
export function copyOf(given: Given): JourneyRow['answers'][string] {
  for (const name of Object.keys(given)) checkName(name);
  return Object.fromEntries(
    Object.entries(given).map(([name, value]) => [name, typeof value === 'string' ? value : [...value]]),
  );
}

/** A key that an object gives a meaning of its own would be lost where the row is read. */
export function checkName(name: string): void {
  if (name === '__proto__') throw new TypeError('a field cannot have this name');
}

function without<T>(record: Readonly<Record<string, T>>, ...names: readonly string[]): Record<string, T> {
  return Object.fromEntries(Object.entries(record).filter(([each]) => !names.includes(each)));
}
