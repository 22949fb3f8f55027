import type { Response } from 'express';

/** A signal that aborts when the response closes, so that nobody works for a client that has gone. */
export function clientGone(response: Response): AbortSignal {
  const controller = new AbortController();
  response.once('close', () => controller.abort());
  return controller.signal;
}
