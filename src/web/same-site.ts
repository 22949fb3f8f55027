import type { RequestHandler } from 'express';
import type { Config } from '../config.ts';
import { HttpError } from './http-error.ts';

/**
 * Refuses a form from another site, by headers that browsers set and pages cannot (OWASP Cross-Site Request
 * Forgery Prevention, Fetch Metadata). With a token, an expired session would lose an answer.
 */
export function sameSiteOnly({ publicOrigin }: Config): RequestHandler {
  return (request, _response, next) => {
    if (request.method === 'GET' || request.method === 'HEAD' || request.method === 'OPTIONS') return next();
    const site = request.get('Sec-Fetch-Site');
    if (site !== undefined) {
      if (site === 'same-origin' || site === 'none') return next();
      throw new HttpError('refused');
    }
    const own = publicOrigin ?? `${request.protocol}://${request.get('Host')}`;
    const from = request.get('Origin') ?? originOf(request.get('Referer'));
    if (from !== own) throw new HttpError('refused');
    next();
  };
}

const originOf = (address: string | undefined) =>
  address !== undefined && URL.canParse(address) ? new URL(address).origin : undefined;
