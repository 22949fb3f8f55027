import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from 'vitest';
import { runApp, type RunningApp } from '../support/app.ts';
import { CONTRACT_FIELDS } from '../support/contract.ts';
import type { Persona } from '../support/driver.ts';
import { filesIn, holding } from '../support/on-disk.ts';
import { canOpenWindow, ownBrowser } from '../support/own-browser.ts';
import { personaFor, type Role } from '../support/personas.ts';
import { needsProgram } from '../support/programs.ts';
import { byKeys, walkInBrowser } from '../support/walk-in-browser.ts';

/**
 * What Chromium, with its own defaults, has on disk once somebody has typed a whole journey, finished and closed the
 * browser: what it offers to fill in, its history, the tabs to restore, its caches.
 */
let app: RunningApp;
beforeAll(async () => void (app = await runApp()));
afterAll(() => app.close());

/** The fields that a patient's own browser may offer again. */
const OWN = /^(patient-name|date-of-birth-(day|month|year)|address|telephone|email)$/;

const WRONG = 'na..me@example.org';

describe.runIf(canOpenWindow() && needsProgram('python3'))(
  'after a whole journey was typed and finished',
  () => {
    // An advocate is asked the most; test/web/typing.test.ts checks what each question tells a browser.
    it('the browser of an advocate keeps none of it', async () => {
      const { persona, formHistory, history, files } = await left('imca');
      expect(formHistory).toEqual([]);
      expect(holding(textsOf(persona), files)).toEqual([]);
      expectNoTextIn(history, persona);
    });

    it('the browser of a patient keeps only their own name and contact details, and nothing about health', async () => {
      const { persona, formHistory, history, files } = await left('patient');
      expect(formHistory.filter((name) => !OWN.test(name))).toEqual([]);
      // These prove that the browser keeps a form history and that the test reads it.
      expect(formHistory).toEqual(expect.arrayContaining(['patient-name', 'telephone', 'email']));
      const own = textsOf({ patient: persona['patient']!, contact: persona['contact']! });
      const others = textsOf(persona).filter((text) => !own.includes(text));
      // A browser keeps whether a box was ticked, under the name of its field.
      expect(holding([...others, 'problem-areas'], files)).toEqual([]);
      expectNoTextIn(history, persona);
    });
  },
);

/** Walks a journey with one error in it, finishes, closes the browser, and reads what is left on disk. */
async function left(role: Role) {
  const own = await ownBrowser();
  onTestFinished(own.remove);
  const window = await own.open();
  const page = window.pages()[0]!;
  const persona = personaFor('review-treatment', role);
  const withError = async (name: string) => {
    if (name !== 'contact') return;
    await page.locator('#email').pressSequentially(WRONG);
    await page.getByRole('button', { name: 'Continue' }).click();
    await page.locator('.govuk-error-summary').waitFor();
    await page.locator('#email').clear();
  };
  await walkInBrowser(page, app.origin, persona, withError, byKeys);
  for (const next of ['letter', 'finish']) await page.goto(page.url().replace(/[^/]+$/, next));
  await page.locator('main form button').last().click();
  await page.getByRole('heading', { name: 'cleared' }).waitFor();
  await own.close();
  const rows = (file: string) => rowsOf(join(own.profile, 'Default', file));
  const formHistory = rows('Web Data').flatMap(
    (row) => /INTO "autofill" VALUES\('([^']+)'/.exec(row)?.[1] ?? [],
  );
  const history = rows('History').filter((row) => row.startsWith('INSERT INTO "urls"'));
  return { persona, formHistory, history, files: filesIn(own.profile) };
}

/** Each line of text that somebody typed, if long enough not to be a word of the browser's own. */
function textsOf(persona: Persona): readonly string[] {
  const isText = (name: string) =>
    !['radios', 'checkboxes'].includes(CONTRACT_FIELDS.get(name)?.control ?? '');
  const fields = Object.values(persona).flatMap((page) => Object.entries(page));
  return (
    fields
      // The nickname's own page says that browsers remember it.
      .filter(([name]) => isText(name) && name !== 'nickname')
      .flatMap(([, value]) => [value].flat().join('\n').split('\n'))
      .filter((line) => line.length > 5)
  );
}

function expectNoTextIn(history: readonly string[], persona: Persona): void {
  expect(history.length).toBeGreaterThan(10);
  expect(textsOf(persona).filter((text) => history.some((row) => row.includes(text)))).toEqual([]);
}

/** Every row of an SQLite file, as the statement that writes it; Node's own SQLite is newer than the oldest Node here. */
const rowsOf = (file: string): readonly string[] =>
  execFileSync('python3', ['-c', DUMP, file], { encoding: 'utf8', maxBuffer: 64 * 1024 * 1024 }).split('\n');

const DUMP = 'import sqlite3, sys\nfor row in sqlite3.connect(sys.argv[1]).iterdump(): print(row)';
