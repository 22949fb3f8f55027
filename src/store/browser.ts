import { StoreFull } from './rows.ts';
import type { Rows } from './rows.ts';
import type { Shelf } from './shelf.ts';

/** What one browser holds: its journeys and their saved copies, so that ending them can find all of them. */
export interface Index {
  /** Being ended: nothing is added any more, and what is named is on its way out. */
  readonly ended: boolean;
  readonly journeys: readonly Entry[];
}

export interface Entry {
  readonly id: string;
  readonly until: number;
  readonly ended: boolean;
  readonly copies: readonly Copy[];
}

/** A saved copy, by its row: the index cannot open it. */
export interface Copy {
  readonly rowId: string;
  readonly until: number;
}

/** Far more than an advocate's day; without an end, one browser could make its index ever slower. */
const MOST_JOURNEYS = 200;
const MOST_COPIES = 20;

export interface BrowserOptions {
  readonly rows: Rows;
  readonly shelf: Shelf<Index>;
  /** How long the index outlives its last use. */
  readonly keptMs: number;
  readonly now: () => number;
  readonly removeJourney: (secret: Buffer, id: string) => Promise<boolean>;
}

export type Browser = ReturnType<typeof createBrowser>;

/** The index row of each browser. */
export function createBrowser({ rows, shelf, keptMs, now, removeJourney }: BrowserOptions) {
  const update = async (secret: Buffer, change: (index: Index) => Index) =>
    (await shelf.update(secret, '', keptMs, change))?.value;
  const fresh = (id: string): Entry => ({ id, copies: [], ended: false, until: now() + keptMs });
  const entryOf = (index: Index | undefined, id: string) =>
    index?.journeys.find((entry) => entry.id === id && !entry.ended);

  /** An entry stays while there is anything to delete by it. */
  function dropExpired(index: Index): Index {
    const live = (each: { readonly until: number }) => each.until > now();
    const journeys = index.journeys
      .map((entry) => ({ ...entry, copies: entry.copies.filter(live) }))
      .filter((entry) => live(entry) || entry.copies.length > 0);
    return { ...index, journeys };
  }

  function changeEntry(index: Index, id: string, change: (entry: Entry) => Entry): Index {
    return { ...index, journeys: index.journeys.map((entry) => (entry.id === id ? change(entry) : entry)) };
  }

  async function deleteWhatEnded(secret: Buffer, index: Index): Promise<number> {
    let journeys = 0;
    for (const entry of index.journeys.filter(({ ended }) => ended)) {
      if (await removeJourney(secret, entry.id)) journeys++;
      for (const copy of entry.copies) await rows.delete(copy.rowId);
    }
    return journeys;
  }

  return {
    async knows(secret: Buffer): Promise<boolean> {
      return (await shelf.find(secret, ''))?.value.ended === false;
    },
    async create(secret: Buffer, id: string): Promise<void> {
      await shelf.create(secret, '', { ended: false, journeys: [fresh(id)] }, keptMs);
    },
    /** False where this browser's journeys were ended. */
    async add(secret: Buffer, id: string): Promise<boolean> {
      const index = await update(secret, (current) => {
        if (current.ended) return current;
        const { journeys } = dropExpired(current);
        if (journeys.length >= MOST_JOURNEYS) throw new StoreFull('too many journeys in one browser');
        return { ended: false, journeys: [...journeys, fresh(id)] };
      });
      return entryOf(index, id) !== undefined;
    },
    async prolong(secret: Buffer, id: string): Promise<void> {
      await update(secret, (current) =>
        changeEntry(dropExpired(current), id, (entry) => ({ ...entry, until: now() + keptMs })),
      );
    },
    async copiesOf(secret: Buffer, id: string): Promise<readonly Copy[]> {
      return entryOf((await shelf.find(secret, ''))?.value, id)?.copies ?? [];
    },
    /** False where the journey was ended meanwhile. */
    async addCopies(secret: Buffer, id: string, copies: readonly Copy[]): Promise<boolean> {
      const index = await update(secret, (current) =>
        changeEntry(dropExpired(current), id, (entry) => {
          const all = [...entry.copies, ...copies];
          if (all.length > MOST_COPIES) throw new StoreFull('too many copies of one journey');
          return { ...entry, copies: all };
        }),
      );
      return entryOf(index, id) !== undefined;
    },
    // Ending is noted first and done then: where the store fails half way, ending again finishes it.
    async end(secret: Buffer, id: string): Promise<void> {
      const index = await update(secret, (current) =>
        changeEntry(current, id, (entry) => ({ ...entry, ended: true })),
      );
      await removeJourney(secret, id);
      if (!index) return;
      await deleteWhatEnded(secret, index);
      const rest = await update(secret, (current) => {
        const journeys = current.journeys.filter((entry) => entry.id !== id);
        return { ended: current.ended || journeys.length === 0, journeys };
      });
      if (rest?.journeys.length === 0) await shelf.remove(secret, '');
    },
    async endAll(secret: Buffer): Promise<number> {
      const index = await update(secret, ({ journeys }) => ({
        ended: true,
        journeys: journeys.map((entry) => ({ ...entry, ended: true })),
      }));
      if (!index) return 0;
      const journeys = await deleteWhatEnded(secret, index);
      await shelf.remove(secret, '');
      return journeys;
    },
  };
}
