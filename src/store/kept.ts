/** One page's submitted fields. */
export type Given = Readonly<Record<string, string | readonly string[]>>;

/** What is kept of one journey. Its records have no prototype, so that no key means anything but itself. */
export interface KeptJourney {
  readonly answers: Readonly<Record<string, Given>>;
  /** Fields to show again on a page, which are no answers yet. */
  readonly offered: Readonly<Record<string, Given>>;
  /** What was chosen outside the questions. */
  readonly choices: Readonly<Record<string, readonly string[]>>;
}

/** A journey as it is sealed; `prolonged` spares a write, and a look at the index, on every read. */
export interface Stored {
  readonly kept: KeptJourney;
  readonly prolonged: number;
}

export function parseStored(raw: unknown): Stored | undefined {
  if (typeof raw !== 'object' || raw === null) return undefined;
  const { kept, prolonged } = raw as { kept?: Partial<KeptJourney>; prolonged?: unknown };
  return { kept: unsealed(kept ?? {}), prolonged: Number(prolonged) };
}

/**
 * A journey as it was unsealed. Nobody else holds it, so its records lose their prototype where they stand, for a
 * fraction of what copies cost.
 */
function unsealed({ answers = {}, offered = {}, choices = {} }: Partial<KeptJourney>): KeptJourney {
  for (const each of [...Object.values(answers), ...Object.values(offered), answers, offered, choices])
    Object.setPrototypeOf(each, null);
  return { answers, offered, choices };
}

/** The whole of a partial journey, copied. */
export function keptFrom(raw: unknown): KeptJourney {
  const { answers, offered, choices } = record(raw, (value) => value);
  return {
    answers: record(answers, givenFrom),
    offered: record(offered, givenFrom),
    choices: record(choices, strings),
  };
}

/** A copy of one page's fields. */
export function givenFrom(raw: unknown): Given {
  return record(raw, (value) => (Array.isArray(value) ? strings(value) : String(value)));
}

/** The record with that entry added or replaced. */
export function withEntry<T>(entries: Readonly<Record<string, T>>, key: string, value: T) {
  return fromEntries([...Object.entries(entries), [key, value]]);
}

/** The record without that entry. */
export function withoutEntry<T>(entries: Readonly<Record<string, T>>, key: string) {
  return fromEntries(Object.entries(entries).filter(([each]) => each !== key));
}

function record<T>(raw: unknown, read: (value: unknown) => T): Readonly<Record<string, T>> {
  if (typeof raw !== 'object' || raw === null) return fromEntries<T>([]);
  return fromEntries(Object.entries(raw).map(([key, value]) => [key, read(value)]));
}

/** Assigned to an object without a prototype, `__proto__` is a key like any other. */
function fromEntries<T>(entries: readonly (readonly [string, T])[]): Readonly<Record<string, T>> {
  const made = Object.create(null) as Record<string, T>;
  for (const [key, value] of entries) made[key] = value;
  return made;
}

function strings(raw: unknown): readonly string[] {
  return Array.isArray(raw) ? raw.map(String) : [];
}
