import { createInterface } from 'node:readline';
import { createJourneys } from '../../../src/store/journeys.ts';
import { levelRows } from '../../../src/store/level-rows.ts';

// A server on a disk that fills up and gets room again. It prints which answers it confirmed and which failed.
const rows = await levelRows(process.argv[2]!);
const journeys = createJourneys({ rows, pepper: Buffer.alloc(32, 7), hours: 24 });
const text = 'x'.repeat(9_000);

for await (const line of createInterface(process.stdin)) {
  const [what, name = ''] = line.split(' ');
  try {
    if (what === 'ready') process.stdout.write(`${(await rows.ready()) ?? 'ready'}\n`);
    if (what === 'start') {
      const { secret, id } = await journeys.start(undefined, { answers: { [name]: { text } } });
      process.stdout.write(`started ${secret} ${id} ${name}\n`);
    }
    if (what === 'open') {
      const [, secret, id] = line.split(' ');
      process.stdout.write((await journeys.open(secret, id!)) ? 'open\n' : 'gone\n');
    }
  } catch (error) {
    process.stdout.write(`failed ${(error as { code?: string }).code}\n`);
  }
}
