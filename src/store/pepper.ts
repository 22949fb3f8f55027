import { randomBytes } from 'node:crypto';
import { link, open, readFile, unlink } from 'node:fs/promises';
import { join } from 'node:path';
import { makeDataDir } from './open-store.ts';

export interface PepperOptions {
  /** What the environment says, if anything. */
  readonly given?: string | undefined;
  /** Undefined for a store that a restart forgets: then the pepper is forgotten with it. */
  readonly dataDir: string | undefined;
  readonly shared: boolean;
}

const PEPPER_BYTES = 32;
const HEX = new RegExp(`^[0-9a-f]{${PEPPER_BYTES * 2}}$`, 'i');

/** The server's part of every key: as given, or else made at first start and kept in the data folder. */
export async function readPepper({ given, dataDir, shared }: PepperOptions): Promise<Buffer> {
  if (given) return parsePepper(given, 'PEPPER');
  if (shared) throw new Error('PEPPER is required with Redis: 64 hex digits, the same on every machine');
  if (dataDir === undefined) return randomBytes(PEPPER_BYTES);
  await makeDataDir(dataDir);
  const file = join(dataDir, 'pepper');
  const kept = (await readIfThere(file)) ?? (await makePepper(file));
  return parsePepper(kept.trim(), file);
}

/** The pepper that 64 hex digits spell. Never repeats them in its error. */
export function parsePepper(text: string, where: string): Buffer {
  if (!HEX.test(text)) throw new Error(`${where} must be ${PEPPER_BYTES * 2} hex digits`);
  return Buffer.from(text, 'hex');
}

async function readIfThere(file: string): Promise<string | undefined> {
  try {
    return await readFile(file, 'utf8');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw error;
  }
}

/** Written aside, then linked: a crash leaves no half pepper, and of two at once both get the same one. */
async function makePepper(file: string): Promise<string> {
  const aside = `${file}.${randomBytes(6).toString('hex')}`;
  const handle = await open(aside, 'wx', 0o600);
  try {
    await handle.writeFile(`${randomBytes(PEPPER_BYTES).toString('hex')}\n`);
    await handle.sync();
    await handle.close();
    await link(aside, file);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
  } finally {
    await unlink(aside);
  }
  return readFile(file, 'utf8');
}
