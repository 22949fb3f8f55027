import type { Browser, Page } from 'playwright-core';
import { faultsOfHtml, faultsOfLook, faultsOfPage } from '../test/browser/faults.ts';
import {
  lookAt,
  type Look,
  LOOKS,
  LOOKS_WITHOUT_SCRIPT,
  openWindow,
  put,
  putInPlace,
  tooWide,
  ZOOM,
  ZOOMED,
} from '../test/browser/looks.ts';
import { faultsByVnu } from '../test/browser/vnu.ts';
import { openStage, type Show, showState } from '../test/patterns/stage.ts';
import { openBrowser } from '../test/support/browser.ts';
import { programPath } from '../test/support/programs.ts';
import { kindOf, STATES, type State } from '../test/support/states.ts';
import { FaultsTable } from './faults-table.ts';

/**
 * Checks every state of every page, as it is sent, with every engine; and every kind of page, with scripts and without,
 * in every look with the checks that a look can affect. Prints how many faults each engine finds, and fails unless all
 * are 0. `npm run check:pages -- letter` checks only the states with "letter" in their names. `npm run check:pages --
 * --all` checks every state with every engine in every look, which takes hours.
 */

const ENGINES = ['axe', 'ibm', 'htmlcs', 'too wide'];
const ENGINES_OF_LOOKS = ['axe', 'too wide'];
const WINDOWS = 2;

interface Shown {
  readonly state: State;
  readonly show: Show;
}

/** A window for each setting that an open page cannot change: with and without scripts, and zoomed. */
async function openPages(browser: Browser) {
  const open = async (javaScript: boolean, scale = 1) => {
    const page = await (await openWindow(browser, { javaScript, scale })).newPage();
    await page.goto(`${stage.origin}/privacy`);
    return page;
  };
  return { scripted: await open(true), plain: await open(false), zoomed: await open(false, ZOOM) };
}
type Pages = Awaited<ReturnType<typeof openPages>>;

/** Checks the open page in each look, and with all engines if the look is one of `whole`. */
async function checkInLooks(
  page: Page,
  script: 'on' | 'off',
  looks: readonly Look[],
  whole: readonly Look[],
  state: State,
): Promise<void> {
  for (const look of looks) {
    await lookAt(page, look);
    const check = whole.includes(look) ? faultsOfPage : faultsOfLook;
    const faults = [...(await check(page)), ...(await tooWide(page))];
    const engines = check === faultsOfPage ? ENGINES : ENGINES_OF_LOOKS;
    table.add(`${look.name}, JavaScript ${script}`, engines, faults, state);
  }
}

/** Checks a kind of page in every look. With scripts, the browser requests the page, so its own policy applies. */
async function checkKind({ scripted, plain, zoomed }: Pages, { state, show }: Shown): Promise<void> {
  await put(scripted, stage, show);
  await checkInLooks(scripted, 'on', LOOKS, all ? LOOKS : LOOKS.slice(0, 1), state);
  await putInPlace(plain, show);
  await checkInLooks(plain, 'off', LOOKS_WITHOUT_SCRIPT, all ? LOOKS : [], state);
  // The narrow looks have already shown everything that scripts move.
  await putInPlace(zoomed, show);
  await checkInLooks(zoomed, 'off', [ZOOMED], all ? [ZOOMED] : [], state);
}

async function checkState({ plain }: Pages, { state, show }: Shown): Promise<void> {
  table.add('the HTML', ['html-validate'], await faultsOfHtml(show.text), state);
  await putInPlace(plain, show);
  await lookAt(plain, LOOKS[0]!);
  const faults = [...(await faultsOfPage(plain)), ...(await tooWide(plain))];
  table.add('every state, as it is sent', ENGINES, faults, state);
}

/** The fullest state of each kind of page. */
function kindsOf(shown: readonly Shown[]): readonly Shown[] {
  const kinds = new Map<string, Shown>();
  for (const one of shown) {
    const known = kinds.get(kindOf(one.state));
    if (!known || known.show.text.length < one.show.text.length) kinds.set(kindOf(one.state), one);
  }
  return [...kinds.values()];
}

async function checkWithVnu(): Promise<void> {
  if (!programPath('java')) return console.log('No Java here: the W3C checker has not looked.');
  const faults = await faultsByVnu(shown.map(({ show }) => show.text));
  for (const [index, { state }] of shown.entries())
    table.add('the HTML, W3C', ['vnu'], faults[index]!, state);
}

/** The time limit of the whole run, for CI. What is left then is listed but not checked. */
const { CHECK_MINUTES } = process.env;
const deadline = CHECK_MINUTES === undefined ? Infinity : Date.now() + Number(CHECK_MINUTES) * 60_000;

async function checkAll(queue: Shown[], check: (pages: Pages, one: Shown) => Promise<void>): Promise<void> {
  const next = () => (Date.now() < deadline ? queue.shift() : undefined);
  await Promise.all(
    windows.map(async (pages) => {
      for (let one = next(); one !== undefined; one = next()) {
        await check(pages, one);
        if (queue.length % 25 === 0) console.error(`${queue.length} to go`);
      }
    }),
  );
}

const args = process.argv.slice(2);
const all = args.includes('--all');
const wantedName = args.find((one) => one !== '--all') ?? '';
const [stage, browser] = await Promise.all([openStage(), openBrowser()]);
const table = new FaultsTable();
const shown: Shown[] = [];
for (const state of STATES.filter(({ name }) => name.includes(wantedName)))
  shown.push({ state, show: await showState(stage, state) });
const windows = await Promise.all(Array.from({ length: WINDOWS }, () => openPages(browser)));

const states = [...shown];
const kinds = [...(all ? shown : kindsOf(shown))];
const vnu = checkWithVnu();
await checkAll(states, checkState);
await checkAll(kinds, checkKind);
await vnu;
await browser.close();
await stage.close();
console.log(`\n${table.toString()}\n\n${shown.length - states.length} states, ${table.faults} faults`);
for (const [left, what] of [
  [states, 'states'],
  [kinds, 'kinds of pages in every look'],
] as const)
  if (left.length > 0) console.log(`Not checked for lack of time: ${left.length} ${what}`);
process.exitCode = table.faults > 0 ? 1 : 0;
