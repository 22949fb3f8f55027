import type { Response } from 'express';

/** Sends on with 303, so that a form is not sent again. Only ever to an address that we have made. */
export function seeOther(response: Response, address: string): void {
  response.statusCode = 303;
  response.setHeader('Location', address);
  response.setHeader('Content-Length', 0);
  response.end();
}
