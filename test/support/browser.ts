import { chromium, type Browser } from 'playwright-core';
import { packagedChromium } from './browser-packaged.ts';
import { programPath } from './programs.ts';

/** Value of `CHROMIUM_PATH` that passes over a Chromium of the system, to run what CI runs. */
const packaged = 'packaged';

const systemNames = ['chromium', 'chromium-browser', 'google-chrome'];

// Web security stays on: the pages are to work under the policy that they are served with.
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
 * Opens a headless Chromium: the one that `CHROMIUM_PATH` names, else the system's, else the one that
 * comes with the npm packages. The caller closes it.
 */
export async function openBrowser(): Promise<Browser> {
  const chosen = process.env['CHROMIUM_PATH'];
  const executable = chosen === packaged ? undefined : chosen || systemNames.map(programPath).find(Boolean);
  if (executable) return chromium.launch({ executablePath: executable, args: flags });
  const { path, environment } = await packagedChromium();
  return chromium.launch({ executablePath: path, env: { ...process.env, ...environment }, args: flags });
}
