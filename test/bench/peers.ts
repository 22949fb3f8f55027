import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const folder = fileURLToPath(new URL('./peers', import.meta.url));

/** Installs the peers if they are not there yet. Nothing but the benches needs them. */
export function installPeers(): void {
  if (existsSync(`${folder}/node_modules/.package-lock.json`)) return;
  console.log('Installing the peers, once…\n');
  execFileSync('npm', ['ci'], { cwd: folder, stdio: ['ignore', 'ignore', 'inherit'] });
}
