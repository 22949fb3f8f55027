import { open, unlink } from 'node:fs/promises';
import { join } from 'node:path';
import { type BatchOperation, ClassicLevel } from 'classic-level';
import { StoreUnavailable } from './errors.ts';
import type { Level } from './level-expiry.ts';

/** The most that LevelDB writes when it is opened: all that it holds in memory. */
const ROOM_BYTES = 5 * 1024 * 1024;
const TRY_EVERY_MS = 1_000;

export type Operations = BatchOperation<Level, string, Buffer>[];

/** A LevelDB folder that recovers from a failed write. Call its methods one at a time; reads can overlap. */
export interface LevelDatabase {
  readonly level: Level;
  /** Whether it must be mended before it takes a write. */
  readonly isBroken: boolean;
  /** @throws StoreUnavailable */
  write(operations: Operations): Promise<void>;
  /**
   * Opens the folder again after a failed write.
   * @throws StoreUnavailable while the disk has no room for that; reads still work
   */
  mend(): Promise<void>;
}

/**
 * Opens a LevelDB folder, which one process can have at a time.
 *
 * A failed write leaves a torn record at the end of LevelDB's log. LevelDB would go on after it and confirm
 * writes that the next start cannot read. So nothing more is written until the folder is opened again, which
 * starts a new log.
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
        // Room is checked first, so that a folder on a full disk stays open for reading.
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

/** Checks for room: writes as much as opening may need, and deletes it. */
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

/** LevelDB's or the system's own code, such as LEVEL_LOCKED; never the message, which may say too much. */
export function levelCode(error: unknown): string {
  const { code, cause } = error as { code?: string; cause?: { code?: string } };
  return cause?.code ?? code ?? 'LEVEL_UNKNOWN';
}
