import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
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
  /** Opens it again with its last tabs, and waits until so many of them have loaded. */
  readonly reopen: (tabs: number) => Promise<BrowserContext>;
  /** Closes it as a person closes the window, so that everything it keeps is on disk. */
  readonly close: () => Promise<void>;
  /** Ends it as a crash or a power cut would. */
  readonly kill: () => Promise<void>;
  /** Closes it and deletes its profile. */
  readonly remove: () => Promise<void>;
}

/** Whether this machine has what a Chromium in a window needs. */
export const canOpenWindow = (): boolean => ['Xvfb', 'chromium'].map(needsProgram).every(Boolean);

/**
 * A virtual screen, and a new profile for a browser on it.
 * @param settings what its owner has changed from Chromium's own defaults, as its file `Preferences` has it
 */
export async function ownBrowser(settings: object = {}): Promise<OwnBrowser> {
  const screen = await openScreen();
  const profile = await mkdtemp(join(tmpdir(), 'own-browser-'));
  await mkdir(join(profile, 'Default'));
  await writeFile(join(profile, 'Default', 'Preferences'), JSON.stringify(settings));
  let running: ChildProcess | undefined;

  /** @returns the address of its developer tools */
  async function start(...more: readonly string[]): Promise<string> {
    // A file left by the last start would give the wrong port.
    const portFile = join(profile, 'DevToolsActivePort');
    await rm(portFile, { force: true });
    const flags = [
      `--user-data-dir=${profile}`,
      '--remote-debugging-port=0',
      '--no-first-run',
      '--no-sandbox',
      // A small window, as the processor draws every pixel of it.
      '--window-size=420,760',
      // Leaving goes to another site. Without this, a slow network would decide how long the test takes.
      '--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1',
    ];
    running = spawn(programPath('chromium')!, [...flags, ...more], {
      env: { ...process.env, DISPLAY: screen.display },
      stdio: 'ignore',
    });
    return `http://127.0.0.1:${await portIn(portFile, running)}`;
  }

  const open = async () => windowAt(await start('about:blank'));

  async function reopen(tabs: number): Promise<BrowserContext> {
    // After a crash, Chromium would first ask in a bubble whether to restore.
    const tools = await start('--restore-last-session', '--hide-crash-restore-bubble');
    const restored = await pagesAt(tools, tabs);
    // Chromium loads a restored tab only once it is shown, and Playwright would wait for it.
    for (const { id } of restored) await fetch(`${tools}/json/activate/${id}`);
    return windowAt(tools);
  }

  async function windowAt(tools: string): Promise<BrowserContext> {
    // Playwright's defaults would report every tab as visible.
    const browser = await chromium.connectOverCDP(tools, { noDefaults: true });
    const [context] = browser.contexts();
    // A busy machine is slow, so only the test's own time limit ends a wait.
    context!.setDefaultTimeout(0);
    return context!;
  }

  async function end(signal: 'SIGTERM' | 'SIGKILL'): Promise<void> {
    if (!running || running.exitCode !== null || running.signalCode !== null) return;
    const ended = once(running, 'exit');
    running.kill(signal);
    await ended;
  }
  const close = () => end('SIGTERM');

  return {
    profile,
    open,
    reopen,
    close,
    async kill() {
      await end('SIGKILL');
      // A browser that is closed properly removes it itself.
      await rm(join(profile, 'SingletonLock'), { force: true });
    },
    async remove() {
      await close();
      screen.close();
      await rm(profile, { recursive: true, force: true, maxRetries: 5 });
    },
  };
}

/** The tabs of a browser, once there are so many. */
async function pagesAt(tools: string, tabs: number): Promise<readonly { readonly id: string }[]> {
  for (;;) {
    const targets = (await (await fetch(`${tools}/json/list`)).json()) as { id: string; type: string }[];
    const pages = targets.filter(({ type }) => type === 'page');
    if (pages.length >= tabs) return pages;
    await sleep(50);
  }
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
