/** One row as the store holds it: opaque bytes, and a version that goes up with each replacement. */
export interface Row {
  readonly version: number;
  readonly bytes: Buffer;
}

/** The version of a row that was never replaced. */
export const FIRST_VERSION = 1;

/** `conflict`: the row has another version. `gone`: there is no such row, or it has expired. */
export type Outcome = 'done' | 'conflict' | 'gone';

/** Whether a row starts a journey or belongs to an open one. The last part of the store is for open ones. */
export type Room = 'new' | 'open';

/** The share of a store that new journeys may fill. */
export const NEW_SHARE = 0.9;

/**
 * A key-value store: rows of bytes, each with an expiry in milliseconds. An id is never used again for
 * another row. Each method except `ready` and `close` may throw `StoreUnavailable`, and those that may grow
 * the store `StoreFull`.
 */
export interface Rows {
  /** The row, or undefined if there is none or it has expired. */
  get(id: string): Promise<Row | undefined>;
  /** False if there is a row with this id. */
  insert(id: string, bytes: Buffer, until: number, room: Room): Promise<boolean>;
  /** Writes only if the row still has that version, so that a deleted row never comes back. */
  replace(id: string, version: number, bytes: Buffer, until: number): Promise<Outcome>;
  /** Extends the row's expiry to at least then, without a new version. False if there is no such row. */
  touch(id: string, until: number): Promise<boolean>;
  /** Deletes the row only if it still has that version. */
  delete(id: string, version: number): Promise<Outcome>;
  /** Writes a small row; returns why that failed, as a code for the log, or undefined. Never throws. */
  ready(): Promise<string | undefined>;
  close(): Promise<void>;
}

/** The options of the stores inside this process. */
export interface EmbeddedOptions {
  /** The most bytes that the rows may have. */
  readonly maxBytes?: number;
  readonly now?: () => number;
  /** Milliseconds on a monotonic clock. */
  readonly uptime?: () => number;
}
