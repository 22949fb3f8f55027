import { type Day, londonDay, spellDay } from '../../questionnaire/calendar.ts';
import type { Cleared } from '../../store/clearing.ts';
import type { PageServices } from '../services.ts';

/** What a page says after somebody has ended. */
export interface WhatWasDone {
  /** How many journeys were deleted. */
  readonly deleted: number;
  /** Until when each journey that has a code is kept, in words. */
  readonly goOn: readonly string[];
  /** How many journeys could not be deleted now. */
  readonly left: number;
  /** By when what could not be deleted is gone, in words. */
  readonly leftUntil: string;
  /** Nothing was there to delete: another tab was first, or it had ended. */
  readonly wasNothing: boolean;
  /** The store did not answer, so that we do not know what is kept. */
  readonly isUnknown: boolean;
}

const HOUR_MS = 3_600_000;

/** @param cleared nothing where the store did not answer */
export function whatWasDone(
  cleared: Cleared | undefined,
  { config, today }: Pick<PageServices, 'config' | 'today'>,
): WhatWasDone {
  const { deleted = 0, goOn = [], left = 0 } = cleared ?? {};
  // From the end of today, and an hour more, as a use is noted to within the hour.
  const endOfLeft = Date.parse(`${today()}T23:59:59Z`) + (config.journeyHours + 1) * HOUR_MS;
  return {
    deleted,
    goOn: goOn.toSorted().map((day) => spellDay(day as Day)),
    left,
    leftUntil: spellDay(londonDay(endOfLeft)),
    wasNothing: cleared !== undefined && deleted === 0 && goOn.length === 0 && left === 0,
    isUnknown: cleared === undefined,
  };
}
