import { setTimeout as pause } from 'node:timers/promises';
import type { Operations } from './level-database.ts';
import type { Level } from './level-expiry.ts';

/** Above this, one pass over everything is less work than one for each row. */
const MANY = 50;
/** It works a tenth of the time: the larger the folder, the longer a pass takes, and nobody waits for it. */
const REST = 9;
const FINISH_WITHIN_MS = 5_000;
/** The whole folder in parts, by the first digit of the row's id; the index is in the first one. */
const BOUNDS = ['', ...'123456789abcdef', '\uffff'];
const PARTS = BOUNDS.slice(1).map((to, at) => [BOUNDS[at]!, to] as const);

/** Right after a key, and never a row's own id. */
const after = (key: string) => `${key}\u0000`;

export interface Compaction {
  /** Has LevelDB rewrite the files in which this row was. */
  note(id: string): void;
  /** Finishes without a rest what can be finished soon; LevelDB does the rest by itself in the end. */
  finish(): Promise<void>;
}

/**
 * LevelDB only notes that a row is deleted, and leaves its bytes in the files for days. This has it rewrite that part
 * of the files at once, in the background.
 * @param write as every other write of this folder is made
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
   * What LevelDB has in memory it writes as deep down as nothing is in its way, and it does not rewrite what lies
   * deepest: a row that was deleted soon after it was written would stay there, beside the note that it is deleted.
   * Two notes about nothing, on top of that, make it a place to rewrite.
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
      // The rows are deleted all the same; LevelDB compacts by itself in the end.
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
