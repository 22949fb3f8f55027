import type { Request } from 'express';

export type Encoding = 'br' | 'gzip';

/**
 * The first of these that the browser accepts, or undefined. They are checked one at a time because browsers
 * list encodings in no particular order, which `acceptsEncodings` would take for a preference.
 */
export const encodingFor = (request: Request, ours: readonly Encoding[]): Encoding | undefined =>
  ours.find((encoding) => request.acceptsEncodings(encoding) !== false);
