import type { KeepFor } from './keep-for.ts';

/** One page's submitted fields. */
export type Given = Readonly<Record<string, string | readonly string[]>>;

/** One dated event of a journey's record. `fields` are those of its page, as they were answered. */
export interface Entry {
  readonly id: string;
  /** What happened: the kind of the entry. */
  readonly what: string;
  /** The day, as 2026-11-03, or the month, as 2026-11. */
  readonly when?: string | undefined;
  /** When it was added, in milliseconds: entries of one day keep this order. */
  readonly addedAt: number;
  readonly fields: Given;
}

/** What is kept of one journey. */
export interface JourneyState {
  readonly answers: Readonly<Record<string, Given>>;
  /** Fields to show again on a page, which are no answers yet. */
  readonly offered: Readonly<Record<string, Given>>;
  /** What was chosen outside the questions. */
  readonly choices: Readonly<Record<string, readonly string[]>>;
  /** In the order in which they were added. */
  readonly entries: readonly Entry[];
}

/** The state that a write left, or 'gone' where the journey was deleted or has expired. */
export type Written = Promise<Journey | 'gone'>;

/**
 * A journey as it was when it was opened. It never changes: each write gives the new state. A write merges one
 * change into what the store holds now, so that two browsers that add to one journey both keep what they added.
 * Each method may throw `StoreUnavailable`, and each that writes `StoreFull`. What a method has returned is kept.
 * Slugs and names are those of our own lists: a field that is called `__proto__` is a TypeError.
 */
export interface Journey extends JourneyState {
  /** Public, for the address. It is the same in each browser that holds the journey. */
  readonly id: string;
  /** The last days of its codes that still work, as 2026-12-24, the longest last. Empty: there is no code. */
  readonly codes: readonly string[];
  /** The ids of the entries that a letter was kept with. */
  readonly sentLetters: readonly string[];
  /** When it was last used before the code was taken up that brought it here, in milliseconds; otherwise its last use, to within the hour. */
  readonly lastOpened: number;
  /** When it was used last, on any device, in milliseconds, to within the hour. */
  readonly lastUsed: number;

  /** Keeps one page's answer, and drops what was put aside for it. */
  answer(slug: string, given: Given): Written;
  /** Keeps the fields of a page that nobody has answered with: they are offered there again. */
  putAside(slug: string, given: Given): Written;
  choose(name: string, values: readonly string[]): Written;

  /**
   * Adds an entry. Where its id is there already, a form was sent twice: the first one is kept.
   * @param forgotten pages whose answers are dropped with it, and what was put aside for them: they are asked anew
   */
  addEntry(entry: Entry, forgotten?: readonly string[]): Written;
  /** Replaces the entry of that id; where it was deleted meanwhile nothing changes. */
  changeEntry(entry: Entry): Written;
  /** Deletes an entry, and the letter that was kept with it. */
  deleteEntry(entryId: string): Written;

  /** Deletes every entry, and the letters that were kept with them. */
  deleteEntries(): Written;

  /**
   * Keeps a letter as it was sent, with the entry of that id, for as long as the journey lives. Call it before
   * `addEntry`, so that no entry lacks its letter. A second letter of the same entry is not taken: the first is kept.
   * @param document anything that JSON can hold
   */
  keepLetter(entryId: string, document: unknown): Written;
  /** The letter that was kept with an entry, or undefined. */
  letter(entryId: string): Promise<unknown>;

  /**
   * Makes a code that opens this journey until its day, on any device. At most 20 that still work.
   * @returns the code in groups of four, and its last day, as 2026-12-24
   */
  save(keepFor: KeepFor): Promise<{ code: string; until: string } | 'gone' | 'too-many'>;
  /** Lets each code of this journey work until that time from today, where that is later than its day. */
  keepLonger(keepFor: KeepFor): Written;
  /** Ends each code of this journey, now and everywhere. */
  stopCodes(): Written;

  /**
   * Takes this journey out of this browser; its others go on.
   * @param keep `code`: its codes go on working; without one it is deleted. `nothing`: it is deleted, with its
   * codes and letters, for each browser that holds it.
   */
  end(options: { readonly keep: 'code' | 'nothing' }): Promise<Ended>;
}

/** What was done with a journey: deleted now, or its codes go on until that day. */
export type Ended = { readonly deleted: true } | { readonly deleted: false; readonly until: string };
