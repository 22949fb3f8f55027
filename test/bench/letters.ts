import PDFDocument from 'pdfkit';
import { renderDocx } from '../../src/formats/word.ts';
import { createPdfRenderer } from '../../src/formats/pdf/renderer.ts';
import { Driver } from '../support/driver.ts';
import { personaFor } from '../support/personas.ts';
import { sampleLetter } from '../support/sample-letter.ts';
import { goalLine } from './goals.ts';
import { product } from './measured-process.ts';
import { digits, machine, markdownTable, quantile, spreadCells, spreadOf, timed } from './numbers.ts';
import { rounds } from './rounds.ts';

/**
 * What a letter costs beside the smallest document of pdfkit, in the same run, in turn, with a different text each
 * time; and how long another page takes while 64 letters are requested at once.
 */

const WARM_UP = rounds(100, 5);
const ROUNDS = rounds(300, 10);
const AT_ONCE = rounds(64, 8);
const MOST_TIMES_ONE_LINE = 6;

function oneLine(text: string): Promise<void> {
  return new Promise((done) => {
    const document = new PDFDocument();
    document.on('data', () => undefined).on('end', () => done());
    document.text(text).end();
  });
}

const renderer = await createPdfRenderer({ service: 'bench' });
const sample = (round: number) => sampleLetter({ sender: [`Person ${round}`, '1 High Street', 'Leeds'] });
const makers: Readonly<Record<string, (round: number) => Promise<unknown>>> = {
  'pdfkit, one line (floor)': (round) => oneLine(`Round ${round}`),
  'letter, PDF': (round) => renderer.render(sample(round), 'normal'),
  'letter, PDF in large print': (round) => renderer.render(sample(round), 'large'),
  'letter, Word': (round) => renderDocx(sample(round), 'normal', 'bench'),
};
const times = Object.entries(makers).map(([name, make]) => ({ name, make, taken: [] as number[] }));
for (let round = -WARM_UP; round < ROUNDS; round += 1) {
  for (const { make, taken } of times) {
    const milliseconds = await timed(() => make(round));
    if (round >= 0) taken.push(milliseconds);
  }
}
const floor = quantile(times[0]!.taken, 0.5);
console.log(`${machine()}, ${ROUNDS} rounds, ms a document\n`);
console.log(
  markdownTable(
    ['', 'median', 'minimum', 'maximum', '× floor'],
    times.map(({ name, taken }) => [
      name,
      ...spreadCells(spreadOf(taken)),
      digits(quantile(taken, 0.5) / floor),
    ]),
  ),
);

const letterTimes = quantile(times[1]!.taken, 0.5) / floor;
const goal = `letter, PDF: at most ${MOST_TIMES_ONE_LINE} × a one-line pdfkit document`;
console.log(`\n${goalLine(letterTimes <= MOST_TIMES_ONE_LINE, goal, `${digits(letterTimes)} ×`)}`);

// The server is a process of its own, as otherwise the client would wait for itself.
const server = await product('memory:');
const driver = new Driver(server.origin);
await driver.start();
await driver.walk(personaFor('review-treatment', 'patient'));
const letter = async () => {
  const answer = await driver.fetch(`${driver.base}/letter.pdf`);
  await answer.arrayBuffer();
  return answer.status;
};
const page = async () => (await fetch(`${server.origin}/guide`)).text();
// The first letters are not counted, as a real server has been running for a while.
for (let warm = 0; warm < WARM_UP / 2; warm += 1) await Promise.all([letter(), page()]);

let busy = true;
const letters = Promise.all(Array.from({ length: AT_ONCE }, letter)).finally(() => (busy = false));
const pages: number[] = [];
while (busy) pages.push(await timed(page));
const statuses = await letters;
await server.stop();
console.log(
  `\n${AT_ONCE} letters at once: ${statuses.filter((status) => status === 200).length} made, ${statuses.filter((status) => status === 503).length} asked to try again`,
);
console.log(
  `meanwhile another page, ${pages.length} times: median ${quantile(pages, 0.5).toFixed(1)} ms, p99 ${quantile(pages, 0.99).toFixed(1)} ms`,
);
