import { DEFAULT_LIMITS, StoreFull } from './rows.ts';
import type { Limits } from './rows.ts';

interface Taken {
  readonly size: number;
  readonly expires: number;
}

/**
 * Keeps count of what an embedded store holds and until when, so that neither the cap nor the sweep has to
 * read the rows themselves.
 */
export class Room {
  readonly #taken = new Map<string, Taken>();
  readonly #maxRows: number;
  readonly #maxBytes: number;
  readonly #now: () => number;
  #bytes = 0;

  constructor(limits: Limits, now: () => number) {
    this.#maxRows = limits.maxRows ?? DEFAULT_LIMITS.maxRows;
    this.#maxBytes = limits.maxBytes ?? DEFAULT_LIMITS.maxBytes;
    this.#now = now;
  }

  /** Whether the row is there and has not expired. */
  holds(id: string): boolean {
    const taken = this.#taken.get(id);
    return taken !== undefined && taken.expires > this.#now();
  }

  /** Throws `StoreFull` where one more row of this size does not fit. */
  check(size: number): void {
    if (this.#taken.size >= this.#maxRows || this.#bytes + size > this.#maxBytes) {
      throw new StoreFull('the store takes no new rows');
    }
  }

  put(id: string, size: number, expires: number): void {
    this.drop(id);
    this.#taken.set(id, { size, expires });
    this.#bytes += size;
  }

  drop(id: string): void {
    this.#bytes -= this.#taken.get(id)?.size ?? 0;
    this.#taken.delete(id);
  }

  expired(): string[] {
    const now = this.#now();
    return [...this.#taken].filter(([, { expires }]) => !(expires > now)).map(([id]) => id);
  }
}
