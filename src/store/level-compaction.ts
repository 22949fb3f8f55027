import { setTimeout as pause } from 'node:timers/promises';
import type { Operations } from './level-database.ts';
import type { Level } from './level-expiry.ts';

/** With more rows than this, one pass over everything is less work than one for each row. */
const MANY = 50;
/** Nine parts rest to one part work: a pass takes longer in a larger folder, and nobody waits for it. */
const REST = 9;
const FINISH_WITHIN_MS = 5_000;
/** The whole folder in parts, by the first digit of the row's id. The index is in the first part. */
const BOUNDS = ['', ...'123456789abcdef', '\uffff'];
const PARTS = BOUNDS.slice(1).map((to, at) => [BOUNDS[at]!, to] as const);

/** The next possible key, which is never a row's id. */
const after = (key: string) => `${key}\u0000`;

export interface Compaction {
  /** Makes LevelDB rewrite the files that held this row. */
  note(id: string): void;
  /** Finishes what takes a few seconds; LevelDB does the rest by itself in the end. */
  finish(): Promise<void>;
}

/**
 * LevelDB only marks a row as deleted and leaves its bytes in the files for days. This makes it rewrite that
 * part of the files at once, in the background.
 * @param write the function for all writes to this folder
 */
export function createCompaction(level: Level, write: (operations: Operations) => Promise<void>): Compaction {
  const rows = new Set<string>();
  let everything = false;
  let underWay: Promise<void> | undefined;
  let stopAt = Infinity;
  const closing = new AbortController();

  function next(): readonly (readonly [string, string])[] {
    const ranges = everything ? PARTS : [...rows].map((id) => [id.slice(0, -1), id] as const);
    everything = false;
    rows.clear();
    return ranges;
  }

  /**
   * LevelDB writes its memory to the deepest free level and never rewrites the deepest level. A row that is
   * deleted soon after it was written would stay there, beside its deletion mark. Two deletion marks for keys
   * that do not exist, on the level above, make LevelDB rewrite it.
   */
  async function rewrite(from: string, to: string): Promise<void> {
    await level.compactRange(from, after(to));
    await write([from, to].map((key) => ({ type: 'del', key: after(key) })));
    await level.compactRange(from, after(to));
  }

  async function work(): Promise<void> {
    try {
      for (let ranges = next(); ranges.length > 0; ranges = next()) {
        for (const [from, to] of ranges) {
          const began = performance.now();
          if (began > stopAt) return;
          await rewrite(from, to);
          await rest((performance.now() - began) * REST);
        }
      }
    } catch {
      // The rows are deleted anyway, and LevelDB compacts by itself in the end.
    } finally {
      underWay = undefined;
    }
  }

  async function rest(ms: number): Promise<void> {
    const { signal } = closing;
    await pause(ms, undefined, { ref: false, signal }).catch(() => undefined);
  }

  return {
    note(id) {
      if (!everything) rows.add(id);
      if (rows.size > MANY) {
        everything = true;
        rows.clear();
      }
      underWay ??= work();
    },
    async finish() {
      stopAt = performance.now() + FINISH_WITHIN_MS;
      closing.abort();
      await underWay;
    },
  };
}
