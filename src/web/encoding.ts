import type { Request } from 'express';

export type Encoding = 'br' | 'gzip';

/** Browsers send a handful of different headers; whoever makes up new ones does not fill the memory. */
const MOST_HEADERS = 100;
const takenBy = new Map<string, readonly Encoding[]>();

/**
 * The first of these that the browser takes, or nothing. Browsers list them in an order that means nothing, which
 * `acceptsEncodings` takes for their wish where it is asked for several at once.
 */
export function encodingFor(request: Request, ours: readonly Encoding[]): Encoding | undefined {
  const header = request.headers['accept-encoding'] ?? '';
  let taken = takenBy.get(header);
  if (!taken) {
    taken = (['br', 'gzip'] as const).filter((encoding) => request.acceptsEncodings(encoding) !== false);
    if (takenBy.size >= MOST_HEADERS) takenBy.clear();
    takenBy.set(header, taken);
  }
  return ours.find((encoding) => taken.includes(encoding));
}
