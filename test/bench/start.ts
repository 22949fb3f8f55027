import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { goalLine } from './goals.ts';
import { startTimes } from './journeys-start.ts';
import { digits, machine, markdownTable, spreadCells, spreadOf } from './numbers.ts';
import { rounds } from './rounds.ts';

/** `npm run bench:start`: how soon the built product sends its first page. `bench:journeys` has it with full stores. */

const ROUNDS = rounds(9, 1);
const MOST_MS = 1_500;

const dataDir = mkdtempSync(join(tmpdir(), 'bench-start-'));
try {
  const times = [];
  for (let round = 0; round < ROUNDS; round += 1) times.push(await startTimes(dataDir));
  const firstPage = spreadOf(times.map((one) => one.firstPage));
  const firstJourney = spreadOf(times.map((one) => one.firstJourney));
  console.log(`${machine()}; ms since the process began, ${ROUNDS} starts\n`);
  console.log(
    markdownTable(
      ['', 'median', 'minimum', 'maximum'],
      [
        ['first page', ...spreadCells(firstPage)],
        ['first new journey', ...spreadCells(firstJourney)],
      ],
    ),
  );
  const goal = `first page within ${MOST_MS.toLocaleString('en-GB')} ms`;
  console.log(`\n${goalLine(firstPage.median <= MOST_MS, goal, `${digits(firstPage.median)} ms`)}`);
} finally {
  rmSync(dataDir, { recursive: true });
}
