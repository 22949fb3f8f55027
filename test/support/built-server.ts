import { execFileSync } from 'node:child_process';
import { root } from './services.ts';

/** Builds the server once, before any test starts one. */
export function setup(): void {
  try {
    execFileSync('npm', ['run', 'build', '--silent'], { cwd: root, stdio: 'pipe', encoding: 'utf8' });
  } catch (error) {
    const { stdout, stderr } = error as { stdout: string; stderr: string };
    throw new Error(`npm run build:\n${stdout}${stderr}`, { cause: error });
  }
}
