import type { RequestHandler } from 'express';

/**
 * For a GET of an address that only takes a POST, for example after a reload or from a bookmark. Redirects to
 * a page where the person can go on, made from the address's own parameters.
 */
export const goOnTo =
  (address: (parameters: Readonly<Record<string, string>>) => string): RequestHandler =>
  (request, response) =>
    response.redirect(303, address(request.params as Record<string, string>));
