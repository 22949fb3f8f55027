import { setTimeout as pause } from 'node:timers/promises';
import { StoreUnavailable } from './rows.ts';
import type { Replaced, Rows } from './rows.ts';
import { open, seal, slotFor } from './seal.ts';
import type { Slot } from './seal.ts';

/** Sealed values of one kind. A value is found by a secret, and by a name where the secret has several. */
export interface Shelf<T> {
  find(secret: Buffer, name: string): Promise<Found<T> | undefined>;
  create(secret: Buffer, name: string, value: T, ttlMs: number): Promise<{ rowId: string }>;
  /**
   * Writes what `change` makes of the value, again and again until nobody else wrote in between. Where
   * `change` gives the value back as it was, nothing is written. Undefined: there is no such value (any more).
   * @param seen where it was found a moment ago: the first try starts from there
   */
  update(
    secret: Buffer,
    name: string,
    ttlMs: number,
    change: (value: T) => T,
    seen?: Found<T>,
  ): Promise<Found<T> | undefined>;
  remove(secret: Buffer, name: string): Promise<boolean>;
}

export interface Found<T> {
  readonly value: T;
  readonly rowId: string;
  readonly version: number;
  readonly secret: Buffer;
  readonly name: string;
  /** Where it is written next, which is elsewhere if an older pepper sealed it. */
  readonly to: Slot;
}

export interface ShelfOptions<T> {
  readonly rows: Rows;
  /** The pepper that seals, then older ones, which only open. */
  readonly peppers: readonly [Buffer, ...Buffer[]];
  readonly purpose: string;
  readonly parse: (raw: unknown) => T | undefined;
}

const MOST_TRIES = 200;
const LONGEST_PAUSE_MS = 20;

export function createShelf<T>({ rows, peppers, purpose, parse }: ShelfOptions<T>): Shelf<T> {
  function slot(secret: Buffer, name: string, pepper: Buffer): Slot {
    return slotFor(secret, pepper, `second-opinion-letters/${purpose}/${name}`);
  }

  async function find(secret: Buffer, name: string): Promise<Found<T> | undefined> {
    const to = slot(secret, name, peppers[0]);
    const findAt = async (at: Slot): Promise<Found<T> | undefined> => {
      const row = await rows.get(at.rowId);
      const value = row && parse(open(at, row.bytes));
      if (!row || value === undefined) return undefined;
      return { value, rowId: at.rowId, version: row.version, secret, name, to };
    };
    let found = await findAt(to);
    const older = peppers.slice(1);
    for (const pepper of older) found ??= await findAt(slot(secret, name, pepper));
    // The first again: the row may have been moved there while the older ones were asked.
    return found ?? (older.length > 0 ? findAt(to) : undefined);
  }

  async function write(found: Found<T>, value: T, ttlMs: number): Promise<Replaced> {
    const { to } = found;
    const bytes = seal(to, value);
    if (found.rowId === to.rowId) return rows.replace(to.rowId, found.version, bytes, ttlMs);
    // Sealed under an old pepper, so it stands under another id. The new row first, so that a crash loses
    // nothing; then deleting the old one decides, so that a journey ended meanwhile does not come back.
    if (!(await rows.insert(to.rowId, bytes, ttlMs))) return 'conflict';
    if (await rows.delete(found.rowId, found.version)) return 'saved';
    await rows.delete(to.rowId);
    return 'conflict';
  }

  return {
    find,
    async create(secret, name, value, ttlMs) {
      const at = slot(secret, name, peppers[0]);
      if (!(await rows.insert(at.rowId, seal(at, value), ttlMs))) {
        throw new StoreUnavailable('a fresh row id was taken');
      }
      return { rowId: at.rowId };
    },
    async update(secret, name, ttlMs, change, seen) {
      // Only this secret's own value under this name: whatever a caller has mixed up, it is not written there.
      const isOwn = seen?.name === name && seen.secret.equals(secret);
      let found = isOwn ? seen : await find(secret, name);
      for (let tries = 1; tries <= MOST_TRIES; tries++) {
        if (!found) return undefined;
        const value = change(found.value);
        if (value === found.value) return found;
        const replaced = await write(found, value, ttlMs);
        if (replaced === 'gone') return undefined;
        const { rowId } = found.to;
        const version = found.rowId === rowId ? found.version + 1 : 1;
        if (replaced === 'saved') return { ...found, value, rowId, version };
        // Random, so that writers who collided do not collide again in step.
        await pause(Math.random() * Math.min(tries, LONGEST_PAUSE_MS));
        found = await find(secret, name);
      }
      throw new StoreUnavailable('too many writers at once');
    },
    async remove(secret, name) {
      let removed = false;
      // The oldest pepper first: a writer who is moving the row over then finds that it is gone.
      for (const pepper of peppers.toReversed()) {
        removed = (await rows.delete(slot(secret, name, pepper).rowId)) || removed;
      }
      return removed;
    },
  };
}
