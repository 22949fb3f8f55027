/** One row as the store holds it: bytes that mean nothing to it, and a number that goes up with every write. */
export interface Row {
  readonly version: number;
  readonly bytes: Buffer;
}

export type Replaced = 'saved' | 'conflict' | 'gone';

/** Rows of bytes with expiry. Every method but `ready` and `close` may throw `StoreUnavailable`. */
export interface Rows {
  get(id: string): Promise<Row | undefined>;
  /** False where a live row has this id already. May throw `StoreFull`. */
  insert(id: string, bytes: Buffer, ttlMs: number): Promise<boolean>;
  /** Writes only where the row still exists with that version, so that nothing deleted comes back. */
  replace(id: string, version: number, bytes: Buffer, ttlMs: number): Promise<Replaced>;
  /** True where this call is the one that deleted it; with a version, only that version is deleted. */
  delete(id: string, version?: number): Promise<boolean>;
  /** Whether the store answers now. Never throws. */
  ready(): Promise<boolean>;
  close(): Promise<void>;
}

/** The store cannot be reached, or did not answer in time: worth trying again. */
export class StoreUnavailable extends Error {
  override readonly name = 'StoreUnavailable';
}

/** The store takes no new rows: live journeys go on, new ones are refused rather than old ones dropped. */
export class StoreFull extends Error {
  override readonly name = 'StoreFull';
}

/** What the stores inside this process are told. */
export interface EmbeddedOptions {
  /** How much the store takes, in bytes of its rows, before it refuses new ones. */
  readonly maxBytes?: number;
  readonly now?: () => number;
  readonly sweepEveryMs?: number;
}
