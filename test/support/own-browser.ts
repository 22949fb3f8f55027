import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { type BrowserContext, chromium } from 'playwright-core';
import { needsProgram, programPath } from './programs.ts';

/**
 * A Chromium in a window, as somebody has it at home: with its own defaults, so with the back/forward cache and form
 * history that Playwright would switch off, and with a profile on disk that a test reads afterwards.
 */
export interface OwnBrowser {
  readonly profile: string;
  readonly open: () => Promise<BrowserContext>;
  /** Closes it as a person closes the window, so that everything it keeps is on disk. */
  readonly close: () => Promise<void>;
  /** Closes it and deletes its profile. */
  readonly remove: () => Promise<void>;
}

/** Whether this machine has what a Chromium in a window needs. */
export const canOpenWindow = (): boolean => ['Xvfb', 'chromium'].map(needsProgram).every(Boolean);

/** A virtual screen, and a new profile for a browser on it. */
export async function ownBrowser(): Promise<OwnBrowser> {
  const screen = await openScreen();
  const profile = await mkdtemp(join(tmpdir(), 'own-browser-'));
  let running: ChildProcess | undefined;

  /** @returns the address of its developer tools */
  async function start(first: string): Promise<string> {
    // A file left by the last start would give the wrong port.
    const portFile = join(profile, 'DevToolsActivePort');
    await rm(portFile, { force: true });
    const flags = [
      `--user-data-dir=${profile}`,
      '--remote-debugging-port=0',
      '--no-first-run',
      '--no-sandbox',
    ];
    running = spawn(programPath('chromium')!, [...flags, first], {
      env: { ...process.env, DISPLAY: screen.display },
      stdio: 'ignore',
    });
    return `http://127.0.0.1:${await portIn(portFile, running)}`;
  }

  async function open(): Promise<BrowserContext> {
    // Playwright's defaults would report every tab as visible.
    const browser = await chromium.connectOverCDP(await start('about:blank'), { noDefaults: true });
    const [context] = browser.contexts();
    // A busy machine is slow, so only the test's own time limit ends a wait.
    context!.setDefaultTimeout(0);
    return context!;
  }

  async function close(): Promise<void> {
    if (!running || running.exitCode !== null) return;
    const ended = once(running, 'exit');
    running.kill('SIGTERM');
    await ended;
  }

  return {
    profile,
    open,
    close,
    async remove() {
      await close();
      screen.close();
      await rm(profile, { recursive: true, force: true, maxRetries: 5 });
    },
  };
}

/** Xvfb picks a free display by itself, and prints its number once it is ready. */
async function openScreen(): Promise<{ display: string; close: () => void }> {
  const xvfb = spawn('Xvfb', ['-displayfd', '1', '-screen', '0', '1280x1024x24', '-nolisten', 'tcp'], {
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  const [number] = (await once(xvfb.stdout, 'data')) as [Buffer];
  return { display: `:${number.toString().trim()}`, close: () => void xvfb.kill() };
}

async function portIn(file: string, browser: ChildProcess): Promise<string> {
  for (;;) {
    const [port] = (await readFile(file, 'utf8').catch(() => '')).split('\n');
    if (port) return port;
    if (browser.exitCode !== null) throw new Error(`Chromium ended with ${browser.exitCode}`);
    await sleep(50);
  }
}
