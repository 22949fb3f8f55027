import type { RequestHandler } from 'express';

/**
 * For a GET of an address that only takes a POST, such as one that was reloaded or kept as a bookmark: on to where
 * the person can go on, made of the address's own parameters.
 */
export const goOnTo =
  (address: (parameters: Readonly<Record<string, string>>) => string): RequestHandler =>
  (request, response) =>
    response.redirect(303, address(request.params as Record<string, string>));
