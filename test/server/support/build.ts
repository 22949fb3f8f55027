import { execFileSync } from 'node:child_process';
import { closeSync, openSync, readFileSync, rmSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { vi } from 'vitest';

// Each of these tests starts several servers, and a busy machine takes its time.
vi.setConfig({ testTimeout: 120_000, hookTimeout: 120_000 });

export const root = fileURLToPath(new URL('../../..', import.meta.url));

const LOCK = join(root, 'node_modules/.server-tests-build');

/** Builds what is out of date. One test file at a time, so that none starts a server of half-written files. */
export async function build(): Promise<void> {
  while (!lock()) await pause(100);
  try {
    execFileSync('npm', ['run', 'build', '--silent'], { cwd: root, stdio: 'pipe', encoding: 'utf8' });
  } catch (error) {
    const { stdout, stderr } = error as { stdout: string; stderr: string };
    throw new Error(`npm run build:\n${stdout}${stderr}`, { cause: error });
  } finally {
    rmSync(LOCK, { force: true });
  }
}

function lock(): boolean {
  try {
    const file = openSync(LOCK, 'wx');
    writeSync(file, String(process.pid));
    closeSync(file);
    return true;
  } catch {
    if (!holderLives()) rmSync(LOCK, { force: true });
    return false;
  }
}

function holderLives(): boolean {
  try {
    const holder = Number(readFileSync(LOCK, 'utf8'));
    // Not written yet: it has only just been locked.
    return holder === 0 || process.kill(holder, 0);
  } catch {
    return false;
  }
}
