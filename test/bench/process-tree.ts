import { execFileSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';

/** Linux counts a process's time in ticks, which are usually 10 ms; getconf knows for sure. */
const ticks = () => Number(execFileSync('getconf', ['CLK_TCK'], { encoding: 'utf8' }));

interface Used {
  readonly pid: number;
  readonly parent: number;
  /** In ticks. */
  readonly own: number;
  /** Of its children that have ended. */
  readonly ended: number;
}

function usedBy(pid: number): Used | undefined {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    // The name in brackets may contain spaces. The fields after it begin with the state, which is the third field.
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
    const sum = (...numbers: number[]) =>
      numbers.reduce((all, number) => all + Number(fields[number - 3]), 0);
    return { pid, parent: sum(4), own: sum(14, 15), ended: sum(16, 17) };
  } catch {
    // The process ended while the list was being read.
    return undefined;
  }
}

const everyProcess = () =>
  readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .flatMap((name) => usedBy(Number(name)) ?? []);

export const childrenOf = (pid: number): number[] =>
  everyProcess().flatMap((process) => (process.parent === pid ? process.pid : []));

/** Microseconds of processor that a process and all its descendants have used. */
export function treeCpu(root: number): number {
  const processes = everyProcess();
  const treeOf = (pid: number): Used[] =>
    processes
      .filter((process) => process.pid === pid)
      .concat(processes.filter(({ parent }) => parent === pid).flatMap((child) => treeOf(child.pid)));
  const used = treeOf(root).reduce((all, { own, ended }) => all + own + ended, 0);
  return (used / ticks()) * 1e6;
}

/** Microseconds of processor used by the children of this process that have ended. */
export const endedCpu = (): number => (usedBy(process.pid)!.ended / ticks()) * 1e6;
