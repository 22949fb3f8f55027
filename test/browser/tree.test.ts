import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Browser, CDPSession, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { allQuestions } from '../../src/questionnaire/all-questions.ts';
import { openStage, showState, type Stage } from '../patterns/stage.ts';
import { openBrowser } from '../support/browser.ts';
import { STATES, type State } from '../support/states.ts';
import { openWindow, putInPlace } from './looks.ts';

/**
 * What a screen reader is told of each question: role, name and description (the hint, the error), how deep a heading
 * is, and what a paragraph says, as a text file that somebody has read. `UPDATE_TREES=1` writes them anew: read the
 * difference before it is committed.
 */
const TREES = fileURLToPath(new URL('trees/', import.meta.url));

let stage: Stage;
let browser: Browser;
let page: Page;
let devTools: CDPSession;
beforeAll(async () => {
  mkdirSync(TREES, { recursive: true });
  [stage, browser] = await Promise.all([openStage(), openBrowser()]);
  const window = await openWindow(browser, { javaScript: false });
  page = await window.newPage();
  await page.goto(`${stage.origin}/privacy`);
  devTools = await window.newCDPSession(page);
});
afterAll(async () => {
  await browser.close();
  await stage.close();
});

const ACCEPT =
  "If it should be so: UPDATE_TREES=1 npx vitest run test/browser/tree.test.ts, and read the files' diff.";

/** Empty and in error, for who asks for themselves and who asks for another. */
const shown = STATES.filter(
  ({ page, reader, how }) =>
    page.startsWith('questions/') &&
    (how === 'empty' || how === 'in error') &&
    (reader !== 'advocate' || page === 'questions/nickname'),
);
const trees = new Map<string, State[]>();
for (const state of shown) {
  const file = `${state.page.replace('questions/', '')}.${state.reader}.txt`;
  trees.set(file, [...(trees.get(file) ?? []), state]);
}

interface Node {
  readonly nodeId: string;
  readonly ignored: boolean;
  readonly role?: { readonly value: string };
  readonly name?: { readonly value: string };
  readonly description?: { readonly value: string };
  readonly properties?: readonly { readonly name: string; readonly value: { readonly value?: unknown } }[];
  readonly childIds?: readonly string[];
}

/** Roles that only hold others, or the letters of a name. */
const SILENT = [
  'generic',
  'none',
  'InlineTextBox',
  'StaticText',
  'LineBreak',
  'ListMarker',
  'LabelText',
  'Legend',
  'strong',
];

/** Roles without a name of their own, whose words are what is told. */
const WORDS = ['paragraph', 'listitem'];

function wordsBelow(nodes: ReadonlyMap<string, Node>, node: Node): string {
  if (node.role?.value === 'StaticText') return node.name?.value ?? '';
  const below = (node.childIds ?? []).flatMap((child) => nodes.get(child) ?? []);
  return below.map((child) => wordsBelow(nodes, child)).join('');
}

const nameOf = (nodes: ReadonlyMap<string, Node>, node: Node, role: string) =>
  (WORDS.includes(role) ? wordsBelow(nodes, node).replace(/\s+/g, ' ').trim() : node.name?.value) ?? '';

function levelOf({ properties }: Node, role: string): string {
  const level = properties?.find(({ name }) => name === 'level')?.value.value;
  return role === 'heading' ? ` ${String(level)}` : '';
}

function linesOf(nodes: ReadonlyMap<string, Node>, id: string, depth: number): string[] {
  const node = nodes.get(id);
  if (!node) return [];
  const role = node.role?.value ?? '';
  // A form without a name is no landmark, and only some versions of Chromium give it a role.
  const isNamelessForm = role === 'form' && !node.name?.value;
  const isSaid = !node.ignored && !SILENT.includes(role) && !isNamelessForm;
  const below = (node.childIds ?? []).flatMap((child) => linesOf(nodes, child, depth + (isSaid ? 1 : 0)));
  if (!isSaid) return below;
  const name = nameOf(nodes, node, role);
  const parts = [role + levelOf(node, role), name && `“${name}”`];
  const description = node.description?.value ? `— ${node.description.value}` : '';
  return [`${'  '.repeat(depth)}${[...parts, description].filter(Boolean).join(' ')}`, ...below];
}

async function treeOf(state: State): Promise<string> {
  await putInPlace(page, await showState(stage, state));
  const { nodes } = (await devTools.send('Accessibility.getFullAXTree')) as { nodes: Node[] };
  const main = nodes.find(({ role }) => role?.value === 'main')!;
  const byId = new Map(nodes.map((node) => [node.nodeId, node]));
  return [`== ${state.how}`, ...linesOf(byId, main.nodeId, 0)].join('\n');
}

describe('what a screen reader is told', () => {
  it.each([...trees])('%s', async (file, states) => {
    const told: string[] = [];
    for (const state of states) told.push(await treeOf(state));
    const text = `${told.join('\n\n')}\n`;
    const path = join(TREES, file);
    if (process.env['UPDATE_TREES']) writeFileSync(path, text);
    expect(existsSync(path), `${file} has not been reviewed. ${ACCEPT}`).toBe(true);
    expect(text, `A screen reader is told something else. ${ACCEPT}`).toBe(readFileSync(path, 'utf8'));
  });

  it('has every question: what leads to one is in ASKED_AFTER of test/support/states.ts', () => {
    const asked = new Set(shown.map(({ page }) => page));
    const slugs = allQuestions.inOrder.map(({ question }) => question.slug);
    expect(slugs.filter((slug) => !asked.has(`questions/${slug}`))).toEqual([]);
  });

  it('has no file of a question that is gone', () => {
    expect(readdirSync(TREES).filter((file) => !trees.has(file))).toEqual([]);
  });
});
