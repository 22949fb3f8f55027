import { isIP } from 'node:net';
import type { Request, RequestHandler } from 'express';
import { ipKeyGenerator, rateLimit } from 'express-rate-limit';
import type { Config } from '../config.ts';
import { HttpError } from './http-error.ts';

const MINUTE = 60_000;
/** PDFs in five minutes from one address: enough for a ward, too few to keep everybody else waiting. */
const MOST_PDFS = 100;
/** Wrong codes in fifteen minutes from one address. */
const MOST_WRONG_CODES = 10;
const WRONG_CODE_MS = 500;

/** Limits for each address: wide in general, as wards share an address; narrow for wrong codes and PDFs. */
export interface RateLimits {
  readonly general: RequestHandler;
  readonly wrongCodes: RequestHandler;
  /** The delay before the response to a wrong code. */
  readonly wrongCodeMs: number;
  readonly pdfs: RequestHandler;
}

const unlimited: RequestHandler = (_request, _response, next) => next();

/** Never counted or refused: help, every way to clear a computer, and codes, which have their own limit. */
const NEVER_REFUSED = /^\/(urgent-help|leave|resume|journey\/[^/]+\/(finish|next-person))\/?$/i;

/** The configured limits; none with RATE_LIMIT=0. */
export function rateLimits({ rateLimit: general }: Config): RateLimits {
  if (general === 0) return { general: unlimited, wrongCodes: unlimited, wrongCodeMs: 0, pdfs: unlimited };
  const limit = (limit: number, windowMs: number, skip: (request: Request) => boolean = () => false) =>
    rateLimit({
      limit,
      windowMs,
      skip,
      keyGenerator: (request) => ipKeyGenerator(addressOf(request)),
      // Its checks would write the address that a client claims to stderr.
      validate: false,
      standardHeaders: 'draft-7',
      legacyHeaders: false,
      handler: (_request, _response, next) => next(new HttpError('too-many')),
    });
  return {
    general: limit(general, 5 * MINUTE, ({ path }) => NEVER_REFUSED.test(path)),
    wrongCodes: limit(MOST_WRONG_CODES, 15 * MINUTE),
    wrongCodeMs: WRONG_CODE_MS,
    pdfs: limit(MOST_PDFS, 5 * MINUTE),
  };
}

/**
 * The address of a request. Some proxies add the port. If they send something that is not an address, all
 * such requests count as the proxy's own.
 */
function addressOf({ ip = '', socket }: Request): string {
  const plain = ip.replace(/^\[([0-9a-f:.]+)\](:\d+)?$/i, '$1').replace(/^(\d+(?:\.\d+){3}):\d+$/, '$1');
  return isIP(plain) ? plain : (socket.remoteAddress ?? '');
}
