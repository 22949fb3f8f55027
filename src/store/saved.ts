import type { Browser, Copy } from './browser.ts';
import type { Journeys } from './journeys.ts';
import { keptFrom } from './kept.ts';
import type { KeptJourney } from './kept.ts';
import type { Rows } from './rows.ts';
import { forPeople, newCode, readCode } from './secrets.ts';
import type { Random } from './secrets.ts';
import { createShelf } from './shelf.ts';
import { orUndo } from './undo.ts';

/** How long a code can be taken up. Fixed: using the journey does not prolong it. */
export const SAVED_DAYS = 28;

const SAVED_MS = SAVED_DAYS * 24 * 3_600_000;

interface SavedCopy {
  readonly kept: KeptJourney;
  /** Copies saved before this one: whoever carries on from here can then delete them too. */
  readonly earlier: readonly Copy[];
}

interface SavedOptions extends Pick<Journeys, 'begin' | 'load' | 'end'> {
  readonly rows: Rows;
  readonly peppers: readonly [Buffer, ...Buffer[]];
  readonly browser: Browser;
  readonly random: Random;
  readonly now: () => number;
  readonly key: (secret: string | undefined, id: string) => Buffer | undefined;
}

/** Carrying on later: copies of journeys, each sealed under a code that only the person has. */
export function createSaved(options: SavedOptions): Pick<Journeys, 'save' | 'resume'> {
  const { rows, peppers, browser, random, now, key, begin, load, end } = options;
  const shelf = createShelf<SavedCopy>({ rows, peppers, purpose: 'copy', parse: parseCopy });

  return {
    async save(secret, id) {
      const bytes = key(secret, id);
      const kept = await load(secret, id);
      if (!bytes || !kept) return undefined;
      const code = newCode(random);
      const until = now() + SAVED_MS;
      const copy = { kept, earlier: await browser.copiesOf(bytes, id) };
      const { rowId } = await shelf.create(Buffer.from(code), '', copy, SAVED_MS);
      const noted = await orUndo(
        () => browser.addCopies(bytes, id, [{ rowId, until }]),
        () => rows.delete(rowId),
      );
      return noted ? { code: forPeople(code), until: new Date(until) } : undefined;
    },
    async resume(secret, typed) {
      // What cannot be a code is looked up like one that is unknown, so that both take the same time.
      const code = readCode(typed) ?? newCode(random);
      const found = await shelf.find(Buffer.from(code), '');
      if (!found) return undefined;
      // The new journey first, so that a crash loses nothing; then whoever deletes the copy has used it up.
      const held = await begin(secret, found.value.kept);
      // Where the store fails just now, the copy may be deleted or not: a code that works twice is better than
      // one that is used up for nothing.
      const mine = await rows.delete(found.rowId, found.version).catch(() => true);
      if (!mine) {
        await end(held.secret, held.id);
        return undefined;
      }
      const bytes = key(held.secret, held.id);
      // What cannot be noted now expires by itself.
      if (bytes) await browser.addCopies(bytes, held.id, found.value.earlier).catch(() => false);
      return held;
    },
  };
}

function parseCopy(raw: unknown): SavedCopy | undefined {
  if (typeof raw !== 'object' || raw === null) return undefined;
  const { kept, earlier } = raw as { kept?: unknown; earlier?: unknown };
  return { kept: keptFrom(kept), earlier: Array.isArray(earlier) ? (earlier as Copy[]) : [] };
}
