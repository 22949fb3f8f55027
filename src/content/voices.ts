/** Who reads: somebody who asks for themselves, signs for another, or types what another will sign. */
export type Reader = (typeof READERS)[number];

export const READERS = ['oneself', 'another', 'scribe'] as const;

const CHOICE = /\{([^{}|]*)\|([^{}|]*)(?:\|([^{}|]*))?\}/g;

/**
 * A text for one reader: `{your|their}` gives "your" or "their". A third choice, if any, is for a person who
 * types what another will sign.
 */
export const voiced = (text: string, reader: Reader): string =>
  text.replace(CHOICE, (_, oneself: string, another: string, scribe: string = another) => {
    return { oneself, another, scribe }[reader];
  });

/** The same for every text inside records and lists. */
export function voicedAll<Value>(value: Value, reader: Reader): Value {
  if (typeof value === 'string') return voiced(value, reader) as Value;
  if (Array.isArray(value)) return value.map((one: unknown) => voicedAll(one, reader)) as Value;
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, one]) => [key, voicedAll<unknown>(one, reader)]),
  ) as Value;
}
