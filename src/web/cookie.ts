import type { CookieOptions, Request, Response } from 'express';
import type { Config } from '../config.ts';

/** Whether this request came over https, as far as the server can tell. */
const isSecure = ({ publicOrigin }: Config, request: Request): boolean =>
  publicOrigin ? publicOrigin.startsWith('https:') : request.secure;

/** The name of the only cookie. Over https it has the prefix that binds it to this host. */
export const cookieName = (secure: boolean): string => (secure ? '__Host-journeys' : 'journeys');

// No Max-Age, so that the cookie is gone when the browser is closed.
const optionsFor = (secure: boolean): CookieOptions => ({
  httpOnly: true,
  sameSite: 'lax',
  path: '/',
  secure,
});

/** The secret of this browser's session, or undefined. */
export function secretOf(config: Config, request: Request): string | undefined {
  const prefix = `${cookieName(isSecure(config, request))}=`;
  const pair = request.headers.cookie?.split(/;\s*/).find((one) => one.startsWith(prefix));
  return pair?.slice(prefix.length);
}

/** Gives the browser the secret of its session. */
export function setSessionCookie(config: Config, request: Request, response: Response, secret: string): void {
  const secure = isSecure(config, request);
  response.cookie(cookieName(secure), secret, optionsFor(secure));
}

/** Removes the secret of its session from the browser. */
export function clearSessionCookie(config: Config, request: Request, response: Response): void {
  const secure = isSecure(config, request);
  response.clearCookie(cookieName(secure), optionsFor(secure));
}
