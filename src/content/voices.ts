/** Who reads: somebody who asks for themselves, who writes for another and signs, or who types what another signs. */
export type Reader = (typeof READERS)[number];

export const READERS = ['oneself', 'another', 'scribe'] as const;

const CHOICE = /\{([^{}|]*)\|([^{}|]*)(?:\|([^{}|]*))?\}/g;

/**
 * A text as one reader reads it: `{your|their}` gives "your" or "their". Where who signs makes a difference, the third
 * is for who types what another signs.
 */
export const voiced = (text: string, reader: Reader): string =>
  text.replace(CHOICE, (_, oneself: string, another: string, scribe: string = another) => {
    return { oneself, another, scribe }[reader];
  });

/** The same through every text of a value made of records and lists. */
export function voicedAll<Value>(value: Value, reader: Reader): Value {
  if (typeof value === 'string') return voiced(value, reader) as Value;
  if (Array.isArray(value)) return value.map((one: unknown) => voicedAll(one, reader)) as Value;
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, one]) => [key, voicedAll<unknown>(one, reader)]),
  ) as Value;
}
