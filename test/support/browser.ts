import { chromium, type Browser } from 'playwright-core';
import { packagedChromium } from './browser-packaged.ts';
import { programPath } from './programs.ts';

/** The value of `CHROMIUM_PATH` that ignores the system's Chromium and uses the packaged one. */
const packaged = 'packaged';

const systemNames = ['chromium', 'chromium-browser', 'google-chrome'];

// Web security stays on, as the pages have to work under the policy that they are served with.
const flags = [
  '--headless',
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

/**
 * Opens a headless Chromium: the one that `CHROMIUM_PATH` names, or else the system's, or else the one from the npm
 * registry. The caller closes it.
 */
export async function openBrowser(): Promise<Browser> {
  const chosen = process.env['CHROMIUM_PATH'];
  const executable = chosen === packaged ? undefined : chosen || systemNames.map(programPath).find(Boolean);
  if (executable) return chromium.launch({ executablePath: executable, args: flags });
  const { path, environment } = await packagedChromium();
  return chromium.launch({ executablePath: path, env: { ...process.env, ...environment }, args: flags });
}
