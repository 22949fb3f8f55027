import { accessSync, constants } from 'node:fs';
import { delimiter, join } from 'node:path';

/**
 * Whether a program that a test needs is on the PATH. If not, the console says what is skipped.
 * @throws Error instead of skipping, if CI is set
 */
export function needsProgram(name: string): boolean {
  if (programPath(name)) return true;
  if (process.env['CI']) throw new Error(`${name} not found: CI must have every program that a test needs`);
  console.warn(`skipped: ${name} not found`);
  return false;
}

/** Where on the PATH a program is, if it is there. */
export function programPath(name: string): string | undefined {
  const folders = (process.env['PATH'] ?? '').split(delimiter).filter(Boolean);
  return folders.map((folder) => join(folder, name)).find(isExecutable);
}

function isExecutable(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}
