import type { BrowserContextOptions, Page } from 'playwright-core';
import type { Journey } from '../../test/support/app.ts';
import type { Stage } from './stage.ts';

/** One part of a strip: a picture of a page, with its caption. */
export interface Shot {
  readonly caption: string;
  readonly png: Buffer;
}

/** A person with a journey and a window, who visits pages and photographs them. */
export interface Visitor {
  readonly page: Page;
  readonly show: (path: string) => Promise<void>;
  /** Presses a button or a link in the page's main part, by its text. */
  readonly press: (name: string | RegExp) => Promise<void>;
  /** @param height how much of the page, from the top or from this element on */
  readonly shot: (caption: string, height: number, from?: string) => Promise<Shot>;
  readonly close: () => Promise<void>;
}

export const PHONE = { width: 390, height: 844 };

/** Opens a window: by default a phone's, in light colours. */
export async function visit(
  { app, browser }: Stage,
  { base, secret }: Journey,
  look: BrowserContextOptions = {},
): Promise<Visitor> {
  const window = await browser.newContext({ viewport: PHONE, ...look });
  await window.addCookies([{ name: 'journeys', value: secret, url: app.origin }]);
  const page = await window.newPage();
  // The font arrives after the first page, and later pages take it from the browser's cache.
  for (const first of ['/about', '/guide']) await page.goto(app.origin + first, { waitUntil: 'networkidle' });

  return {
    page,
    show: async (path) =>
      void (await page.goto(app.origin + (path.startsWith('/') ? path : `${base}/${path}`))),
    press: async (name) => {
      const main = page.getByRole('main');
      const target = main.getByRole('button', { name }).or(main.getByRole('link', { name }));
      await target.first().click();
      await page.waitForLoadState();
    },
    shot: async (caption, height, from) => {
      const y = from === undefined ? 0 : ((await page.locator(from).first().boundingBox())?.y ?? 0);
      const whole = await page.evaluate<number>('document.documentElement.scrollHeight');
      const { width } = page.viewportSize()!;
      const clip = { x: 0, y, width, height: Math.min(height, whole - y) };
      return { caption, png: await page.screenshot({ fullPage: true, clip }) };
    },
    close: () => window.close(),
  };
}
