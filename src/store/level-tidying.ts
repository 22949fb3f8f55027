import type { ClassicLevel } from 'classic-level';

/** Above this, one pass over everything is less work than one for each row. */
const MANY = 50;
/** Row ids are hex digits: all of them stand before this. */
const AFTER_EVERY_ROW = 'g';

/**
 * LevelDB only notes that a row is deleted, and leaves its bytes in the files for days. This has it rewrite
 * that part of the files at once, in the background. Called without an id, it only waits for what is under way.
 */
export function createTidying(db: ClassicLevel<string, Buffer>): (id?: string) => Promise<void> {
  let waiting = new Set<string>();
  let underWay: Promise<void> | undefined;

  async function work(): Promise<void> {
    try {
      while (waiting.size > 0) {
        const ids = waiting;
        waiting = new Set();
        if (ids.size > MANY) await db.compactRange('', AFTER_EVERY_ROW);
        else for (const id of ids) await db.compactRange(id, id);
      }
    } catch {
      // The rows are deleted all the same; LevelDB tidies by itself in the end.
    } finally {
      underWay = undefined;
    }
  }

  return async (id) => {
    if (id !== undefined) waiting.add(id);
    underWay ??= work();
    await underWay;
  };
}
