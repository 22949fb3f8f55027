import { Worker } from 'node:worker_threads';
import { afterAll, afterEach, describe, expect, it } from 'vitest';
import type { Block } from '../../src/letters/document.ts';
import { LetterTooLong, PdfAborted, PdfBusy, PdfFailed } from '../../src/formats/pdf/errors.ts';
import { WorkerQueue } from '../../src/formats/pdf/queue.ts';
import { createPdfService } from '../../src/formats/pdf/service.ts';
import { renderPlainText } from '../../src/formats/plain-text.ts';
import { sampleLetter, sampleParagraph, sharedWords } from '../support/sample-letter.ts';
import { readPdf } from './read-pdf.ts';

/** Milliseconds for a letter, more than a busy machine needs. Going over the time limit has its own test. */
const PATIENT = 200_000;

const open: { close(): Promise<void> }[] = [];
afterEach(async () => {
  await Promise.all(open.splice(0).map((service) => service.close()));
});
function keep<T extends { close(): Promise<void> }>(service: T): T {
  open.push(service);
  return service;
}

const letter = sampleLetter();
const order = { wanted: 'pdf', letter, print: 'normal', created: new Date(0) } as const;
/** A tiny worker, so that a test can choose what goes wrong. */
const pretend = (code: string) => () =>
  new Worker(`const { parentPort } = require('worker_threads'); ${code}`, { eval: true });
const READY = `parentPort.postMessage({ kind: 'ready' });`;

describe('the PDF service', () => {
  // A worker takes two seconds to start.
  const options = { service: 'Test', timeLimit: PATIENT, now: () => new Date('2026-11-22T10:00:00Z') };
  const service = createPdfService({ ...options, maxWaiting: 8 });
  const small = createPdfService({ ...options, maxWaiting: 2 });
  afterAll(() => Promise.all([service.close(), small.close()]));

  it('makes letters in a thread of its own, even when run from the sources', async () => {
    const found = await readPdf(await service.pdf(letter, 'normal'));
    expect(sharedWords(found.text)).toBe(sharedWords(renderPlainText(letter)));
    expect(found.info).toMatchObject({ Creator: 'Test', CreationDate: 'D:20261122100000Z' });
    expect(await service.pages(letter, 'normal')).toBe(found.pages);
    expect(await service.pages(letter, 'large')).toBeGreaterThan(found.pages);
  });

  it('leaves the thread that asked for letters free while they are made', async () => {
    await service.pdf(letter, 'normal');
    const long = sampleLetter({ paragraphs: Array.from({ length: 14 }, (_, i) => sampleParagraph(25, i)) });
    let longest = 0;
    const started = performance.now();
    let last = started;
    const timer = setInterval(() => {
      longest = Math.max(longest, performance.now() - last);
      last = performance.now();
    }, 1);
    await Promise.all(Array.from({ length: 8 }, () => service.pdf(long, 'normal')));
    clearInterval(timer);
    // In this thread they would be one long wait. Timers are late on a busy machine anyway, so there is no fixed limit.
    expect(longest).toBeLessThan((performance.now() - started) / 3);
  });

  it('says that a letter is too long, and makes the next one', async () => {
    const endless = sampleLetter({ paragraphs: ['word '.repeat(40_000)] });
    await expect(service.pdf(endless, 'normal')).rejects.toBeInstanceOf(LetterTooLong);
    await expect(service.pages(endless, 'normal')).rejects.toBeInstanceOf(LetterTooLong);
    expect((await service.pdf(letter, 'normal')).subarray(0, 5).toString()).toBe('%PDF-');
  });

  it('lets a fixed number of letters wait, and refuses the others', async () => {
    const all = await Promise.allSettled(Array.from({ length: 12 }, () => service.pdf(letter, 'normal')));
    const refused = all.flatMap((one) => (one.status === 'rejected' ? [one.reason as unknown] : []));
    expect(refused).toHaveLength(3);
    for (const reason of refused) expect(reason).toBeInstanceOf(PdfBusy);
  });

  it('abandons a waiting letter whose reader has gone, and makes those behind it', async () => {
    const gone = new AbortController();
    const first = small.pdf(letter, 'normal');
    const left = small.pdf(letter, 'normal', { signal: gone.signal });
    const behind = small.pdf(letter, 'normal');
    gone.abort();
    await expect(left).rejects.toBeInstanceOf(PdfAborted);
    // Its place is free again.
    const last = small.pdf(letter, 'large', { signal: new AbortController().signal });
    for (const pdf of await Promise.all([first, behind, last])) expect(pdf.length).toBeGreaterThan(1_000);
    await expect(small.pdf(letter, 'normal', { signal: gone.signal })).rejects.toBeInstanceOf(PdfAborted);
  });

  it('lets one letter of a journey wait: a newer one replaces the one before', async () => {
    const made = small.pdf(letter, 'normal', { key: 'a' });
    const replaced = small.pdf(letter, 'normal', { key: 'a' });
    const others = small.pdf(letter, 'normal', { key: 'b' });
    const newest = small.pdf(letter, 'large', { key: 'a' });
    await expect(replaced).rejects.toBeInstanceOf(PdfBusy);
    const pages = await Promise.all(
      [made, others, newest].map(async (pdf) => (await readPdf(await pdf)).pages),
    );
    expect(pages).toEqual([1, 1, 2]);
  });

  it('says what it cannot print, in which text, and from which answer', () => {
    const from = { question: 'problems', key: 'problems:1' };
    const blocks: Block[] = [
      { kind: 'sender', lines: ['김민지', '1 High Street'] },
      { kind: 'paragraph', sentences: [{ text: 'Plain.' }, { text: 'I ate 你.', from }] },
      { kind: 'list', intro: 'These:', items: [{ text: 'أنا' }, { text: '好', from }] },
    ];
    expect(service.unprintableIn({ title: 'Letter', blocks })).toEqual([
      { text: '김민지', characters: ['김', '민', '지'] },
      { text: 'I ate 你.', characters: ['你'], from },
      { text: '好', characters: ['好'], from },
    ]);
    expect(service.unprintableIn(letter)).toEqual([]);
  });

  it('rejects unfinished letters when it closes', async () => {
    const service = createPdfService({ service: 'Test', timeLimit: PATIENT });
    const waiting = [service.pdf(letter, 'normal'), service.pdf(letter, 'normal')].map((pdf) =>
      expect(pdf).rejects.toBeInstanceOf(PdfFailed),
    );
    await service.close();
    await Promise.all(waiting);
    await expect(service.pdf(letter, 'normal')).rejects.toBeInstanceOf(PdfFailed);
  });
});

describe('the worker', () => {
  it('starts once, with the first letter or when it is warmed up', async () => {
    let workers = 0;
    const good = `${READY} parentPort.on('message', () => parentPort.postMessage({ kind: 'made', pdf: new Uint8Array([37]) }));`;
    const start = () => (workers++, pretend(good)());
    const options = { start, maxWaiting: 8, timeLimit: 60_000 };
    const cold = keep(new WorkerQueue(options));
    expect(workers).toBe(0);
    await cold.add(order);
    expect(workers).toBe(1);
    const warmed = keep(new WorkerQueue(options));
    warmed.warm();
    warmed.warm();
    await warmed.add(order);
    expect(workers).toBe(2);
    await warmed.close();
    warmed.warm();
    expect(workers).toBe(2);
  });
});

describe('a worker that goes wrong', () => {
  it.each([
    ['hangs in a letter', `${READY} parentPort.on('message', () => { for (;;); });`, /too long/],
    ['never gets ready', `parentPort.on('message', () => {});`, /too long/],
    ['ends by itself', `${READY} parentPort.on('message', () => process.exit(1));`, /ended/],
    [
      'throws',
      `${READY} parentPort.on('message', () => { throw new RangeError('secret words'); });`,
      /RangeError/,
    ],
  ])('%s: the letter fails, and the next one has a new worker', async (_name, code, message) => {
    let workers = 0;
    const good = `${READY} parentPort.on('message', () => parentPort.postMessage({ kind: 'made', pdf: new Uint8Array([37]) }));`;
    const start = () => pretend(workers++ === 0 ? code : good)();
    const queue = keep(new WorkerQueue({ start, maxWaiting: 8, timeLimit: 4_000 }));
    const [bad, next] = await Promise.allSettled([queue.add(order), queue.add(order)]);
    expect(bad).toMatchObject({
      status: 'rejected',
      reason: { name: 'PdfFailed', message: expect.stringMatching(message) as string },
    });
    expect(JSON.stringify(bad)).not.toContain('secret');
    expect(next).toMatchObject({ status: 'fulfilled' });
    expect(workers).toBe(2);
  });

  it('by never starting is not restarted for ever', async () => {
    let workers = 0;
    const start = () => {
      workers++;
      return pretend('process.exit(1)')();
    };
    const queue = keep(new WorkerQueue({ start, maxWaiting: 8, timeLimit: 2_000 }));
    await expect(queue.add(order)).rejects.toBeInstanceOf(PdfFailed);
    await new Promise((done) => setTimeout(done, 200));
    expect(workers).toBe(1);
  });
});
