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

/** The product's own folder. */
export const root = fileURLToPath(new URL('../..', import.meta.url));

// Once for all apps of a process: the content is a third of an app's start, and nothing writes it; a worker for letters
// takes two seconds to start, and ends with the process.
let content: Content | undefined;
let pdfs: PdfService | undefined;

/** The day on which every test happens. */
export const TODAY = '2026-11-22' as Day;

/** The product's real services, in memory, without limits, on a fixed day; `overrides` are what a test is about. */
export async function testServices(overrides: Partial<Services> = {}): Promise<Services> {
  await buildAssets();
  const config = readConfig({ STORE_URL: 'memory:', RATE_LIMIT: '0', LOG_LEVEL: 'silent' });
  return {
    root,
    config,
    content: (content ??= loadContent(join(root, 'content'))),
    journeys: createJourneys({ rows: memoryRows(), pepper: Buffer.alloc(32, 7), hours: config.journeyHours }),
    // A slow machine may take as long as it needs: what a letter may take is a test of its own.
    pdfs: { ...(pdfs ??= createPdfService({ service: config.serviceName, timeLimit: 80_000 })) },
    log: pino({ level: 'silent' }),
    today: () => TODAY,
    isOpen: () => true,
    ...overrides,
  };
}
