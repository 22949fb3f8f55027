import type { RequestHandler } from 'express';
import { rateLimit } from 'express-rate-limit';
import type { Config } from '../config.ts';
import { HttpError } from './http-error.ts';

const MINUTE = 60_000;

/** How often one address may ask. Wards and libraries share one: wide in general, narrow for codes and PDFs. */
export interface RateLimits {
  readonly general: RequestHandler;
  readonly codes: RequestHandler;
  readonly pdfs: RequestHandler;
}

const unlimited: RequestHandler = (_request, _response, next) => next();

/** The limits that the configuration asks for; none at all with RATE_LIMIT=0. */
export function rateLimits({ rateLimit: general }: Config): RateLimits {
  if (general === 0) return { general: unlimited, codes: unlimited, pdfs: unlimited };
  const limit = (limit: number, windowMs: number) =>
    rateLimit({
      limit,
      windowMs,
      standardHeaders: 'draft-7',
      legacyHeaders: false,
      handler: (_request, _response, next) => next(new HttpError('too-many')),
    });
  return { general: limit(general, 5 * MINUTE), codes: limit(10, 15 * MINUTE), pdfs: limit(30, 5 * MINUTE) };
}
