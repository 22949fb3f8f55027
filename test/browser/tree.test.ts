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
 * What a screen reader is told about each question: role, name and description (the hint, the error), the level of a
 * heading, and the words of a paragraph, as a text file that somebody has read. `UPDATE_TREES=1` writes the files
 * again: read the diff before you commit it.
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
  "If it should: UPDATE_TREES=1 npx vitest run test/browser/tree.test.ts, and read the files' diff.";

/** Empty and in error, for somebody who asks for themselves and for somebody who asks for another person. */
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

/** Roles that only contain other nodes, or the text of a name. */
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

/** Roles without a name, whose text is read out instead. */
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
  // A form without a name is not a landmark, and only some versions of Chromium give it a role.
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

  it('covers every question; the choices that lead to one are in test/support/contract.ts', () => {
    const asked = new Set(shown.map(({ page }) => page));
    const slugs = allQuestions.inOrder.map(({ question }) => question.slug);
    expect(slugs.filter((slug) => !asked.has(`questions/${slug}`))).toEqual([]);
  });

  it('has no file for a question that no longer exists', () => {
    expect(readdirSync(TREES).filter((file) => !trees.has(file))).toEqual([]);
  });
});
