import type { Request } from 'express';
import { type Day, londonDay } from '../questionnaire/calendar.ts';
import { secretOf } from './cookie.ts';
import { openJourney } from './journey.ts';
import { withinMoment } from './moment.ts';
import { resumeAddress } from './next-address.ts';
import type { PageServices } from './services.ts';

/** The way back to a journey that this browser holds. */
export interface WayBack {
  readonly address: string;
  /** The person's name on screen. */
  readonly nickname: string | undefined;
  readonly own: boolean;
  readonly lastUsed: Day;
}

/**
 * The ways back to the journeys of this browser, the last used first. This does not count as a use. If the
 * store does not answer within a moment, the list is empty.
 */
export async function waysBack(services: PageServices, request: Request): Promise<readonly WayBack[]> {
  const secret = secretOf(services.config, request);
  if (secret === undefined) return [];
  const journeys = await withinMoment(services.journeys.openAll(secret), []);
  return journeys.map((journey) => {
    const open = openJourney(secret, journey, services);
    return {
      address: resumeAddress(open),
      nickname: open.answers.nickname || undefined,
      own: open.reader === 'oneself',
      lastUsed: londonDay(journey.lastUsed),
    };
  });
}

/** One address back to the journeys of this browser: the only one, or the list on the start page. */
export async function wayBack(services: PageServices, request: Request): Promise<string | undefined> {
  const [first, ...others] = await waysBack(services, request);
  return others.length > 0 ? '/' : first?.address;
}
