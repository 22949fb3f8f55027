import type { RequestHandler } from 'express';
import helmet from 'helmet';
import type { Config } from '../config.ts';
import { Refusal } from './refusal.ts';

/** Headers of every answer (reference: OWASP Secure Headers; measured notes in security-and-speed.md). */
export function securityHeaders({ publicOrigin }: Config): readonly RequestHandler[] {
  const overHttps = publicOrigin?.startsWith('https:') ?? false;
  return [
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
    (_request, response, next) => {
      response.set({
        'Permissions-Policy': 'camera=(), microphone=(), geolocation=(), browsing-topics=()',
        'Cache-Control': 'no-store',
      });
      next();
    },
  ];
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
      throw new Refusal('refused');
    }
    const own = publicOrigin ?? `${request.protocol}://${request.get('Host')}`;
    const from = request.get('Origin') ?? originOf(request.get('Referer'));
    if (from !== own) throw new Refusal('refused');
    next();
  };
}

const originOf = (address: string | undefined) =>
  address !== undefined && URL.canParse(address) ? new URL(address).origin : undefined;
