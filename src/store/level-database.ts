import { open, unlink } from 'node:fs/promises';
import { join } from 'node:path';
import { type BatchOperation, ClassicLevel } from 'classic-level';
import { StoreUnavailable } from './errors.ts';
import type { Level } from './level-expiry.ts';

/** What LevelDB writes at most when it is opened: all that it holds in memory. */
const ROOM_BYTES = 5 * 1024 * 1024;
const TRY_EVERY_MS = 1_000;

export type Operations = BatchOperation<Level, string, Buffer>[];

/** A LevelDB folder, mended after a failed write. Its methods are for one caller after the other; reading is for all. */
export interface LevelDatabase {
  readonly level: Level;
  /** Whether it has to be mended before it takes a write. */
  readonly isBroken: boolean;
  /** @throws StoreUnavailable */
  write(operations: Operations): Promise<void>;
  /**
   * Opens the folder anew after a failed write.
   * @throws StoreUnavailable while the disk has no room for that; reading goes on
   */
  mend(): Promise<void>;
}

/**
 * Opens a LevelDB folder. One process has it at a time.
 *
 * A write that fails leaves a torn record at the end of LevelDB's log. LevelDB would go on after it, and confirm
 * what the next start cannot read. So nothing more is written until the folder has been opened anew, which begins
 * a new log.
 * @throws StoreUnavailable
 */
export async function openLevel(folder: string): Promise<LevelDatabase> {
  const level: Level = new ClassicLevel(folder, { valueEncoding: 'buffer', compression: false });
  let cause: string | undefined;
  let tryAt = 0;

  await level.open().catch((error: unknown) => {
    throw new StoreUnavailable(levelCode(error));
  });

  return {
    level,
    get isBroken() {
      return cause !== undefined;
    },
    async write(operations) {
      try {
        await level.batch(operations);
      } catch (error) {
        cause = levelCode(error);
        throw new StoreUnavailable(cause);
      }
    },
    async mend() {
      if (cause === undefined) return;
      if (performance.now() < tryAt) throw new StoreUnavailable(cause);
      tryAt = performance.now() + TRY_EVERY_MS;
      try {
        // Tried first, so that a folder on a full disk stays open for reading.
        if (level.status === 'open') await tryRoom(folder);
        await level.close();
        await level.open();
        cause = undefined;
      } catch (error) {
        throw new StoreUnavailable(levelCode(error));
      }
    },
  };
}

/** Writes as much as opening may need, and deletes it. */
async function tryRoom(folder: string): Promise<void> {
  const file = join(folder, 'room-for-opening');
  const handle = await open(file, 'w', 0o600);
  try {
    await handle.writeFile(Buffer.alloc(ROOM_BYTES));
    await handle.sync();
  } finally {
    await handle.close();
    await unlink(file);
  }
}

/** LevelDB's or the system's own word for it, such as LEVEL_LOCKED; never a message, which may name more. */
export function levelCode(error: unknown): string {
  const { code, cause } = error as { code?: string; cause?: { code?: string } };
  return cause?.code ?? code ?? 'LEVEL_UNKNOWN';
}
