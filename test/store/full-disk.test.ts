import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { setTimeout as pause } from 'node:timers/promises';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createJourneys } from '../../src/store/journeys.ts';
import { levelRows } from '../../src/store/level-rows.ts';
import { needsProgram } from '../support/programs.ts';
import { temporaryFolder } from './support/stores.ts';

/** A full disk, simulated for one process by a limit on the size of its files, which `prlimit` sets and lifts. */
const WRITER = new URL('support/disk-writer.ts', import.meta.url).pathname;

let folder: Awaited<ReturnType<typeof temporaryFolder>>;
let server: ReturnType<typeof startWriter> | undefined;
beforeEach(async () => {
  folder = await temporaryFolder();
});
afterEach(async () => {
  server?.child.kill('SIGKILL');
  await folder.remove();
});

function startWriter(path: string) {
  const child: ChildProcess = spawn(process.execPath, ['--import', 'tsx', WRITER, path], {
    stdio: ['pipe', 'pipe', 'inherit'],
  });
  const lines = createInterface(child.stdout!)[Symbol.asyncIterator]();
  return {
    child,
    async ask(line: string): Promise<string> {
      child.stdin!.write(`${line}\n`);
      return ((await lines.next()) as { value: string }).value;
    },
    limit(bytes: string) {
      // Only the soft limit, so that it can be lifted again without special rights.
      const { status } = spawnSync('prlimit', ['--pid', String(child.pid), `--fsize=${bytes}`]);
      expect(status).toBe(0);
    },
  };
}

describe.skipIf(!needsProgram('prlimit'))('a full disk', () => {
  it.each([20_000, 150_000, 300_001])(
    'with room for files of %i bytes loses no confirmed answer, once it has room again and the server has restarted',
    async (bytes) => {
      server = startWriter(folder.path);
      const confirmed: [secret: string, id: string, name: string][] = [];
      const failures: string[] = [];
      let n = 0;
      const start = async () => {
        const told = await server!.ask(`start answer-${n++}`);
        const [, secret, id, name] = told.split(' ');
        if (told.startsWith('started')) confirmed.push([secret!, id!, name!]);
        else failures.push(told);
        return told;
      };
      for (let times = 0; times < 3; times++) await start();
      for (let round = 0; round < 2; round++) {
        server.limit(`${bytes}:`);
        const before = failures.length;
        for (let tries = 0; tries < 60 && failures.length < before + 5; tries++) await start();
        expect(failures.length).toBe(before + 5);
        expect(await server.ask('ready')).toMatch(/^(LEVEL_IO_ERROR|EFBIG)$/);
        // What is stored can still be read meanwhile.
        const [secret, id] = confirmed[0]!;
        expect(await server.ask(`open ${secret} ${id}`)).toBe('open');
        server.limit('unlimited:');
        await pause(1_100);
        expect(await server.ask('ready')).toBe('ready');
        for (let times = 0; times < 10; times++) expect(await start()).toMatch(/^started/);
      }
      server.child.kill('SIGKILL');
      await once(server.child, 'exit');

      const rows = await levelRows(folder.path);
      const journeys = createJourneys({ rows, pepper: Buffer.alloc(32, 7), hours: 24 });
      const lost = [];
      for (const [secret, id, name] of confirmed) {
        const journey = await journeys.open(secret, id);
        if (journey?.answers[name]?.['text']?.length !== 9_000) lost.push(name);
      }
      await rows.close();
      expect(lost).toEqual([]);
      expect(confirmed.length).toBeGreaterThanOrEqual(23);
    },
  );
});
