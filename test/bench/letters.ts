import { spawn } from 'node:child_process';
import { cpus } from 'node:os';
import { fileURLToPath } from 'node:url';
import PDFDocument from 'pdfkit';
import { createPdfRenderer } from '../../src/letters/render/pdf/renderer.ts';
import { renderDocx } from '../../src/letters/render/docx.ts';
import { Driver } from '../support/driver.ts';
import { personaFor } from '../support/personas.ts';
import { sampleLetter } from '../support/sample-letter.ts';

/**
 * What a letter costs: beside the least that pdfkit can make, in the same run, in turn, with a text that differs each
 * time; and what 64 letters at once do to who asks for another page.
 */

const ROUNDS = 60;
const AT_ONCE = 64;

const quantile = (times: readonly number[], q: number) =>
  times.toSorted((a, b) => a - b)[Math.min(times.length - 1, Math.floor(times.length * q))]!;
const row = (name: string, times: readonly number[], floor: number) =>
  console.log(
    `| ${name} | ${quantile(times, 0.5).toFixed(2)} | ${Math.min(...times).toFixed(2)} | ${Math.max(...times).toFixed(2)} | ${(quantile(times, 0.5) / floor).toFixed(1)} |`,
  );

function oneLine(text: string): Promise<void> {
  return new Promise((done) => {
    const document = new PDFDocument();
    document.on('data', () => undefined).on('end', () => done());
    document.text(text).end();
  });
}

async function timed(work: () => Promise<unknown>): Promise<number> {
  const began = performance.now();
  await work();
  return performance.now() - began;
}

const renderer = await createPdfRenderer({ service: 'bench' });
const times = { floor: [] as number[], normal: [] as number[], large: [] as number[], word: [] as number[] };
for (let round = -5; round < ROUNDS; round += 1) {
  const letter = sampleLetter({ sender: [`Person ${round}`, '1 High Street', 'Leeds'] });
  const one = await timed(() => oneLine(`Round ${round}`));
  const normal = await timed(() => renderer.render(letter, 'normal'));
  const large = await timed(() => renderer.render(letter, 'large'));
  const word = await timed(() => renderDocx(letter, 'normal', 'bench'));
  if (round < 0) continue;
  times.floor.push(one);
  times.normal.push(normal);
  times.large.push(large);
  times.word.push(word);
}
const floor = quantile(times.floor, 0.5);
console.log(
  `Node ${process.version}, ${cpus().length} × ${cpus()[0]?.model}, ${ROUNDS} rounds, ms a document\n`,
);
console.log('| | median | minimum | maximum | × floor |\n|---|---|---|---|---|');
row('pdfkit, one line (floor)', times.floor, floor);
row('letter, PDF', times.normal, floor);
row('letter, PDF in large print', times.large, floor);
row('letter, Word', times.word, floor);

// A process of its own, as what asks would otherwise wait for itself.
const server = spawn(process.execPath, [fileURLToPath(new URL('../../dist/server.js', import.meta.url))], {
  env: { ...process.env, PORT: '0', STORE_URL: 'memory:', RATE_LIMIT: '0' },
});
const origin = await new Promise<string>((found) => {
  let output = '';
  server.stdout.on('data', (chunk: Buffer) => {
    output += chunk.toString();
    const [, address] = /Listening on (http:\/\/[\w.:]+)/.exec(output) ?? [];
    if (address) found(address);
  });
});
const driver = new Driver(origin);
await driver.start();
await driver.walk(personaFor('review-treatment', 'patient'));
const letter = async () => {
  const answer = await driver.fetch(`${driver.base}/letter.pdf`);
  await answer.arrayBuffer();
  return answer.status;
};
const page = async () => (await fetch(`${origin}/guide`)).text();
// What is measured is a server that has been running for a while.
for (let warm = 0; warm < 50; warm += 1) await Promise.all([letter(), page()]);

let busy = true;
const letters = Promise.all(Array.from({ length: AT_ONCE }, letter)).finally(() => (busy = false));
const pages: number[] = [];
while (busy) pages.push(await timed(page));
const statuses = await letters;
server.kill();
console.log(
  `\n${AT_ONCE} letters at once: ${statuses.filter((status) => status === 200).length} made, ${statuses.filter((status) => status === 503).length} asked to try again`,
);
console.log(
  `meanwhile another page, ${pages.length} times: median ${quantile(pages, 0.5).toFixed(1)} ms, p99 ${quantile(pages, 0.99).toFixed(1)} ms`,
);
