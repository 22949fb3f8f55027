import { mkdir } from 'node:fs/promises';

/** Makes the data folder, for our user alone. One that is there already keeps the rights that its owner gave it. */
export async function makeDataDir(dataDir: string): Promise<void> {
  await mkdir(dataDir, { recursive: true, mode: 0o700 });
}
