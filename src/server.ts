import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { pino } from 'pino';
import { createApp } from './app.ts';
import { readConfig } from './config.ts';
import { loadContent } from './content/content.ts';
import type { Day } from './guide/calendar.ts';
import { createPdfService } from './letters/render/pdf/service.ts';
import { createJourneys } from './store/journeys.ts';
import { isShared, openStore } from './store/open-store.ts';
import { readPepper } from './store/pepper.ts';

const root = fileURLToPath(new URL('..', import.meta.url));
const config = readConfig(process.env);
const log = pino({ level: config.logLevel, base: null });

const rows = await openStore({ url: config.storeUrl, dataDir: config.dataDir });
const pepper = await readPepper({
  given: config.pepper,
  dataDir: config.storeUrl === 'memory:' ? undefined : config.dataDir,
  shared: isShared(config.storeUrl),
});
const journeys = createJourneys({ rows, pepper, hours: config.journeyHours });
const pdfs = createPdfService({ service: config.serviceName });

// The day where our readers live, whatever the clock of the machine is set to.
const londonDay = new Intl.DateTimeFormat('en-CA', { timeZone: 'Europe/London' });
let open = true;

const app = createApp({
  root,
  config,
  content: loadContent(join(root, 'content')),
  journeys,
  pdfs,
  log,
  today: () => londonDay.format(new Date()) as Day,
  isOpen: () => open,
});

const server = app.listen(config.port, config.host, () => {
  log.info(`Listening on http://${config.host}:${config.port}`);
});
// Against slow clients (measured: with Node's defaults 200 of them were all still there after 40 s).
server.headersTimeout = 10_000;
server.requestTimeout = 20_000;
server.keepAliveTimeout = 65_000;
server.maxConnections = 2_000;

async function stop(): Promise<void> {
  if (!open) return;
  open = false;
  server.close();
  server.closeIdleConnections();
  setTimeout(() => server.closeAllConnections(), 5_000).unref();
  await new Promise((done) => server.once('close', done));
  await Promise.all([pdfs.close(), journeys.close()]);
}

process.on('SIGTERM', () => void stop());
process.on('SIGINT', () => void stop());
