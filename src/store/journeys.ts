import type { Given, Journey } from './journey.ts';

/** What the cookie held: it may be anything, or absent. */
export type Secret = string | undefined;

/** The journeys of all browsers, sealed. Each method but `ready` and `close` may throw `StoreUnavailable`. */
export interface Journeys {
  /**
   * Begins a journey in this browser. A secret that is unknown, malformed or absent gives a fresh one.
   * @returns the secret for the cookie, and the journey's id for its address
   * @throws StoreFull where the store takes no new journeys, or this browser has 50
   */
  start(secret: Secret, first?: FirstState): Promise<Started>;
  /** A journey of this browser, or undefined where this browser does not hold it (any more). */
  open(secret: Secret, id: string): Promise<Journey | undefined>;
  /** Each journey of this browser, the one used last first. It prolongs none. */
  openAll(secret: Secret): Promise<readonly Journey[]>;
  /**
   * Takes a journey up by its code, as often as it is wanted until the code's day. Undefined where the code is
   * wrong, has ended or was stopped; each of them costs the same.
   * @param code as it was typed
   */
  resume(secret: Secret, code: string): Promise<Started | undefined>;
  /** Clears this browser: journeys that have a code go on, the others are deleted. */
  clear(secret: Secret): Promise<Cleared>;
  /** Clears this browser, and deletes each of its journeys with their codes and letters. */
  deleteAll(secret: Secret): Promise<Cleared>;
  /** Whether the store takes a write now; where not, why, as a code for the log. Never throws. */
  ready(): Promise<Readiness>;
  close(): Promise<void>;
}

/** What a journey may begin with. */
export interface FirstState {
  readonly answers?: Readonly<Record<string, Given>>;
  readonly offered?: Readonly<Record<string, Given>>;
  readonly choices?: Readonly<Record<string, readonly string[]>>;
}

export interface Started {
  readonly secret: string;
  readonly id: string;
}

/** What was done where a browser was cleared. */
export interface Cleared {
  /** False: this browser held nothing (any more), so that there was nothing to do. */
  readonly found: boolean;
  /** How many journeys were deleted. */
  readonly deleted: number;
  /** The last day of each journey that its codes still open. */
  readonly goOn: readonly string[];
  /** How many could not be deleted now. No browser and no code opens them; they go when their hours are over. */
  readonly left: number;
}

export type Readiness = { readonly ready: true } | { readonly ready: false; readonly cause: string };
