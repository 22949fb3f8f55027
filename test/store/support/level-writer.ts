import { levelRows } from '../../../src/store/level-rows.ts';

// A server that is about to be killed. It prints which writes were done, and goes on until it dies.
const rows = await levelRows(process.argv[2]!);
const bytes = Buffer.alloc(3000, 'x');
const until = Date.now() + 3_600_000;
await rows.insert('counter', Buffer.from('0'), until, 'new');
for (let n = 1; ; n++) {
  await rows.insert(`row-${n}`, bytes, until, 'new');
  await rows.replace('counter', n, Buffer.from(String(n)), until);
  if (n % 3 === 0) await rows.delete(`row-${n}`, 1);
  process.stdout.write(`${n}\n`);
}
