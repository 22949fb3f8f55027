import type { RequestHandler } from 'express';
import helmet from 'helmet';
import type { Config } from '../config.ts';

/** Helmet's headers for every response (OWASP Secure Headers Project). The CSP only allows our own files. */
export function securityHeaders({ publicOrigin }: Config): RequestHandler {
  const overHttps = publicOrigin?.startsWith('https:') ?? false;
  return helmet({
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        defaultSrc: ["'none'"],
        scriptSrc: ["'self'"],
        styleSrc: ["'self'"],
        // A page checks whether its journey is still held before it is shown again.
        connectSrc: ["'self'"],
        imgSrc: ["'self'"],
        fontSrc: ["'self'"],
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
  });
}

/** Headers that helmet does not set. Pages use no device, and are never cached, as they may hold answers. */
export const privacyHeaders: RequestHandler = (_request, response, next) => {
  response.set({
    'Permissions-Policy': 'camera=(), microphone=(), geolocation=(), browsing-topics=()',
    'Cache-Control': 'no-store',
  });
  next();
};
