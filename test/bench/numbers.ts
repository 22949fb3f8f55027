import { cpus } from 'node:os';

/** The spread of several rounds of one measurement. */
export interface Spread {
  readonly median: number;
  readonly minimum: number;
  readonly maximum: number;
}

export const quantile = (numbers: readonly number[], q: number): number =>
  numbers.toSorted((a, b) => a - b)[Math.min(numbers.length - 1, Math.floor(numbers.length * q))]!;

export const spreadOf = (numbers: readonly number[]): Spread => ({
  median: quantile(numbers, 0.5),
  minimum: Math.min(...numbers),
  maximum: Math.max(...numbers),
});

/** The median of each number, over rounds that measured the same things. */
export function mediansOf<Measured extends object>(rounds: readonly Measured[]): Measured {
  const names = Object.keys(rounds[0]!) as (keyof Measured)[];
  const middle = (name: keyof Measured) => {
    const all = rounds.map((round) => round[name]);
    return typeof all[0] === 'number' ? quantile(all as number[], 0.5) : mediansOf(all as object[]);
  };
  return Object.fromEntries(names.map((name) => [name, middle(name)])) as Measured;
}

/** A number to three significant digits, as people write it: 0.96, 4.71, 355, 2,270. */
export function digits(number: number): string {
  const decimals = number >= 100 ? 0 : number >= 10 ? 1 : 2;
  return number.toLocaleString('en-GB', { minimumFractionDigits: decimals, maximumFractionDigits: decimals });
}

/** The three columns of a spread. */
export const spreadCells = ({ median, minimum, maximum }: Spread): string[] =>
  [median, minimum, maximum].map(digits);

/** A Markdown table, as docs/costs.md has it. */
export function markdownTable(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]) => `| ${cells.join(' | ')} |`;
  return [line(head), line(head.map(() => '---')), ...rows.map(line)].join('\n');
}

/** The machine and the Node that the numbers were measured on. */
export function machine(): string {
  const day = new Date().toLocaleDateString('en-GB', { day: 'numeric', month: 'long', year: 'numeric' });
  return `${day}, Node ${process.version}, ${cpus().length} × ${cpus()[0]?.model}`;
}

export async function timed(work: () => Promise<unknown>): Promise<number> {
  const began = performance.now();
  await work();
  return performance.now() - began;
}
