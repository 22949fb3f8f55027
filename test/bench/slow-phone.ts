import type { Browser, CDPSession, Page } from 'playwright-core';

/** 400 kbit/s both ways, and 400 ms for each response. */
const BYTES_A_SECOND = 400_000 / 8;
const LINE = {
  offline: false,
  latency: 400,
  downloadThroughput: BYTES_A_SECOND,
  uploadThroughput: BYTES_A_SECOND,
};
/** How much slower the processor is than this machine's. */
const TIMES_SLOWER = 4;

export const SLOW_PHONE_TEXT = '4 times slower, 400 kbit/s, 400 ms';

/** One page as its visitor experienced it. Paints are in milliseconds since the start of the navigation. */
export interface PageLoad {
  readonly firstPaint: number;
  readonly largestPaint: number;
  /** Received over the line, headers included. */
  readonly bytes: number;
  /** Sent over the line, redirects included. */
  readonly requests: number;
}

/** A browser on a slow phone, with nothing in its cache. */
export interface SlowPhone {
  readonly page: Page;
  /** Measures the page that is open, once all of it is loaded. */
  readonly measurePage: () => Promise<PageLoad>;
  readonly close: () => Promise<void>;
}

export async function openSlowPhone(browser: Browser): Promise<SlowPhone> {
  const context = await browser.newContext({ viewport: { width: 390, height: 844 }, isMobile: true });
  const page = await context.newPage();
  const devTools = await context.newCDPSession(page);
  await devTools.send('Network.enable');
  await devTools.send('Network.emulateNetworkConditions', LINE);
  await devTools.send('Emulation.setCPUThrottlingRate', { rate: TIMES_SLOWER });
  const takeTotal = countLine(devTools);
  return {
    page,
    async measurePage() {
      // Fonts load after the first paint, and are counted too.
      await page.waitForLoadState('networkidle');
      const paints = await page.evaluate<Pick<PageLoad, 'firstPaint' | 'largestPaint'>>(PAINTS);
      return { ...paints, ...takeTotal() };
    },
    close: () => context.close(),
  };
}

/** Runs in the page. The browser reports its largest paint only to observers. */
const PAINTS = `new Promise((done) => {
  const [first] = performance.getEntriesByName('first-contentful-paint');
  new PerformanceObserver((list) => {
    const largest = list.getEntries().at(-1);
    done({ firstPaint: first.startTime, largestPaint: largest.startTime });
  }).observe({ type: 'largest-contentful-paint', buffered: true });
})`;

/** Counts what goes over the network, without what the cache has. Each call returns the totals since the last one. */
function countLine(devTools: CDPSession): () => Pick<PageLoad, 'bytes' | 'requests'> {
  let bytes = 0;
  let requests = 0;
  devTools.on('Network.requestWillBeSent', ({ request, redirectResponse }) => {
    if (!request.url.startsWith('data:')) requests += 1;
    bytes += redirectResponse?.encodedDataLength ?? 0;
  });
  devTools.on('Network.requestServedFromCache', () => (requests -= 1));
  devTools.on('Network.responseReceived', ({ response }) => {
    if (response.fromDiskCache) requests -= 1;
  });
  devTools.on('Network.loadingFinished', ({ encodedDataLength }) => (bytes += encodedDataLength));
  return () => {
    const total = { bytes, requests };
    bytes = 0;
    requests = 0;
    return total;
  };
}
