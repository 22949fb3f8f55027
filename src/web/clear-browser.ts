import type { Request, Response } from 'express';
import type { Config } from '../config.ts';
import { clearSessionCookie, setSessionCookie } from './cookie.ts';

/** Removes everything of ours from a browser: the secret of its session, and pages it may have cached. */
export function clearBrowser(config: Config, request: Request, response: Response): void {
  clearSessionCookie(config, request, response);
  response.set('Clear-Site-Data', '"cache", "cookies", "storage"');
}

/**
 * Removes the pages of one journey from a browser whose other journeys go on. Chromium drops the pages that
 * it keeps for Back when the cookie changes, so the cookie is cleared and set again. `Clear-Site-Data` for
 * cookies would end the other journeys too, because it takes effect after the cookie is set.
 */
export function dropKeptPages(config: Config, request: Request, response: Response, secret: string): void {
  clearSessionCookie(config, request, response);
  setSessionCookie(config, request, response, secret);
  response.set('Clear-Site-Data', '"cache"');
}
