import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { pino } from 'pino';
import { buildAssets } from '../../src/assets/build.ts';
import { readConfig } from '../../src/config.ts';
import { loadContent } from '../../src/content/content.ts';
import type { Day } from '../../src/guide/calendar.ts';
import { createPdfService } from '../../src/letters/render/pdf/service.ts';
import { createJourneys } from '../../src/store/journeys.ts';
import { memoryRows } from '../../src/store/memory-rows.ts';
import { readAssets } from '../../src/web/assets.ts';
import type { Services } from '../../src/web/services.ts';
import { createViews } from '../../src/web/views.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));

/** The day on which every test happens. */
export const TODAY = '2026-11-22' as Day;

/** The product's real services, in memory, without limits, on a fixed day; `overrides` are what a test is about. */
export async function testServices(overrides: Partial<Services> = {}): Promise<Services> {
  await buildAssets();
  const config = readConfig({ STORE_URL: 'memory:', RATE_LIMIT: '0', LOG_LEVEL: 'silent' });
  return {
    config,
    content: loadContent(join(root, 'content')),
    journeys: createJourneys({ rows: memoryRows(), pepper: Buffer.alloc(32, 7), hours: config.journeyHours }),
    pdfs: createPdfService({ service: config.serviceName }),
    views: createViews(join(root, 'views')),
    assets: readAssets(join(root, 'public/built')),
    log: pino({ level: 'silent' }),
    today: () => TODAY,
    isOpen: () => true,
    ...overrides,
  };
}
