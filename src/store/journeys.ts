import { type Cleared, createClearing } from './clearing.ts';
import { createCodeRows } from './code-rows.ts';
import { copyOf } from './changes.ts';
import { isStoreError } from './errors.ts';
import type { FormInput, Journey } from './journey.ts';
import type { JourneyRow } from './journey-row.ts';
import { createJourneyRows, type JourneyKey, type OpenedRow } from './journey-rows.ts';
import { newJourneyKey } from './keys.ts';
import { createLifetimes } from './lifetimes.ts';
import { OpenedJourney } from './opened-journey.ts';
import type { Rows } from './rows.ts';
import { newId } from './secrets.ts';
import type { HeldJourney } from './session-row.ts';
import { createSessions } from './sessions.ts';

/** What the cookie held: anything, or nothing. */
export type Secret = string | undefined;

/** The sealed journeys of all browsers. All methods but `ready` and `close` may throw `StoreUnavailable`. */
export interface Journeys {
  /**
   * Starts a journey in this browser. A secret that is unknown, malformed or absent is replaced.
   * @returns the secret for the cookie, and the journey's id for its address
   * @throws StoreFull if the store takes no new journeys, or this browser has 50
   */
  start(secret: Secret, first?: FirstState): Promise<Started>;
  /** A journey of this browser, or undefined if this browser does not hold it (any more). */
  open(secret: Secret, id: string): Promise<Journey | undefined>;
  /** Each journey of this browser, the last used first. This does not count as a use. */
  openAll(secret: Secret): Promise<readonly Journey[]>;
  /**
   * Opens a journey by its code, any number of times until the code's last day. Undefined if the code is
   * wrong, expired or stopped; all three take the same time.
   * @param code as typed
   */
  resume(secret: Secret, code: string): Promise<Started | undefined>;
  /** Clears this browser: journeys with a code go on, the others are deleted. */
  clear(secret: Secret): Promise<Cleared>;
  /** Clears this browser and deletes all of its journeys with their codes and letters. */
  deleteAll(secret: Secret): Promise<Cleared>;
  /** Whether the store takes a write now; if not, why, as a code for the log. Never throws. */
  ready(): Promise<Readiness>;
  close(): Promise<void>;
}

/** What a journey may start with. */
export interface FirstState {
  readonly answers?: Readonly<Record<string, FormInput>>;
  readonly drafts?: Readonly<Record<string, FormInput>>;
  readonly choices?: Readonly<Record<string, readonly string[]>>;
}

export interface Started {
  readonly secret: string;
  readonly id: string;
}

export type Readiness = { readonly ready: true } | { readonly ready: false; readonly cause: string };

export interface JourneysOptions {
  readonly rows: Rows;
  readonly pepper: Buffer;
  /** They open what they sealed before. */
  readonly oldPeppers?: readonly Buffer[];
  /** How long an unused journey is kept. */
  readonly hours: number;
  readonly now?: () => number;
}

/** Journeys sealed into rows. Without the browser's secret or a code nobody, including us, can open one. */
export function createJourneys(options: JourneysOptions): Journeys {
  const { rows, pepper, oldPeppers = [], hours, now = Date.now } = options;
  const peppers = [pepper, ...oldPeppers] as const;
  const lifetimes = createLifetimes(hours, now);
  const journeyRows = createJourneyRows(rows, lifetimes);
  const codeRows = createCodeRows(rows, peppers, journeyRows, lifetimes);
  const sessions = createSessions(rows, peppers, lifetimes);

  function journeyOf(secret: string, opened: OpenedRow): Journey {
    const leave = () => sessions.remove(secret, opened.at.id);
    return new OpenedJourney(opened, { rows, journeyRows, codeRows, lifetimes, leave });
  }

  /** Records that a journey is used. If the store takes no writes at the moment, it can still be read. */
  async function noteUse(secret: string, held: HeldJourney, opened: OpenedRow): Promise<OpenedRow | 'gone'> {
    try {
      const current = lifetimes.isStale(opened.row.used)
        ? await journeyRows.change(opened, (row) => ({ ...row, used: now() }))
        : opened;
      if (lifetimes.isStale(held.used)) await sessions.use(secret, held.id);
      return current;
    } catch (error) {
      if (isStoreError(error)) return opened;
      throw error;
    }
  }

  async function openHeld(secret: string, held: readonly HeldJourney[]): Promise<Journey[]> {
    const opened = await Promise.all(held.map((each) => journeyRows.open(each)));
    return opened.filter((each) => each !== undefined).map((each) => journeyOf(secret, each));
  }

  return {
    async start(secret, first = {}) {
      const at: JourneyKey = { id: newId(), key: newJourneyKey().toString('base64url') };
      const opened = await journeyRows.start(at, firstRow(first, now()));
      try {
        return { secret: await sessions.add(secret, at), id: at.id };
      } catch (error) {
        // Nobody has its key, so it only takes up room; if it cannot be deleted now, it expires by itself.
        await journeyRows.delete(opened, () => false).catch(() => undefined);
        throw error;
      }
    },

    async open(secret, id) {
      const session = await sessions.open(secret);
      const held = session && sessions.find(session, id);
      const opened = held && (await journeyRows.open(held));
      if (secret === undefined || !held || !opened) return undefined;
      const current = await noteUse(secret, held, opened);
      return current === 'gone' ? undefined : journeyOf(secret, current);
    },

    async openAll(secret) {
      const session = await sessions.open(secret);
      return secret !== undefined && session ? openHeld(secret, sessions.held(session)) : [];
    },

    async resume(secret, code) {
      const found = await codeRows.open(code);
      const opened =
        found && (await journeyRows.change(found, (row) => ({ ...row, used: now(), usedBefore: row.used })));
      if (opened === undefined || opened === 'gone') return undefined;
      return { secret: await sessions.add(secret, opened.at), id: opened.at.id };
    },

    ...createClearing(sessions, journeyRows, lifetimes),

    async ready() {
      const cause = await rows.ready();
      return cause === undefined ? { ready: true } : { ready: false, cause };
    },
    close: () => rows.close(),
  };
}

/** The row of a new journey. */
function firstRow({ answers = {}, drafts = {}, choices = {} }: FirstState, used: number): JourneyRow {
  const pages = (all: Readonly<Record<string, FormInput>>) =>
    Object.fromEntries(Object.entries(all).map(([slug, input]) => [slug, copyOf(input)]));
  const chosen = Object.fromEntries(Object.entries(choices).map(([name, values]) => [name, [...values]]));
  return {
    answers: pages(answers),
    offered: pages(drafts),
    choices: chosen,
    entries: [],
    letters: [],
    codes: [],
    used,
  };
}
