import { send } from './client.ts';
import { inProcess } from './journeys-process.ts';
import { loadPeople, type Person } from './load-people.ts';
import { product } from './measured-process.ts';
import { digits, machine, markdownTable, quantile } from './numbers.ts';
import { installPeers } from './peers.ts';
import { isShort, rounds } from './rounds.ts';

/**
 * `npm run bench:load`: how long a response takes at a fixed number of requests a second, whether or not earlier ones
 * have been answered, with two letters a second as well. After the three rates of the table the rate goes up in steps
 * until one response in a hundred takes more than 100 ms.
 */

const SECONDS = rounds(30, 4);
const WARM_UP = { rate: rounds(100, 10), seconds: rounds(30, 2) };
const RATES = isShort ? [10, 20] : [50, 100, 200];
const STEP = rounds(100, 10);
const MOST_RATE = rounds(1_500, 30);
const MOST_P99_MS = 100;
const LETTER_EVERY_MS = 500;
const PEOPLE = rounds(16, 2);
const LOAD_CLIENT = new URL('./peers/load.js', import.meta.url);

interface RateTask {
  readonly rate: number;
  readonly seconds: number;
  readonly people: readonly Person[];
}

interface RateNumbers {
  readonly milliseconds: readonly number[];
  /** Responses that were refused, failed or never came. */
  readonly faults: number;
}

interface RateResult {
  readonly rate: number;
  readonly p50: number;
  readonly p99: number;
  readonly answers: number;
  readonly letters: number;
}

installPeers();
const server = await product('level:');
try {
  const people = await loadPeople(server, PEOPLE);
  await load({ ...WARM_UP, people });
  const results: RateResult[] = [];
  for (const rate of RATES) results.push(await load({ rate, seconds: SECONDS, people }));
  for (let rate = RATES.at(-1)!; results.at(-1)!.p99 <= MOST_P99_MS && rate < MOST_RATE;) {
    rate += STEP;
    results.push(await load({ rate, seconds: SECONDS, people }));
  }
  console.log(
    `${machine()}; ${SECONDS} seconds each; questions, answers and check answers in turn, \`level:\`\n`,
  );
  console.log(
    markdownTable(
      ['a second', 'p50, ms', 'p99, ms', 'answers', 'letters meanwhile'],
      results.map(({ rate, p50, p99, answers, letters }) => [
        String(rate),
        digits(p50),
        digits(p99),
        ...[answers, letters].map((n) => n.toLocaleString('en-GB')),
      ]),
    ),
  );
  const last = results.at(-1)!;
  console.log(
    last.p99 > MOST_P99_MS
      ? `\np99 passes ${MOST_P99_MS} ms at ${last.rate} a second.`
      : `\np99 is within ${MOST_P99_MS} ms at ${last.rate} a second, the most that was tried.`,
  );
} finally {
  await server.stop();
}

async function load(task: RateTask): Promise<RateResult> {
  process.stderr.write(`  ${task.rate} a second\n`);
  const letters = askForLetters(task.people);
  const { milliseconds, faults } = await inProcess<RateTask, RateNumbers>(LOAD_CLIENT, task).finally(
    letters.stop,
  );
  if (faults > 0) throw new Error(`${faults} answers were refused or did not come, at ${task.rate} a second`);
  return {
    rate: task.rate,
    p50: quantile(milliseconds, 0.5),
    p99: quantile(milliseconds, 0.99),
    answers: milliseconds.length,
    letters: await letters.made(),
  };
}

/** One letter each half second, for one person after another, whether or not the last one has arrived. */
function askForLetters(people: readonly Person[]) {
  const statuses: Promise<number | undefined>[] = [];
  const timer = setInterval(() => {
    const { letter } = people[statuses.length % people.length]!;
    // A letter that did not come is not counted, as the pages would show the problem too.
    statuses.push(
      send(letter).then(
        ({ status }) => status,
        () => undefined,
      ),
    );
  }, LETTER_EVERY_MS);
  return {
    stop: () => clearInterval(timer),
    made: async () => (await Promise.all(statuses)).filter((status) => status === 200).length,
  };
}
