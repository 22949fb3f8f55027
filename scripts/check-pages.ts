import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import type { Browser, Page } from 'playwright-core';
import { faultsOfHtml, faultsOfLook, faultsOfPage } from '../test/browser/faults.ts';
import {
  lookAt,
  type Look,
  LOOKS,
  LOOKS_WITHOUT_SCRIPT,
  openWindow,
  put,
  tooWide,
  ZOOM,
  ZOOMED,
} from '../test/browser/looks.ts';
import { openStage, type Show, showState } from '../test/patterns/stage.ts';
import { openBrowser } from '../test/support/browser.ts';
import { programPath } from '../test/support/programs.ts';
import { STATES, type State } from '../test/support/states.ts';

/**
 * Checks every page in every state with every engine, and every kind of page in every look with the checks
 * that a look can affect. Prints how many faults each engine finds, and fails unless all are 0. `npm run
 * check:pages -- letter` checks only the states with "letter" in their names. `npm run check:pages -- --all`
 * checks every state with every engine in every look, which takes hours.
 */

const ENGINES = ['axe', 'ibm', 'htmlcs', 'too wide'];
/** Engines that only read the markup, which no look changes. */
const ENGINES_OF_STATES = ['ibm', 'htmlcs'];
const WINDOWS = 2;

/** Counts of faults by row and column. */
class Table {
  readonly #counts = new Map<string, Map<string, number>>();
  readonly #seen = new Map<string, number>();
  faults = 0;

  add(row: string, columns: readonly string[], faults: readonly string[], state: State): void {
    const counts = this.#counts.get(row) ?? new Map<string, number>();
    this.#counts.set(row, counts);
    for (const column of columns) {
      const own = faults.filter((fault) => fault.startsWith(column));
      counts.set(column, (counts.get(column) ?? 0) + own.length);
    }
    this.#seen.set(row, (this.#seen.get(row) ?? 0) + 1);
    this.faults += faults.length;
    for (const fault of faults) console.log(`${row} | ${state.name} | ${fault}`);
  }

  toString(): string {
    const rows = [...this.#counts].map(([row, counts]) => {
      const cells = [...counts].map(([column, count]) => `${column} ${count}`);
      return `${row.padEnd(44)} ${String(this.#seen.get(row)).padStart(4)} states   ${cells.join('   ')}`;
    });
    return rows.join('\n');
  }
}

/** Finds faults on a page without changing it. */
type Check = (page: Page) => Promise<string[]>;

async function lookEveryWay(pages: Pages, { state, show }: Shown, check: Check, table: Table) {
  for (const { page, script, looks } of pages) {
    await put(page, stage, show);
    for (const look of looks) {
      await lookAt(page, look);
      const faults = [...(await check(page)), ...(await tooWide(page))];
      const columns = ENGINES.filter(
        (engine) => check === faultsOfPage || !ENGINES_OF_STATES.includes(engine),
      );
      table.add(`${look.name}, JavaScript ${script}`, columns, faults, state);
    }
  }
}

type Pages = readonly {
  readonly page: Page;
  readonly script: 'on' | 'off';
  readonly looks: readonly Look[];
}[];

/** A window for each setting that an open page cannot change: with and without scripts, and zoomed. */
async function openPages(browser: Browser): Promise<Pages> {
  const pages = [];
  for (const script of ['on', 'off'] as const) {
    for (const [scale, looks] of [
      [1, script === 'on' ? LOOKS : LOOKS_WITHOUT_SCRIPT],
      [ZOOM, [ZOOMED]],
    ] as const) {
      const window = await openWindow(browser, { javaScript: script === 'on', scale });
      pages.push({ page: await window.newPage(), script, looks });
    }
  }
  return pages;
}

/** Runs the W3C's checker over all pages at once; skipped without Java. */
async function checkWithVnu(shown: readonly Shown[], table: Table): Promise<void> {
  if (!programPath('java')) return console.log('skipped: the W3C checker needs Java');
  const jar = createRequire(import.meta.url).resolve('vnu-jar/build/dist/vnu.jar');
  const folder = mkdtempSync(join(tmpdir(), 'pages-'));
  try {
    for (const [index, { show }] of shown.entries()) writeFileSync(join(folder, `${index}.html`), show.text);
    const said = await checked(jar, folder);
    for (const [index, { state }] of shown.entries()) {
      const own = said.filter(({ url }) => url.endsWith(`/${index}.html`));
      const faults = own
        .filter(({ message }) => !NO_FAULTS.some(({ says }) => says.test(message)))
        .map(({ lastLine, message }) => `vnu ${lastLine ?? 0} ${message}`);
      table.add('the HTML, W3C', ['vnu'], faults, state);
    }
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** Messages of vnu that are not faults here, each with the reason. */
const NO_FAULTS: readonly { readonly says: RegExp; readonly because: string }[] = [
  {
    says: /^The “group” role is unnecessary for element “fieldset”\.$/,
    because: "the design system's own markup of a date: some browsers announce its hint only with the role",
  },
  {
    says: /^This document appears to be written in \w+ but/,
    because: 'a guess at the language of what the tests type to fill a page',
  },
];

interface Said {
  readonly url: string;
  readonly lastLine?: number;
  readonly message: string;
}

async function checked(jar: string, folder: string): Promise<readonly Said[]> {
  const how = ['-jar', jar, '--format', 'json', '--exit-zero-always', '--stdout', '--skip-non-html', folder];
  const { stdout } = await promisify(execFile)('java', how, { encoding: 'utf8', maxBuffer: 1e9 });
  return (JSON.parse(stdout) as { messages: Said[] }).messages;
}

/** The fullest state of each kind of page, and one of each page with errors. */
function kindsOf(shown: readonly Shown[]): readonly Shown[] {
  const kinds = new Map<string, Shown>();
  for (const one of shown) {
    const { page, how } = one.state;
    const kind = `${page}${how === 'in error' ? ', in error' : ''}`;
    const known = kinds.get(kind);
    if (!known || known.show.text.length < one.show.text.length) kinds.set(kind, one);
  }
  return [...kinds.values()];
}

interface Shown {
  readonly state: State;
  readonly show: Show;
}

const given = process.argv.slice(2);
const all = given.includes('--all');
const about = given.find((one) => one !== '--all') ?? '';
const [stage, browser] = await Promise.all([openStage(), openBrowser()]);
const table = new Table();
const shown: Shown[] = [];
for (const state of STATES.filter(({ name }) => name.includes(about)))
  shown.push({ state, show: await showState(stage, state) });

/** The time limit of the whole run, for CI. What is left then is listed but not checked. */
const { CHECK_MINUTES } = process.env;
const end = CHECK_MINUTES === undefined ? Infinity : Date.now() + Number(CHECK_MINUTES) * 60_000;

async function work(waiting: Shown[], look: (pages: Pages, one: Shown) => Promise<void>): Promise<void> {
  const pages = await openPages(browser);
  for (let one = next(waiting); one !== undefined; one = next(waiting)) {
    await look(pages, one);
    if (waiting.length % 25 === 0) console.error(`${waiting.length} to go`);
  }
}
const next = (waiting: Shown[]) => (Date.now() < end ? waiting.shift() : undefined);
const together = (waiting: Shown[], look: (pages: Pages, one: Shown) => Promise<void>) =>
  Promise.all(Array.from({ length: WINDOWS }, () => work(waiting, look)));

async function lookAtState(pages: Pages, one: Shown): Promise<void> {
  table.add('the HTML', ['html-validate'], await faultsOfHtml(one.show.text), one.state);
  const usual = { ...pages[0]!, looks: LOOKS.slice(0, 1) };
  await lookEveryWay(all ? pages : [usual], one, faultsOfPage, table);
}

const kinds = all ? [] : [...kindsOf(shown)];
const states = [...shown];
const vnu = checkWithVnu(shown, table);
await together(kinds, (pages, one) => lookEveryWay(pages, one, faultsOfLook, table));
await together(states, lookAtState);
await vnu;
await browser.close();
await stage.close();
console.log(`\n${table.toString()}\n\n${shown.length - states.length} states, ${table.faults} faults`);
for (const [left, what] of [
  [kinds, 'kinds of pages in every look'],
  [states, 'states'],
] as const)
  if (left.length > 0) console.log(`Not checked for lack of time: ${left.length} ${what}`);
process.exitCode = table.faults > 0 ? 1 : 0;
