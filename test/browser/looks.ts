/// <reference lib="dom" />
import type { Browser, BrowserContext, Page } from 'playwright-core';
import type { Show, Stage } from '../patterns/stage.ts';

/** A way of looking at a page: how wide, in which colours, how large the text. */
export interface Look {
  readonly name: string;
  readonly width: number;
  readonly colours: 'light' | 'dark' | 'forced';
  readonly textSpacing?: boolean;
}

const wide = 1280;
const narrow = 320;

/** At 400% zoom a window 1280 px wide is 320 CSS pixels wide, each 4 pixels of the screen. */
export const ZOOM = 4;

export const LOOKS: readonly Look[] = [
  { name: 'phone, light', width: narrow, colours: 'light' },
  { name: 'phone, dark', width: narrow, colours: 'dark' },
  { name: 'phone, forced colours', width: narrow, colours: 'forced' },
  { name: 'phone, text spacing', width: narrow, colours: 'light', textSpacing: true },
  { name: 'desktop, light', width: wide, colours: 'light' },
  { name: 'desktop, dark', width: wide, colours: 'dark' },
  { name: 'desktop, forced colours', width: wide, colours: 'forced' },
];
/** JavaScript affects layout, but no colours. */
export const LOOKS_WITHOUT_SCRIPT = LOOKS.filter(({ colours }) => colours === 'light');
export const ZOOMED: Look = { name: '400 % zoom', width: narrow, colours: 'light' };

/** A browser window to show the stage's responses in, with or without JavaScript. */
export async function openWindow(
  browser: Browser,
  { javaScript, scale = 1 }: { javaScript: boolean; scale?: number },
): Promise<BrowserContext> {
  const window = await browser.newContext({
    javaScriptEnabled: javaScript,
    deviceScaleFactor: scale,
    viewport: { width: narrow, height: 800 },
  });
  // A busy machine is slow, so only the test's own time limit ends a wait.
  window.setDefaultTimeout(0);
  return window;
}

/** Shows one of the app's responses in a page, with its status and its security policy, at its own address. */
export async function put(page: Page, stage: Stage, show: Show): Promise<void> {
  const url = stage.origin + show.address;
  const headers = Object.fromEntries(show.headers);
  await page.route(url, (route) => route.fulfill({ status: show.status, headers, body: show.text }));
  await page.goto(url);
  await page.unroute(url);
  await page.evaluate(NAMES_KEPT);
}

/** tsx compiles inner functions to call its helper __name, which is not there in the page. */
const NAMES_KEPT = 'globalThis.__name = (named) => named';

/**
 * Puts an answer in place of the open page, whose policy, address and engines stay. Its scripts do not run. With all
 * engines it takes less than half the time of `put`, as 1.7 MB of engines are not read again.
 */
export async function putInPlace(page: Page, show: Show): Promise<void> {
  await page.setContent(show.text);
  await page.evaluate(NAMES_KEPT);
}

/** Gives the open page another look, without requesting it again. */
export async function lookAt(page: Page, look: Look): Promise<void> {
  await page.setViewportSize({ width: look.width, height: 800 });
  await page.emulateMedia({
    colorScheme: look.colours === 'dark' ? 'dark' : 'light',
    forcedColors: look.colours === 'forced' ? 'active' : 'none',
  });
  await page.evaluate(spaceText, look.textSpacing ? TEXT_SPACING : '');
}

/** WCAG 1.4.12, and text at 200 %, which 1.4.4 asks for. */
const TEXT_SPACING = `
  html { font-size: 200% }
  * { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important }
  p { margin-bottom: 2em !important }`;

/** The pages' policy refuses a style element, but not a style sheet that a script constructs. */
function spaceText(css: string): void {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(css);
  document.adoptedStyleSheets = [sheet];
}

/** What makes the page scroll sideways or is cut off at its edge, in words; empty if all is well. */
export const tooWide = (page: Page): Promise<string[]> =>
  page.evaluate(() => {
    const { scrollWidth, clientWidth } = document.documentElement;
    if (scrollWidth <= clientWidth) return [];
    const out = [...document.querySelectorAll('body *')].filter(
      (element) => element.getBoundingClientRect().right > clientWidth + 1,
    );
    return [`too wide by ${scrollWidth - clientWidth}: ${out.at(-1)?.outerHTML.slice(0, 120) ?? 'nothing'}`];
  });
