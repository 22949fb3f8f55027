/** One row as the store holds it: bytes that mean nothing to it, and a number that goes up with each replacement. */
export interface Row {
  readonly version: number;
  readonly bytes: Buffer;
}

/** The version of a row that was never replaced. */
export const FIRST_VERSION = 1;

/** `conflict`: the row has another version. `gone`: there is no such row, or it has expired. */
export type Outcome = 'done' | 'conflict' | 'gone';

/** Whether a row begins a journey or belongs to one that is open: the last part of the store is for the latter. */
export type Room = 'new' | 'open';

/** How much of a store new journeys may fill. */
export const NEW_SHARE = 0.9;

/**
 * A key-value store: rows of bytes, each until a time in milliseconds. An id is never used again for another row.
 * Each method but `ready` and `close` may throw `StoreUnavailable`, and those that may grow the store `StoreFull`.
 */
export interface Rows {
  /** The row, or undefined where there is none or it has expired. */
  get(id: string): Promise<Row | undefined>;
  /** False where there is a row of this id. */
  insert(id: string, bytes: Buffer, until: number, room: Room): Promise<boolean>;
  /** Writes only where the row still has that version, so that nothing deleted comes back. */
  replace(id: string, version: number, bytes: Buffer, until: number): Promise<Outcome>;
  /** Has the row live at least until then; its version and bytes stay. False where there is no such row. */
  touch(id: string, until: number): Promise<boolean>;
  /** Deletes the row only where it still has that version. */
  delete(id: string, version: number): Promise<Outcome>;
  /** Writes a small row, and says why that failed as a code for the log; undefined where it did not. Never throws. */
  ready(): Promise<string | undefined>;
  close(): Promise<void>;
}

/** What the stores inside this process are told. */
export interface EmbeddedOptions {
  /** How many bytes the rows may have. */
  readonly maxBytes?: number;
  readonly now?: () => number;
  /** Milliseconds since some moment, by a clock that nobody sets. */
  readonly uptime?: () => number;
}
