import { type Day, londonDay, spellDay } from '../../questionnaire/calendar.ts';
import type { Cleared } from '../../store/clearing.ts';
import type { PageServices } from '../services.ts';

/** What the page says after a browser is cleared or a journey ends. */
export interface WhatWasDone {
  /** How many journeys were deleted. */
  readonly deleted: number;
  /** The last day of each journey that has a code, in words. */
  readonly goOn: readonly string[];
  /** How many journeys could not be deleted now. */
  readonly left: number;
  /** When the journeys that could not be deleted will have expired, in words. */
  readonly leftUntil: string;
  /** Whether there was nothing to delete, because another tab was first or it had expired. */
  readonly wasNothing: boolean;
  /** Whether the store did not answer, so that we do not know what it still holds. */
  readonly isUnknown: boolean;
}

const HOUR_MS = 3_600_000;

/** @param cleared undefined if the store did not answer */
export function whatWasDone(
  cleared: Cleared | undefined,
  { config, today }: Pick<PageServices, 'config' | 'today'>,
): WhatWasDone {
  const { deleted = 0, goOn = [], left = 0 } = cleared ?? {};
  // From the end of today, plus an hour, as uses are recorded to within the hour.
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
