import type { Browser } from 'playwright-core';
import type { Day } from '../../src/questionnaire/calendar.ts';
import { createJourneys } from '../../src/store/journeys.ts';
import { memoryRows } from '../../src/store/memory-rows.ts';
import { runApp, type RunningApp } from '../../test/support/app.ts';

/** The running product, on the day that a story sets, and a browser to photograph it with. */
export interface Stage {
  readonly app: RunningApp;
  readonly browser: Browser;
  readonly setDay: (day: string) => void;
}

/** Journeys last for years here, so that one browser can keep its journey through a whole story. */
const HOURS = 3 * 365 * 24;

export async function openStage(browser: Browser): Promise<Stage> {
  let today = '2026-11-22' as Day;
  const now = () => Date.parse(`${today}T12:00:00Z`);
  const journeys = createJourneys({
    rows: memoryRows({ now }),
    pepper: Buffer.alloc(32, 7),
    hours: HOURS,
    now,
  });
  const app = await runApp({ today: () => today, journeys });
  return { app, browser, setDay: (day) => (today = day as Day) };
}
