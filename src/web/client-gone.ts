import type { Response } from 'express';

/** A signal that is aborted when nobody waits for the answer any more. */
export function clientGone(response: Response): AbortSignal {
  const controller = new AbortController();
  response.once('close', () => controller.abort());
  return controller.signal;
}
