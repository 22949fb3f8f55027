import { addDays, londonDay } from '../../src/questionnaire/calendar.ts';
import { CookieJar, Driver, type Fields } from '../support/driver.ts';
import { personaFor } from '../support/personas.ts';
import { on } from '../support/record.ts';
import { send } from './client.ts';
import { type MeasuredServer, product } from './measured-process.ts';
import { machine, quantile } from './numbers.ts';

/**
 * What a page costs in a journey whose record has 100 entries, compared with the same page of a journey without any,
 * as the median factor of processor time. The record's own page shows all entries, so it may cost more.
 */

const ENTRIES = 100;
const WARM_UP = 300;
const ROUNDS = 11;
const REQUESTS = 20;
const PAGES = ['plan', 'questions/problems', 'check-answers', 'letter', 'card', 'reminder', 'record'];
const MOST_FACTOR = 4 / 3;

/** The kinds of entries, repeated. The last entry is a no, as in the answers of the other journey. */
const HAPPENED: readonly (readonly [what: string, fields: Fields])[] = [
  ['sent-letter', { letter: 'second-opinion-treatment', how: 'post' }],
  [
    'asked',
    { 'asked-for': 'news', how: 'phone', who: 'the secretary', notes: 'She will ask, and ring back.' },
  ],
  ['pals', { notes: 'They said that they would ring the team on Monday.' }],
  ['asked', { 'asked-for': 'again', how: 'in-person' }],
  ['answer', { 'answer-was': 'no', 'reasons-given': 'yes', reasons: 'it would not change\nno time' }],
];

async function journeyWith(server: MeasuredServer, entries: number) {
  const jar = new CookieJar();
  const driver = new Driver(server.origin, jar);
  await driver.start();
  await driver.walk(personaFor('second-opinion-treatment', 'patient'));
  let day = addDays(londonDay(new Date()), -entries);
  for (let n = 0; n < entries; n += 1) {
    const [what, fields] = HAPPENED[n % HAPPENED.length]!;
    const body = new URLSearchParams({ ...on(day), ...(fields as Record<string, string>) });
    const answer = await driver.fetch(`${driver.base}/record/add/${what}`, { method: 'POST', body });
    if (answer.status !== 303) throw new Error(`${what}: ${answer.status}`);
    day = addDays(day, 1);
  }
  return { base: `${server.origin}${driver.base}`, cookie: jar.header(driver.base) };
}

type MeasuredJourney = Awaited<ReturnType<typeof journeyWith>>;

const server = await product('memory:');
async function cost({ base, cookie }: MeasuredJourney, page: string, times: number): Promise<number> {
  const before = await server.cpu();
  for (let n = 0; n < times; n += 1) {
    const answer = await send({ method: 'GET', url: `${base}/${page}`, headers: { Cookie: cookie } });
    if (answer.status !== 200) throw new Error(`${page}: ${answer.status}`);
  }
  return ((await server.cpu()) - before) / times;
}
const median = (numbers: readonly number[]) => quantile(numbers, 0.5);

const without = await journeyWith(server, 0);
const withMany = await journeyWith(server, ENTRIES);
console.log(`${machine()}; µs of processor a request, ${ROUNDS} rounds of ${REQUESTS} requests in turn.\n`);
console.log('| page | no entries | 100 entries | factor |\n|---|---|---|---|');
for (const page of PAGES) {
  for (const journey of [without, withMany]) await cost(journey, page, WARM_UP);
  const rounds: (readonly [number, number])[] = [];
  for (let n = 0; n < ROUNDS; n += 1)
    rounds.push([await cost(without, page, REQUESTS), await cost(withMany, page, REQUESTS)]);
  const factor = median(rounds.map(([one, many]) => many / one));
  const note = factor > MOST_FACTOR && page !== 'record' ? ' (over a third)' : '';
  const [one, many] = [0, 1].map((at) => Math.round(median(rounds.map((round) => round[at as 0 | 1]))));
  console.log(`| ${page} | ${one} | ${many} | ${factor.toFixed(2)}${note} |`);
}
await server.stop();
process.exit();
