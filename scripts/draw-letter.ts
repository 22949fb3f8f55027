import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { crc32, deflateSync } from 'node:zlib';
import { runApp } from '../test/support/app.ts';
import { personaFor } from '../test/support/personas.ts';

/**
 * `npm run draw:letter`: makes the picture of a letter on the start page, from our own PDF for an invented
 * person. It is small and in four greys, as it only has to show what a letter looks like. Needs pdftoppm
 * (poppler).
 */

const PICTURE = fileURLToPath(new URL('../public/letter.png', import.meta.url));
// Twice the width on the page, for high-resolution screens.
const WIDTH = 360;

const app = await runApp();
const { base, cookie } = await app.journey(personaFor('review-treatment', 'patient'));
const answer = await fetch(`${app.origin}${base}/letter.pdf`, { headers: { Cookie: cookie } });
const folder = mkdtempSync(join(tmpdir(), 'letter-'));
writeFileSync(join(folder, 'letter.pdf'), Buffer.from(await answer.arrayBuffer()));
await app.close();

const size = ['-scale-to-x', String(WIDTH), '-scale-to-y', '-1'];
execFileSync('pdftoppm', ['-gray', '-f', '1', '-l', '1', '-singlefile', ...size, 'letter.pdf', 'page'], {
  cwd: folder,
});
const grey = readFileSync(join(folder, 'page.pgm'));
rmSync(folder, { recursive: true });

// A PGM has a line each for its kind, its size and its lightest grey, then a byte for each pixel.
const [, header = '', width = '', height = ''] = /^(P5\s+(\d+)\s+(\d+)\s+255\s)/.exec(
  grey.toString('latin1'),
)!;
const pixels = grey.subarray(header.length);
const across = Number(width);

/** One line of a PNG with 2 bits a pixel: no filter, then four pixels in each byte. */
function line(y: number): Buffer {
  const bytes = Buffer.alloc(1 + Math.ceil(across / 4));
  for (let x = 0; x < across; x++) {
    const level = Math.round(pixels[y * across + x]! / 85);
    bytes[1 + (x >> 2)]! |= level << (6 - 2 * (x & 3));
  }
  return bytes;
}

function chunk(name: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(name, 'latin1'), data]);
  const [length, sum] = [Buffer.alloc(4), Buffer.alloc(4)];
  length.writeUInt32BE(data.length);
  sum.writeUInt32BE(crc32(body));
  return Buffer.concat([length, body, sum]);
}

const head = Buffer.alloc(13);
head.writeUInt32BE(across, 0);
head.writeUInt32BE(Number(height), 4);
head.set([2, 0, 0, 0, 0], 8);
const lines = Array.from({ length: Number(height) }, (_, y) => line(y));
writeFileSync(
  PICTURE,
  Buffer.concat([
    Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
    chunk('IHDR', head),
    chunk('IDAT', deflateSync(Buffer.concat(lines), { level: 9 })),
    chunk('IEND', Buffer.alloc(0)),
  ]),
);
