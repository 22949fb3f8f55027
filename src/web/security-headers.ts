import type { IncomingMessage, ServerResponse } from 'node:http';
import type { RequestHandler } from 'express';
import helmet from 'helmet';
import type { Config } from '../config.ts';
import { HttpError } from './http-error.ts';

/** Headers of every answer, after the OWASP Secure Headers Project. */
export function securityHeaders({ publicOrigin }: Config): RequestHandler {
  const overHttps = publicOrigin?.startsWith('https:') ?? false;
  const headers = [
    ...headersSetBy(
      helmet({
        contentSecurityPolicy: {
          useDefaults: false,
          directives: {
            defaultSrc: ["'none'"],
            scriptSrc: ["'self'"],
            styleSrc: ["'self'"],
            imgSrc: ["'self'"],
            formAction: ["'self'"],
            frameAncestors: ["'none'"],
            baseUri: ["'none'"],
            ...(overHttps ? { upgradeInsecureRequests: [] } : {}),
          },
        },
        // With helmet's own default, no-referrer, Chromium sends "Origin: null" from our forms.
        referrerPolicy: { policy: 'same-origin' },
        strictTransportSecurity: overHttps && { maxAge: 31_536_000, includeSubDomains: true },
        xFrameOptions: { action: 'deny' },
      }),
    ),
    ['Permissions-Policy', 'camera=(), microphone=(), geolocation=(), browsing-topics=()'],
    ['Cache-Control', 'no-store'],
  ] as const;
  return (_request, response, next) => {
    for (const [name, value] of headers) response.setHeader(name, value);
    next();
  };
}

/** What helmet sets hangs on no request, so it is asked once, at start, and not its dozen functions for each page. */
function headersSetBy(handler: ReturnType<typeof helmet>): readonly (readonly [string, string])[] {
  const headers: [string, string][] = [];
  const response = {
    setHeader: (name: string, value: string) => void headers.push([name, value]),
    removeHeader: () => undefined,
  };
  handler({} as IncomingMessage, response as unknown as ServerResponse, (error) => {
    if (error) throw error as Error;
  });
  return headers;
}

/**
 * Refuses a form that another site sent, by the headers that browsers set and pages cannot
 * (OWASP Cross-Site Request Forgery Prevention, Fetch Metadata). A token would turn an expired session into a lost answer.
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
