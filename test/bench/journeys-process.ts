import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

/** Runs a task in a process of its own, so that its memory and its clean-up do not affect the next one. */
export async function inProcess<Task, Result>(file: URL, task: Task): Promise<Result> {
  const child = spawn(process.execPath, ['--expose-gc', '--import', 'tsx', fileURLToPath(file)], {
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
  });
  child.send(task as object);
  const ended = once(child, 'exit').then(([code]) => {
    throw new Error(`${file.pathname} ended with ${String(code)}`);
  });
  const [result] = (await Promise.race([once(child, 'message'), ended])) as [Result];
  // The child ends by itself once it is disconnected.
  const gone = ended.catch(() => undefined);
  child.disconnect();
  await gone;
  return result;
}

/** The child's side: runs the task that the parent sends, and sends back the result. */
export function answerParent<Task, Result>(work: (task: Task) => Promise<Result>): void {
  process.once('message', (task) => {
    void work(task as Task).then((result) => process.send!(result));
  });
  process.once('disconnect', () => process.exit());
}

/** The memory of this process alone, without the files that LevelDB maps, which the system can reclaim. */
export function ownMemory(): number {
  for (let times = 0; times < 3; times += 1) globalThis.gc?.();
  const [, kilobytes] = /RssAnon:\s+(\d+)/.exec(readFileSync('/proc/self/status', 'utf8')) ?? [];
  return Number(kilobytes) * 1024;
}
