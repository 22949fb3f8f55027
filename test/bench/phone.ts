import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openBrowser } from '../support/browser.ts';
import { goalLine } from './goals.ts';
import { measuredServer, product } from './measured-process.ts';
import { machine, markdownTable, mediansOf } from './numbers.ts';
import { ourRequests } from './page-requests.ts';
import { RADIOS, TEXT } from './page-words.ts';
import { buildPeerAssets } from './peer-assets.ts';
import { installPeers } from './peers.ts';
import { type Visit, visitHmpo, visitUs } from './phone-visits.ts';
import { rounds } from './rounds.ts';
import { type PageLoad, openSlowPhone, SLOW_PHONE_TEXT, type SlowPhone } from './slow-phone.ts';

/**
 * `npm run bench:phone`: when people on a slow phone see a page. A first-time visitor walks from the start page to the
 * letter. Two of the questions are also measured in hmpo-form-wizard with its own components.
 */

const ROUNDS = rounds(5, 1);
const MOST_MS = { start: 2_500, question: 1_200 };
const NOT_QUESTIONS = ['start', 'plan', 'check-answers', 'letter'];
const HMPO = 'hmpo-form-wizard';

installPeers();
const folder = mkdtempSync(join(tmpdir(), 'bench-phone-'));
const server = await product('level:');
const PAGE_WORDS = join(folder, 'words.json');
writeFileSync(PAGE_WORDS, JSON.stringify((await ourRequests(server)).words));
await buildPeerAssets(folder);
const hmpo = await measuredServer(new URL('./peers/hmpo/server.js', import.meta.url), { PAGE_WORDS });
const browser = await openBrowser();
try {
  const ours = await medians((phone) => visitUs(phone, server.origin));
  const theirs = await medians((phone) => visitHmpo(phone, hmpo.origin));
  const questions = Object.keys(ours).filter((name) => !NOT_QUESTIONS.includes(name));
  const slowest = questions.reduce((a, b) => (ours[b]!.largestPaint > ours[a]!.largestPaint ? b : a));
  const table = markdownTable(
    ['page', 'first paint, ms', 'largest paint, ms', 'bytes', 'requests'],
    [
      row('start page, nothing cached', ours['start']!),
      row('ten radios', ours[RADIOS]!),
      row('a text question', ours[TEXT]!),
      row(`the slowest of ${questions.length} questions: ${slowest}`, ours[slowest]!),
      row('check answers', ours['check-answers']!),
      row('the letter', ours['letter']!),
      row(`${HMPO}: ten radios as its first page, nothing cached`, theirs['first']!),
      row(`${HMPO}: ten radios`, theirs[RADIOS]!),
      row(`${HMPO}: a text question`, theirs[TEXT]!),
    ],
  );
  console.log(
    `${machine()}; Chromium ${browser.version()}, ${SLOW_PHONE_TEXT}; medians of ${ROUNDS}\n\n${table}\n\nGoals:\n`,
  );
  console.log(goal('start page', ours['start']!, MOST_MS.start));
  console.log(goal('a further question, the slowest', ours[slowest]!, MOST_MS.question));
} finally {
  await browser.close();
  await Promise.all([server.stop(), hmpo.stop()]);
  rmSync(folder, { recursive: true });
}

/** The median of several visits, each by a phone with an empty cache. */
async function medians(visit: (phone: SlowPhone) => Promise<Visit>): Promise<Visit> {
  const visits: Visit[] = [];
  for (let round = 0; round < ROUNDS; round += 1) {
    const phone = await openSlowPhone(browser);
    visits.push(await visit(phone));
    await phone.close();
  }
  return mediansOf(visits);
}

function row(name: string, { firstPaint, largestPaint, bytes, requests }: PageLoad): string[] {
  return [name, ...[firstPaint, largestPaint, bytes, requests].map(whole)];
}

function whole(number: number): string {
  return Math.round(number).toLocaleString('en-GB');
}

function goal(name: string, { largestPaint }: PageLoad, most: number): string {
  return goalLine(
    largestPaint <= most,
    `${name}: largest paint within ${whole(most)} ms`,
    `${whole(largestPaint)} ms`,
  );
}
