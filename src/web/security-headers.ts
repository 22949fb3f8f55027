import type { RequestHandler } from 'express';
import helmet from 'helmet';
import type { Config } from '../config.ts';

/** Helmet's headers of every answer, after the OWASP Secure Headers Project; the policy allows our own files alone. */
export function securityHeaders({ publicOrigin }: Config): RequestHandler {
  const overHttps = publicOrigin?.startsWith('https:') ?? false;
  return helmet({
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        defaultSrc: ["'none'"],
        scriptSrc: ["'self'"],
        styleSrc: ["'self'"],
        // A page asks whether its journey is still held before it shows itself again.
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

/** What helmet does not set: no page uses a device, and no page is kept, as it may hold somebody's answers. */
export const privacyHeaders: RequestHandler = (_request, response, next) => {
  response.set({
    'Permissions-Policy': 'camera=(), microphone=(), geolocation=(), browsing-topics=()',
    'Cache-Control': 'no-store',
  });
  next();
};
