import type { Request } from 'express';
import type { Journey } from '../store/journey.ts';
import { type OpenJourney, orThrowGone } from './journey.ts';

/** The name of the journey's choice of large print. */
const LARGE_PRINT = 'large-print';

/** Whether this journey's pages are to be in large print. */
export const isLargePrint = ({ journey }: Pick<OpenJourney, 'journey'>): boolean =>
  journey.choices[LARGE_PRINT]?.includes('yes') ?? false;

/**
 * Stores the choice of print for this journey's pages.
 * @throws HttpError if the journey is gone
 */
export async function setLargePrint(journey: Journey, large: boolean): Promise<void> {
  orThrowGone(await journey.choose(LARGE_PRINT, large ? ['yes'] : []));
}

/**
 * The address that changes the print of the requested page; undefined for a response to a POST, which may be
 * shown only once, such as a code.
 */
export function printAddress(open: OpenJourney, { method, path }: Request): string | undefined {
  const page = path.slice(open.base.length + 1);
  if (method === 'POST' || !isPageName(page)) return undefined;
  return `${open.base}/large-print?print=${isLargePrint(open) ? 'usual' : 'large'}&page=${page}`;
}

/** Whether this is a page below the journey's address, and nothing that leads elsewhere. */
export const isPageName = (page: unknown): page is string =>
  typeof page === 'string' && /^[a-z-]+(?:\/[a-z-]+)?$/.test(page);
