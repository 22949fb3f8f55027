import type { KeepFor } from './keep-for.ts';

/** One page's submitted fields. */
export type FormInput = Readonly<Record<string, string | readonly string[]>>;

/** One dated event of a journey's record. `fields` are those of its page, as answered. */
export interface Entry {
  readonly id: string;
  /** What happened: the kind of the entry. */
  readonly what: string;
  /** The day, as 2026-11-03, or the month, as 2026-11. */
  readonly when?: string | undefined;
  /** When it was added, in milliseconds: entries of one day keep this order. */
  readonly addedAt: number;
  readonly fields: FormInput;
}

/** What the store holds for one journey. */
export interface JourneyState {
  readonly answers: Readonly<Record<string, FormInput>>;
  /** What was typed on a page and is not an answer yet, to show there again. */
  readonly drafts: Readonly<Record<string, FormInput>>;
  /** What was chosen outside the questions. */
  readonly choices: Readonly<Record<string, readonly string[]>>;
  /** In the order in which they were added. */
  readonly entries: readonly Entry[];
}

/** The state after a write, or 'gone' if the journey was deleted or has expired. */
export type Written = Promise<Journey | 'gone'>;

/**
 * A journey as it was when it was opened. It never changes: each write returns the new state. A write merges
 * one change into what the store holds now, so that two browsers that add to one journey both keep what they
 * added. Each method may throw `StoreUnavailable`, and each that writes `StoreFull`. Once a write returns, it
 * is stored. Slugs and names come from our own lists: a field called `__proto__` is a TypeError.
 */
export interface Journey extends JourneyState {
  /** Public, for the address. It is the same in each browser that holds the journey. */
  readonly id: string;
  /** The last days of its codes that still work, as 2026-12-24, the latest last. */
  readonly codes: readonly string[];
  /** The ids of the entries that have a stored letter. */
  readonly sentLetters: readonly string[];
  /** When it was last used before a code opened it (else `lastUsed`), in milliseconds, to within the hour. */
  readonly lastOpened: number;
  /** When it was last used on any device, in milliseconds, to within the hour. */
  readonly lastUsed: number;

  /** Stores one page's answer, and drops its draft. */
  answer(slug: string, input: FormInput): Written;
  /** Stores a draft: fields of a page that are not an answer yet, to show there again. */
  putAside(slug: string, input: FormInput): Written;
  choose(name: string, values: readonly string[]): Written;

  /**
   * Adds an entry. If its id is there already, a form was sent twice and the first entry stays.
   * @param forgotten pages whose answers are dropped with it, and their drafts, so that they are
   * asked again
   */
  addEntry(entry: Entry, forgotten?: readonly string[]): Written;
  /** Replaces the entry with that id; does nothing if it was deleted meanwhile. */
  changeEntry(entry: Entry): Written;
  /** Deletes an entry and its stored letter. */
  deleteEntry(entryId: string): Written;

  /** Deletes every entry and their stored letters. */
  deleteEntries(): Written;

  /**
   * Stores a letter as it was sent, with the entry of that id, for as long as the journey. Call it before
   * `addEntry`, so that no entry lacks its letter. A second letter for the same entry is ignored.
   * @param document any JSON value
   */
  keepLetter(entryId: string, document: unknown): Written;
  /** The stored letter of an entry, or undefined. */
  letter(entryId: string): Promise<unknown>;

  /**
   * Makes a code that opens this journey on any device until its last day. At most 20 codes work at a time.
   * @returns the code in groups of four, and its last day, as 2026-12-24
   */
  save(keepFor: KeepFor): Promise<{ code: string; until: string } | 'gone' | 'too-many'>;
  /** Extends each working code of this journey to this long from today, if that is later. */
  keepLonger(keepFor: KeepFor): Written;
  /** Ends every code of this journey at once, on all devices. */
  stopCodes(): Written;

  /**
   * Removes this journey from this browser, which keeps its other journeys.
   * @param keep `code`: its codes go on working, and without a code it is deleted. `nothing`: it is deleted
   * with its codes and letters, for every browser that holds it.
   */
  end(options: { readonly keep: 'code' | 'nothing' }): Promise<Ended>;
}

/** What was done with a journey: it is deleted, or its codes go on until that day. */
export type Ended = { readonly deleted: true } | { readonly deleted: false; readonly until: string };
