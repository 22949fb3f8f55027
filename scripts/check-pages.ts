import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { faultsOfHtml, faultsOfPage } from '../test/browser/faults.ts';
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
import { openStage, type Show, showState, type Stage } from '../test/patterns/stage.ts';
import { openBrowser } from '../test/support/browser.ts';
import { programPath } from '../test/support/programs.ts';
import { STATES, type State } from '../test/support/states.ts';

/**
 * Every page in every state, in every look, through every engine. Prints how many faults each engine finds in each look,
 * and fails when one is not 0. `npm run check:pages -- letter` looks at the states whose names hold "letter" alone.
 */

const ENGINES = ['axe', 'ibm', 'htmlcs', 'too wide'] as const;
const WINDOWS = 2;

/** Faults by the row and the column of the table that they stand in. */
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

async function lookEveryWay(pages: Pages, stage: Stage, show: Show, state: State, table: Table) {
  for (const { page, script, looks } of pages) {
    await put(page, stage, show);
    for (const look of looks) {
      await lookAt(page, look);
      const faults = [...(await faultsOfPage(page)), ...(await tooWide(page))];
      table.add(`${look.name}, JavaScript ${script}`, ENGINES, faults, state);
    }
  }
}

type Pages = readonly {
  readonly page: Page;
  readonly script: 'on' | 'off';
  readonly looks: readonly Look[];
}[];

/** A window for each way that cannot be changed in a page that is there: with and without scripts, and zoomed. */
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

/** The W3C's checker, over all answers in one run; nothing where there is no Java. */
function checkWithVnu(shows: readonly (readonly [State, Show])[], table: Table): void {
  if (!programPath('java')) return console.log('No Java here: the W3C checker has not looked.');
  const jar = createRequire(import.meta.url).resolve('vnu-jar/build/dist/vnu.jar');
  const folder = mkdtempSync(join(tmpdir(), 'pages-'));
  try {
    for (const [index, [, { text }]] of shows.entries()) writeFileSync(join(folder, `${index}.html`), text);
    const said = checked(jar, folder);
    for (const [index, [state]] of shows.entries()) {
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

/** What vnu says that names no fault here, each with the reason. */
const NO_FAULTS: readonly { readonly says: RegExp; readonly because: string }[] = [
  {
    says: /^The “group” role is unnecessary for element “fieldset”\.$/,
    because: "the design system's own markup of a date: some browsers tell its hint only with the role",
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

function checked(jar: string, folder: string): readonly Said[] {
  const how = ['-jar', jar, '--format', 'json', '--exit-zero-always', '--stdout', '--skip-non-html', folder];
  const said = execFileSync('java', how, { encoding: 'utf8', maxBuffer: 1e9 });
  return (JSON.parse(said) as { messages: Said[] }).messages;
}

const [about = ''] = process.argv.slice(2);
const states = STATES.filter(({ name }) => name.includes(about));
const [stage, browser] = await Promise.all([openStage(), openBrowser()]);
const table = new Table();
const shows: (readonly [State, Show])[] = [];
const waiting = [...states];

/** Where the whole run may take only so long, as in CI, what is left then is told and not looked at. */
const { CHECK_MINUTES } = process.env;
const end = CHECK_MINUTES === undefined ? Infinity : Date.now() + Number(CHECK_MINUTES) * 60_000;

async function work(): Promise<void> {
  const pages = await openPages(browser);
  while (Date.now() < end) {
    const state = waiting.shift();
    if (!state) return;
    const show = await showState(stage, state);
    shows.push([state, show]);
    table.add('the HTML', ['html-validate'], await faultsOfHtml(show.text), state);
    await lookEveryWay(pages, stage, show, state, table);
    if (waiting.length % 25 === 0) console.error(`${waiting.length} states to go`);
  }
}

await Promise.all(Array.from({ length: WINDOWS }, work));
checkWithVnu(shows, table);
await browser.close();
await stage.close();
console.log(`\n${table.toString()}\n\n${shows.length} states, ${table.faults} faults`);
if (waiting.length > 0) console.log(`Not looked at, as the time was up: ${waiting.length} states`);
// Ended here: a PDF worker of a scene that has its own PDFs would keep the process waiting.
process.exit(table.faults > 0 ? 1 : 0);
