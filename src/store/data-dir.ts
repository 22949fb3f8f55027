import { mkdir } from 'node:fs/promises';

/** Makes the data folder, readable only by our user. An existing folder keeps its permissions. */
export async function makeDataDir(dataDir: string): Promise<void> {
  await mkdir(dataDir, { recursive: true, mode: 0o700 });
}
