import { randomBytes } from 'node:crypto';
import { link, open, readFile, rename, unlink } from 'node:fs/promises';
import { join } from 'node:path';
import { makeDataDir } from './data-dir.ts';

export interface PepperOptions {
  /** The pepper from the environment, if any. */
  readonly given?: string | undefined;
  /** Undefined for a store that a restart loses, with its pepper. */
  readonly dataDir: string | undefined;
  readonly shared: boolean;
}

const PEPPER_BYTES = 32;
const HEX = new RegExp(`^[0-9a-f]{${PEPPER_BYTES * 2}}$`, 'i');
/** The error codes of a file system without hard links. */
const NO_LINKS: readonly unknown[] = ['ENOTSUP', 'EOPNOTSUPP', 'EPERM', 'ENOSYS', 'EMLINK'];

/** Makes a hard link. */
export type Link = (from: string, to: string) => Promise<void>;

/**
 * The server's part of every key: as given, or else made at the first start and kept in the data folder.
 * @throws Error if it is required and missing, or not a pepper; the message never repeats the value
 */
export async function readPepper(
  { given, dataDir, shared }: PepperOptions,
  linkFile: Link = link,
): Promise<Buffer> {
  if (given) return parsePepper(given, 'PEPPER');
  if (shared) throw new Error('PEPPER is required with Redis: 64 hex digits, the same on every machine');
  if (dataDir === undefined) return randomBytes(PEPPER_BYTES);
  await makeDataDir(dataDir);
  const file = join(dataDir, 'pepper');
  const kept = (await readIfThere(file)) ?? (await makePepper(file, linkFile));
  return parsePepper(kept.trim(), file);
}

/**
 * The pepper from its 64 hex digits.
 * @throws Error for anything else, without repeating it
 */
export function parsePepper(text: string, where: string): Buffer {
  if (!HEX.test(text)) throw new Error(`${where} must be ${PEPPER_BYTES * 2} hex digits`);
  return Buffer.from(text, 'hex');
}

async function readIfThere(file: string): Promise<string | undefined> {
  try {
    return await readFile(file, 'utf8');
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return undefined;
    throw error;
  }
}

/** Written to another file, then linked: a crash leaves no half pepper, and two servers get the same one. */
async function makePepper(file: string, linkFile: Link): Promise<string> {
  const aside = `${file}.${randomBytes(6).toString('hex')}`;
  const handle = await open(aside, 'wx', 0o600);
  try {
    await handle.writeFile(`${randomBytes(PEPPER_BYTES).toString('hex')}\n`);
    await handle.sync();
    await handle.close();
    await linkFile(aside, file);
  } catch (error) {
    if (NO_LINKS.includes(codeOf(error))) await renameOnce(aside, file);
    else if (codeOf(error) !== 'EEXIST') throw error;
  } finally {
    await unlink(aside).catch(() => undefined);
  }
  return readFile(file, 'utf8');
}

/** Without hard links, the process that makes the lock file first renames its pepper. */
async function renameOnce(aside: string, file: string): Promise<void> {
  const lock = `${file}.lock`;
  const handle = await open(lock, 'wx', 0o600).catch((error: unknown) => {
    if (codeOf(error) === 'EEXIST')
      throw new Error(`Another server is making ${file}. If there is none, delete ${lock}.`);
    throw error;
  });
  try {
    if ((await readIfThere(file)) === undefined) await rename(aside, file);
  } finally {
    await handle.close();
    await unlink(lock);
  }
}

const codeOf = (error: unknown) => (error as NodeJS.ErrnoException).code;
