import { everyField } from '../src/questionnaire/every-field.ts';
import { allQuestions } from '../src/questionnaire/all-questions.ts';
import type { RunningApp } from '../test/support/app.ts';
import { answersOf } from '../test/support/answers.ts';
import { leadingTo } from '../test/support/contract.ts';

/** How much longer than usual another client may wait while one request is read. */
const MOST_MS = 200;

/** Characters that can make text processing slow: spaces, line ends, combining marks, list markers. */
const CHARACTERS = [
  ' ',
  '\n',
  '\t',
  '\u0301',
  '\u200D',
  '\u200B',
  '.',
  '-',
  '•',
  'a',
  '9',
  '@',
  '<',
  '😀',
  '가',
];
const PAIRS = [
  ' \n',
  '\n ',
  'a ',
  '\u0301\u0323',
  '\u0323\u0301',
  '\u200D्',
  'a\u0301',
  '- ',
  '1.',
  'o ',
  '\r\n',
  '-\n',
  '@.',
  'a@',
  '<@',
  'n/',
  '9 ',
  '😀\u200D',
  'من\u200C',
  '\u00A0\n',
  '.\n',
  '(1',
];
/** The largest form body, percent-encoded. */
const BODY = 250_000;

const UNITS = [...CHARACTERS, ...PAIRS];
const LONGEST = UNITS.map(
  (unit) => `a${unit.repeat(Math.floor(BODY / encodeURIComponent(unit).length) - 1)}b`,
);
// Text that fits a field is read to the end, so it takes the longest.
const FITTING = [1_300, 20_000].flatMap((units) => UNITS.map((unit) => unit.repeat(units / unit.length)));

/** The longest that another client waited for /healthz, in milliseconds, while this form was sent. */
async function waitWhile(
  { origin }: RunningApp,
  { path, cookie = '' }: Target,
  body: string,
): Promise<number> {
  const headers = {
    'Content-Type': 'application/x-www-form-urlencoded',
    'Sec-Fetch-Site': 'same-origin',
    Cookie: cookie,
  };
  let isDone = false;
  const sent = fetch(origin + path, { method: 'POST', redirect: 'manual', headers, body })
    .then((answer) => answer.arrayBuffer())
    .finally(() => (isDone = true));
  let longest = 0;
  while (!isDone) {
    const asked = performance.now();
    await (await fetch(`${origin}/healthz`)).arrayBuffer();
    longest = Math.max(longest, performance.now() - asked);
  }
  await sent;
  return longest;
}

interface Target {
  readonly path: string;
  readonly name: string;
  readonly texts: readonly string[];
  readonly cookie?: string;
}

/**
 * Sends long runs of one character or a pair to every field, to /resume and to /start, while another client
 * requests /healthz.
 * @returns the texts that made that client wait too long, and the longest wait of all
 */
export async function attackReading(app: RunningApp): Promise<{
  readonly found: readonly string[];
  readonly sent: number;
  readonly usual: number;
  readonly longest: number;
}> {
  const every = [...LONGEST, ...FITTING];
  const targets: Target[] = [{ path: '/resume', name: 'code', texts: every }];
  const kinds = new Set<string>();
  for (const placed of allQuestions.inOrder) {
    const { slug } = placed.question;
    const { base, cookie } = await app.journey(answersOf(leadingTo(slug), slug));
    const path = `${base}/questions/${slug}`;
    for (const { control, inputNames } of everyField(placed)) {
      // Fields of a kind are read in the same way, so only the first of each gets every text.
      const isFirst = !kinds.has(control);
      kinds.add(control);
      for (const name of inputNames) {
        targets.push({ path, name, cookie, texts: isFirst ? every : LONGEST });
        if (isFirst) targets.push({ path: '/start', name, texts: every });
      }
    }
  }
  // The first requests warm up the server; the longest of the others is the usual wait.
  const short: number[] = [];
  for (let at = 0; at < 40; at++) short.push(await waitWhile(app, targets[0]!, 'code=A'));
  const usual = Math.max(...short.slice(20));
  const found: string[] = [];
  let longest = 0;
  let sent = 0;
  for (const target of targets) {
    for (const text of target.texts) {
      const wait = await waitWhile(app, target, `${target.name}=${encodeURIComponent(text)}`);
      sent++;
      longest = Math.max(longest, wait);
      if (wait > usual + MOST_MS)
        found.push(
          `${target.name}: ${text.length} of ${JSON.stringify(text.slice(1, 3))}, ${Math.round(wait)} ms`,
        );
    }
  }
  return { found, sent, usual: Math.round(usual), longest: Math.round(longest) };
}
