import { untilNoConflict } from './compare-and-set.ts';
import { type JourneyRow, journeySchemas, lifeOf } from './journey-row.ts';
import { journeyRowKey, letterRowKey } from './keys.ts';
import type { Lifetimes } from './lifetimes.ts';
import { FIRST_VERSION, type Rows } from './rows.ts';
import { insertRow, openRow, replaceRow } from './sealed-row.ts';
import type { HeldJourney } from './session-row.ts';

/** What identifies a journey: its id for the address, and its own key. */
export type JourneyKey = Pick<HeldJourney, 'id' | 'key'>;

/** A journey's row as it was opened. */
export interface OpenedRow {
  readonly at: JourneyKey;
  readonly row: JourneyRow;
  readonly version: number;
}

/** One change to a journey. It may run several times, each time on what the store holds then. */
export type Change = (row: JourneyRow) => JourneyRow;

/** What must be in the store before a change is written, such as a code that lives long enough. */
export type Before = (changed: JourneyRow, until: number) => Promise<unknown>;

/** The row of each journey, with its codes and letters. */
export type JourneyRows = ReturnType<typeof createJourneyRows>;

export function createJourneyRows(rows: Rows, lifetimes: Lifetimes) {
  async function open(at: JourneyKey): Promise<OpenedRow | undefined> {
    const opened = await openRow(rows, journeyRowKey(bytesOf(at)), journeySchemas);
    return opened && { at, row: opened.value, version: opened.version };
  }

  /** Extends the letters to the journey's new end: all of them if that is later, otherwise only new ones. */
  async function touchLetters(at: JourneyKey, old: JourneyRow, changed: JourneyRow, until: number) {
    const grows = until > lifeOf(old, lifetimes);
    for (const letter of changed.letters) {
      if (grows || !old.letters.includes(letter)) await rows.touch(letterRow(at, letter).rowId, until);
    }
  }

  async function remove({ at, row }: OpenedRow): Promise<void> {
    // With the journey's row gone, none of these opens anything; any left over expire by themselves.
    const ids = [
      ...row.codes.map(({ rowId }) => rowId),
      ...row.letters.map((each) => letterRow(at, each).rowId),
    ];
    for (const id of ids) await rows.delete(id, FIRST_VERSION).catch(() => undefined);
  }

  return {
    open,

    /** @throws StoreFull */
    async start(at: JourneyKey, row: JourneyRow): Promise<OpenedRow> {
      await insertRow(rows, journeyRowKey(bytesOf(at)), row, lifeOf(row, lifetimes), 'new');
      return { at, row, version: FIRST_VERSION };
    },

    /**
     * Writes one change into what the store holds now. Each write works out the row's end from the row
     * itself.
     * @param opened the row for the first try
     */
    change(opened: OpenedRow, change: Change, before?: Before): Promise<OpenedRow | 'gone'> {
      const { at } = opened;
      return untilNoConflict(async (tries) => {
        const current = tries === 1 ? opened : await open(at);
        if (!current) return 'gone';
        const row = change(current.row);
        if (row === current.row) return current;
        const until = lifeOf(row, lifetimes);
        await before?.(row, until);
        await touchLetters(at, current.row, row, until);
        const outcome = await replaceRow(rows, journeyRowKey(bytesOf(at)), current.version, row, until);
        return outcome === 'done' ? { at, row, version: current.version + 1 } : outcome;
      });
    },

    /**
     * Deletes a journey's row, after which nothing opens it, then its codes and letters.
     * @param keepIf whether to keep the journey
     * @returns the row if kept, 'deleted', or 'gone' if it was deleted elsewhere
     */
    async delete(
      opened: OpenedRow,
      keepIf: (row: JourneyRow) => boolean,
    ): Promise<JourneyRow | 'deleted' | 'gone'> {
      return untilNoConflict(async (tries) => {
        const current = tries === 1 ? opened : await open(opened.at);
        if (!current) return 'gone';
        if (keepIf(current.row)) return current.row;
        const outcome = await rows.delete(journeyRowKey(bytesOf(current.at)).rowId, current.version);
        if (outcome === 'conflict') return outcome;
        await remove(current);
        return outcome === 'done' ? 'deleted' : 'gone';
      });
    },
  };
}

/** The id and key of the row of a journey's letter. */
export function letterRow(at: JourneyKey, { entryId, copyId }: JourneyRow['letters'][number]) {
  return letterRowKey(bytesOf(at), entryId, copyId);
}

function bytesOf({ key }: JourneyKey): Buffer {
  return Buffer.from(key, 'base64url');
}
