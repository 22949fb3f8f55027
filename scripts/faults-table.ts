import type { State } from '../test/support/states.ts';

/** Counts of faults, with a row for each kind of check and a column for each engine. */
export class FaultsTable {
  readonly #counts = new Map<string, Map<string, number>>();
  readonly #seen = new Map<string, number>();
  faults = 0;

  /** Counts and prints the faults of a state. An engine that found none gets a column too. */
  add(row: string, engines: readonly string[], faults: readonly string[], state: State): void {
    const counts = this.#counts.get(row) ?? new Map<string, number>();
    this.#counts.set(row, counts);
    for (const engine of engines) {
      const own = faults.filter((fault) => fault.startsWith(engine));
      counts.set(engine, (counts.get(engine) ?? 0) + own.length);
    }
    this.#seen.set(row, (this.#seen.get(row) ?? 0) + 1);
    this.faults += faults.length;
    for (const fault of faults) console.log(`${row} | ${state.name} | ${fault}`);
  }

  toString(): string {
    const rows = [...this.#counts].map(([row, counts]) => {
      const cells = [...counts].map(([engine, count]) => `${engine} ${count}`);
      return `${row.padEnd(44)} ${String(this.#seen.get(row)).padStart(4)} states   ${cells.join('   ')}`;
    });
    return rows.join('\n');
  }
}
