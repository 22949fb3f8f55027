import { createBrowser } from './browser.ts';
import type { Index } from './browser.ts';
import { givenFrom, keptFrom, parseStored, withEntry, withoutEntry } from './kept.ts';
import type { Given, KeptJourney, Stored } from './kept.ts';
import type { Rows } from './rows.ts';
import { createSaved, SAVED_DAYS } from './saved.ts';
import { isJourneyId, newJourneyId, newSecret, secretBytes, trueRandom } from './secrets.ts';
import type { Random } from './secrets.ts';
import { createShelf } from './shelf.ts';
import type { Found } from './shelf.ts';
import { orUndo } from './undo.ts';

export { SAVED_DAYS };
export type { Given, KeptJourney };
export { StoreFull, StoreUnavailable } from './rows.ts';

/** What the cookie held, and what the address named: either may be anything. */
type Secret = string | undefined;
type Kept = Promise<KeptJourney | undefined>;

/** Every journey, sealed. Any method may throw `StoreUnavailable`; where something new is to be kept, `StoreFull`. */
export interface Journeys {
  /** New journey. A secret that is unknown, malformed or absent gives a fresh one. */
  begin(secret: Secret, first?: Partial<KeptJourney>): Promise<Held>;
  load(secret: Secret, id: string): Kept;
  /**
   * Merges one page's answer, and takes back what was offered for it. Undefined: the journey is gone.
   * @param seen what `load` gave a moment ago: where nobody wrote meanwhile, the row is not read and opened again
   */
  answer(secret: Secret, id: string, slug: string, given: Given, seen?: KeptJourney): Kept;
  /** Keeps what stands on a page that nobody has answered with: it is offered there again. */
  putAside(secret: Secret, id: string, slug: string, given: Given, seen?: KeptJourney): Kept;
  choose(secret: Secret, id: string, name: string, values: readonly string[], seen?: KeptJourney): Kept;
  /** Ends one journey: its row and its saved copies are deleted now. */
  end(secret: Secret, id: string): Promise<void>;
  /** Ends every journey of this browser, and says how many there were. */
  endAll(secret: Secret): Promise<number>;
  /** Makes a code to carry on with later: a copy sealed under the code, kept 28 days, fixed. */
  save(secret: Secret, id: string): Promise<{ code: string; until: Date } | undefined>;
  /** Takes a code up, which uses it up: a new journey in this browser that holds the copy. */
  resume(secret: Secret, code: string): Promise<Held | undefined>;
  ready(): Promise<boolean>;
  close(): Promise<void>;
}

/** What a browser holds of a journey: the secret for its cookie, the id for the address. */
export interface Held {
  readonly secret: string;
  readonly id: string;
}

export interface JourneysOptions {
  readonly rows: Rows;
  readonly pepper: Buffer;
  /** They open what was sealed under them; the next write seals it under `pepper`. */
  readonly oldPeppers?: readonly Buffer[];
  /** How long an unused journey is kept. */
  readonly hours: number;
  readonly random?: Random;
  readonly now?: () => number;
}

const HOUR_MS = 3_600_000;

const same = (kept: KeptJourney) => kept;

/** A journey with the row that it was opened from, for whoever writes to it in the same request. */
class OpenedJourney implements KeptJourney {
  readonly answers: KeptJourney['answers'];
  readonly offered: KeptJourney['offered'];
  readonly choices: KeptJourney['choices'];
  readonly #found: Found<Stored>;

  constructor(found: Found<Stored>) {
    ({ answers: this.answers, offered: this.offered, choices: this.choices } = found.value.kept);
    this.#found = found;
  }

  /** Known to this file alone, and nothing that anybody could seal, print or compare. */
  get found(): Found<Stored> {
    return this.#found;
  }
}

/** Journeys sealed into `rows`: without the browser's secret nobody, we included, can open one. */
export function createJourneys(options: JourneysOptions): Journeys {
  const { rows, pepper, oldPeppers = [], hours, random = trueRandom, now = Date.now } = options;
  const keptMs = Math.max(1, Math.round(hours * HOUR_MS));
  const stepMs = Math.min(HOUR_MS, keptMs / 24);
  const peppers = [pepper, ...oldPeppers] as const;

  const shelf = createShelf<Stored>({ rows, peppers, purpose: 'journey', parse: parseStored });
  const browser = createBrowser({
    rows,
    now,
    shelf: createShelf<Index>({
      rows,
      peppers,
      purpose: 'browser',
      parse: (raw) => raw as Index | undefined,
    }),
    // It is prolonged once a step, and one time may fail: it must not go before its journeys do.
    keptMs: Math.round(keptMs + 2 * stepMs),
    removeJourney: (secret, id) => shelf.remove(secret, id),
  });

  async function begin(secret: Secret, first: Partial<KeptJourney> = {}): Promise<Held> {
    const stored = { kept: keptFrom(first), prolonged: now() };
    const id = newJourneyId(random);
    const known = secretBytes(secret);
    if (secret !== undefined && known && (await browser.knows(known))) {
      await shelf.create(known, id, stored, keptMs);
      const remove = () => shelf.remove(known, id);
      if (await orUndo(() => browser.add(known, id), remove)) return { secret, id };
    }
    const fresh = newSecret(random);
    const bytes = Buffer.from(fresh, 'base64url');
    await shelf.create(bytes, id, stored, keptMs);
    await orUndo(
      () => browser.create(bytes, id),
      () => shelf.remove(bytes, id),
    );
    return { secret: fresh, id };
  }

  /** Undefined where the two cannot be ours, so that nothing made up reaches the store. */
  function key(secret: Secret, id: string): Buffer | undefined {
    return isJourneyId(id) ? secretBytes(secret) : undefined;
  }

  async function use(secret: Secret, id: string, change = same, seen?: KeptJourney): Kept {
    const bytes = key(secret, id);
    if (!bytes) return undefined;
    let prolong = false;
    const found = await shelf.update(
      bytes,
      id,
      keptMs,
      (current) => {
        prolong = now() - current.prolonged >= stepMs;
        const kept = change(current.kept);
        if (kept === current.kept && !prolong) return current;
        return { kept, prolonged: prolong ? now() : current.prolonged };
      },
      seen instanceof OpenedJourney ? seen.found : undefined,
    );
    if (!found) return undefined;
    if (prolong) await browser.prolong(bytes, id);
    return new OpenedJourney(found);
  }

  async function end(secret: Secret, id: string): Promise<void> {
    const bytes = key(secret, id);
    if (bytes) await browser.end(bytes, id);
  }

  return {
    begin,
    load: (secret, id) => use(secret, id),
    answer: (secret, id, slug, given, seen) =>
      use(
        secret,
        id,
        (kept) => ({
          ...kept,
          answers: withEntry(kept.answers, slug, givenFrom(given)),
          offered: withoutEntry(kept.offered, slug),
        }),
        seen,
      ),
    putAside: (secret, id, slug, given, seen) =>
      use(
        secret,
        id,
        (kept) => ({ ...kept, offered: withEntry(kept.offered, slug, givenFrom(given)) }),
        seen,
      ),
    choose: (secret, id, name, values, seen) =>
      use(secret, id, (kept) => ({ ...kept, choices: withEntry(kept.choices, name, [...values]) }), seen),
    end,
    async endAll(secret) {
      const bytes = secretBytes(secret);
      return bytes ? browser.endAll(bytes) : 0;
    },
    ...createSaved({ rows, peppers, browser, random, now, key, begin, load: use, end }),
    ready: () => rows.ready(),
    close: () => rows.close(),
  };
}
