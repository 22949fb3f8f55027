/** Who reads: somebody who asks for themselves, or somebody who asks for another. */
export type Reader = 'oneself' | 'another';

export const READERS = ['oneself', 'another'] as const;

const CHOICE = /\{([^{}|]*)\|([^{}|]*)\}/g;

/** A text as one reader reads it: `{your|their}` gives "your" or "their". */
export const voiced = (text: string, reader: Reader): string =>
  text.replace(CHOICE, (_, oneself: string, another: string) => (reader === 'oneself' ? oneself : another));

/** The same through every text of a value made of records and lists. */
export function voicedAll<Value>(value: Value, reader: Reader): Value {
  if (typeof value === 'string') return voiced(value, reader) as Value;
  if (Array.isArray(value)) return value.map((one: unknown) => voicedAll(one, reader)) as Value;
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, one]) => [key, voicedAll<unknown>(one, reader)]),
  ) as Value;
}
