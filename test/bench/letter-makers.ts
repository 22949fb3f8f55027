import { execFile } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import type { Page } from 'playwright-core';
import type { LetterDocument } from '../../src/letters/document.ts';
import { renderDocx } from '../../src/formats/word.ts';
import { renderHtml } from '../../src/formats/html.ts';
import { openBrowser } from '../support/browser.ts';
import { programPath } from '../support/programs.ts';
import { send } from './client.ts';
import { measuredServer } from './measured-process.ts';
import { childrenOf, endedCpu, treeCpu } from './process-tree.ts';

const run = promisify(execFile);

/** A library or program that makes a PDF of a letter, and a count of the processor time that it used. */
export interface LetterMaker {
  readonly name: string;
  readonly pdf: (letter: LetterDocument) => Promise<Buffer>;
  /** Microseconds of processor so far. */
  readonly cpu: () => Promise<number>;
  readonly stop: () => Promise<void>;
  /** Letters before the first round, after which V8 has compiled the code. */
  readonly warmUp: number;
  /** Letters a round; a slow maker makes only a few. */
  readonly letters: number;
}

/** A library in a process of its own, like ours. Asking over HTTP costs the same for all of them. */
async function library(name: string, file: string): Promise<LetterMaker> {
  const server = await measuredServer(new URL(file, import.meta.url));
  return {
    ...server,
    name,
    warmUp: 300,
    letters: 10,
    async pdf(letter) {
      const { status, body } = await send({
        method: 'POST',
        url: server.origin,
        headers: { 'Content-Type': 'application/json' },
        body: JSON.stringify(letter),
      });
      if (status !== 200) throw new Error(`${name}: ${body.toString()}`);
      return body;
    },
  };
}

/**
 * A browser that is already open; the code that drives it is not counted. One tab that stays open is the cheapest way.
 * A context for each letter is how one person's letter would be kept away from the next person's.
 */
async function chromium(kind: 'one tab that stays' | 'a context a letter'): Promise<LetterMaker> {
  const before = childrenOf(process.pid);
  const browser = await openBrowser();
  const pid = childrenOf(process.pid).find((child) => !before.includes(child) && isChromium(child));
  if (pid === undefined) throw new Error('The browser is no child of ours');
  const stays = await browser.newPage();
  const print = async (page: Page, letter: LetterDocument) => {
    await page.setContent(
      `<!DOCTYPE html><html lang="en-GB"><title>${letter.title}</title><style>${STYLE}</style>${renderHtml(letter, 1)}`,
    );
    return page.pdf({ format: 'A4' });
  };
  return {
    name: `headless Chromium ${browser.version().split('.')[0]}, ${kind}`,
    warmUp: 20,
    letters: 3,
    async pdf(letter) {
      if (kind === 'one tab that stays') return print(stays, letter);
      const context = await browser.newContext();
      const pdf = await print(await context.newPage(), letter);
      await context.close();
      return pdf;
    },
    cpu: () => Promise.resolve(treeCpu(pid)),
    stop: () => browser.close(),
  };
}

const STYLE = '@page{margin:23mm 25mm}body{font:12pt/1.3 sans-serif}';

const isChromium = (pid: number) => /chrom/i.test(readFileSync(`/proc/${pid}/cmdline`, 'utf8'));

/** A command line program, started for each letter, which reads our Word file. */
async function libreOffice(): Promise<LetterMaker> {
  const folder = await mkdtemp(join(tmpdir(), 'bench-office-'));
  const word = join(folder, 'letter.docx');
  const paper = join(folder, 'letter.pdf');
  const profile = `-env:UserInstallation=file://${folder}/profile`;
  return {
    name: 'LibreOffice, from our Word letter',
    warmUp: 1,
    letters: 1,
    async pdf(letter) {
      await writeFile(word, await renderDocx(letter, 'normal', 'bench'));
      await rm(paper, { force: true });
      await run('soffice', [profile, '--headless', '--convert-to', 'pdf', '--outdir', folder, word]);
      return readFile(paper);
    },
    cpu: () => Promise.resolve(endedCpu()),
    stop: () => rm(folder, { recursive: true, force: true }),
  };
}

/** Every maker that is on this machine, ours first. */
export async function letterMakers(): Promise<LetterMaker[]> {
  const makers = [
    await library('ours', './our-letters.mjs'),
    await library('pdfmake 0.3', './peers/letters/pdfmake.js'),
    await library('@react-pdf/renderer 4', './peers/letters/react-pdf.js'),
  ];
  // Only Linux reports the time of a tree of processes.
  if (!existsSync('/proc/self/stat')) return makers;
  makers.push(await chromium('one tab that stays'), await chromium('a context a letter'));
  if (programPath('soffice')) makers.push(await libreOffice());
  return makers;
}
