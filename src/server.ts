import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { createApp } from './app.ts';
import { missingForOthers, readConfig } from './config.ts';
import { loadContent } from './content/content.ts';
import { londonDay } from './questionnaire/calendar.ts';
import { createPdfService } from './formats/pdf/service.ts';
import { createLog, described } from './start-up-log.ts';
import { createJourneys } from './store/journeys.ts';
import { isShared, openStore } from './store/open-store.ts';
import { parsePepper, readPepper } from './store/pepper.ts';

/** Slow clients are disconnected (measured: with Node's defaults, all of 200 were still there after 40 s). */
const PATIENCE = {
  headersTimeout: 10_000,
  requestTimeout: 20_000,
  connectionsCheckingInterval: 2_000,
  // Longer than a load balancer's own (nginx: 60 s), so that it never sends on a connection we are closing.
  keepAliveTimeout: 65_000,
};
const MOST_CONNECTIONS = 2_000;
/** A client that stops reading is disconnected. Longer than a PDF can take, with its time in the queue. */
const SILENCE_MS = 120_000;
/** Long enough for a load balancer to ask /readyz and see that we are stopping. */
const UNREADY_MS = 2_000;
const FINISH_WITHIN_MS = 15_000;

try {
  await start();
} catch (error) {
  // An operator's mistake shows its message, our own a stack trace. Neither can hold user input at start-up.
  const isOurs = error instanceof TypeError || error instanceof ReferenceError;
  const { message, stack } = error as Error;
  process.stderr.write(`${(isOurs && stack) || message}\n`);
  process.exit(1);
}

async function start(): Promise<void> {
  const root = fileURLToPath(new URL('..', import.meta.url));
  const config = readConfig(process.env);
  const { host, port, storeUrl, storeLimitBytes, dataDir } = config;
  const log = createLog(config.logLevel);
  // Node would print the error's message, which may contain user input.
  process.on('uncaughtException', (error) => {
    log.fatal(described(error), 'Stopped by an uncaught error');
    process.exit(1);
  });

  const content = loadContent(join(root, 'content'));
  const { rows, warnings } = await openStore({ url: storeUrl, dataDir, maxBytes: storeLimitBytes });
  const [given, ...older] = config.peppers;
  const pepper = await readPepper({
    given,
    dataDir: storeUrl === 'memory:' ? undefined : dataDir,
    shared: isShared(storeUrl),
  });
  const oldPeppers = older.map((one) => parsePepper(one, 'PEPPER'));
  const journeys = createJourneys({ rows, pepper, oldPeppers, hours: config.journeyHours });
  const pdfs = createPdfService({ service: config.serviceName, now: () => new Date() });

  let accepting = true;
  const app = createApp({
    root,
    config,
    content,
    journeys,
    pdfs,
    log,
    today: () => londonDay(new Date()),
    isAccepting: () => accepting,
  });
  const server = createServer(PATIENCE, (request, response) => {
    // So that a load balancer sends its next request elsewhere.
    if (!accepting) response.setHeader('Connection', 'close');
    app(request, response);
  });
  server.maxConnections = MOST_CONNECTIONS;
  server.timeout = SILENCE_MS;
  server.listen(port, host);
  await once(server, 'listening');
  pdfs.warm();

  async function stop(): Promise<void> {
    if (!accepting) return;
    accepting = false;
    log.info('Stopping');
    if (config.trustProxy > 0) await pause(UNREADY_MS);
    await drain(server);
    await Promise.all([pdfs.close(), journeys.close()]);
    log.info('Stopped');
  }
  process.on('SIGTERM', () => void stop());
  process.on('SIGINT', () => void stop());

  const at = host.includes(':') ? `[${host}]` : host;
  log.info(`Listening on http://${at}:${(server.address() as AddressInfo).port}`);
  for (const cause of warnings) log.warn({ cause }, 'The store may lose answers');
  for (const line of missingForOthers(config)) log.warn(`Not ready for other people. ${line}`);
}

/** Accepts no new connections and waits for the running requests to finish. */
async function drain(server: Server): Promise<void> {
  const closed = once(server, 'close');
  server.close();
  // close() ends the connections that are idle now; those idle later would stay for their keep-alive time.
  const idle = setInterval(() => server.closeIdleConnections(), 100);
  const late = setTimeout(() => server.closeAllConnections(), FINISH_WITHIN_MS);
  await closed;
  clearInterval(idle);
  clearTimeout(late);
}
