import type { Request } from 'express';

export type Encoding = 'br' | 'gzip';

/**
 * The first of these that the browser takes, or nothing. Each is asked for alone: browsers list them in an order that
 * means nothing, which `acceptsEncodings` takes for their wish where it is asked for several at once.
 */
export const encodingFor = (request: Request, ours: readonly Encoding[]): Encoding | undefined =>
  ours.find((encoding) => request.acceptsEncodings(encoding) !== false);
