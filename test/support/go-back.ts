import type { Page } from 'playwright-core';

/** Goes back one page. A page from the back/forward cache is already loaded, so it fires no load event. */
export async function goBack(page: Page): Promise<void> {
  await page.goBack({ waitUntil: 'commit' });
  await page.waitForLoadState();
}
