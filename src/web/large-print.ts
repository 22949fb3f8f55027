import type { Request } from 'express';
import type { Journey } from '../store/journey.ts';
import type { OpenJourney } from './journey.ts';
import { HttpError } from './http-error.ts';

/** Under this name the journey keeps that its pages are wanted in large print. */
const LARGE_PRINT = 'large-print';

/** Whether this journey's pages are wanted in large print. */
export const isLargePrint = ({ journey }: Pick<OpenJourney, 'journey'>): boolean =>
  journey.choices[LARGE_PRINT]?.includes('yes') ?? false;

/**
 * Keeps how this journey's pages are wanted.
 * @throws HttpError where the journey is gone
 */
export async function setLargePrint(journey: Journey, large: boolean): Promise<void> {
  const written = await journey.choose(LARGE_PRINT, large ? ['yes'] : []);
  if (written === 'gone') throw new HttpError('gone');
}

/**
 * Where the choice is sent from the page that was asked for; nothing for the answer to a form, which may be shown
 * once only, such as a code.
 */
export function printAddress(open: OpenJourney, { method, path }: Request): string | undefined {
  const page = path.slice(open.base.length + 1);
  if (method === 'POST' || !isPageName(page)) return undefined;
  return `${open.base}/large-print?print=${isLargePrint(open) ? 'usual' : 'large'}&page=${page}`;
}

/** A page below the journey's address, and nothing that leads elsewhere. */
export const isPageName = (page: unknown): page is string =>
  typeof page === 'string' && /^[a-z-]+(?:\/[a-z-]+)?$/.test(page);
