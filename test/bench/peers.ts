import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const folder = fileURLToPath(new URL('./peers', import.meta.url));

/** Installs what we measure beside, where it is not there yet: for no other reason does anybody need it. */
export function installPeers(): void {
  if (existsSync(`${folder}/node_modules/.package-lock.json`)) return;
  console.log('Installing the peers, once…\n');
  execFileSync('npm', ['ci'], { cwd: folder, stdio: ['ignore', 'ignore', 'inherit'] });
}
