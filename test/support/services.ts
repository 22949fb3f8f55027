import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { pino } from 'pino';
import { buildAssets } from '../../scripts/build-assets.ts';
import { readConfig } from '../../src/config.ts';
import { type Content, loadContent } from '../../src/content/content.ts';
import type { Day } from '../../src/questionnaire/calendar.ts';
import { createPdfService, type PdfService } from '../../src/formats/pdf/service.ts';
import { createJourneys } from '../../src/store/journeys.ts';
import { memoryRows } from '../../src/store/memory-rows.ts';
import type { Services } from '../../src/web/services.ts';

/** The root of the repository. */
export const root = fileURLToPath(new URL('../..', import.meta.url));

// Once for all apps of a process: reading the content takes a third of an app's start, and nothing changes it; a worker
// for letters takes two seconds to start, and ends with the process.
let content: Content | undefined;
let pdfs: PdfService | undefined;

/** The product's own words. */
export const theContent = (): Content => (content ??= loadContent(join(root, 'content')));

/** The day on which every test takes place. */
export const TODAY = '2026-11-22' as Day;

/** The real services, in memory, without limits, on a fixed day; `overrides` are the ones that a test is about. */
export async function testServices(overrides: Partial<Services> = {}): Promise<Services> {
  await buildAssets();
  const config = readConfig({ STORE_URL: 'memory:', RATE_LIMIT: '0', LOG_LEVEL: 'silent' });
  return {
    root,
    config,
    content: theContent(),
    journeys: createJourneys({ rows: memoryRows(), pepper: Buffer.alloc(32, 7), hours: config.journeyHours }),
    // A slow machine may take as long as it needs: the time limit of a letter has its own test.
    pdfs: { ...(pdfs ??= createPdfService({ service: config.serviceName, timeLimit: 80_000 })) },
    log: pino({ level: 'silent' }),
    today: () => TODAY,
    isAccepting: () => true,
    ...overrides,
  };
}
