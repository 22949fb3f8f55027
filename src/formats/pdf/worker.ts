import { parentPort, workerData } from 'node:worker_threads';
import { LetterTooLong } from './errors.ts';
import { createPdfRenderer } from './renderer.ts';
import type { Answer, Order, WorkerSettings } from './worker-messages.ts';

/* The thread that makes PDFs, one order at a time, so that no page waits for them. */

const { service } = workerData as WorkerSettings;
const port = parentPort;
if (port === null) throw new Error('This file only runs as a worker');

const renderer = await createPdfRenderer({ service });

async function answerTo({ wanted, letter, print, created }: Order): Promise<Answer> {
  try {
    if (wanted === 'pages') return { kind: 'counted', pages: renderer.pages(letter, print) };
    return { kind: 'made', pdf: new Uint8Array(await renderer.render(letter, print, created)) };
  } catch (error) {
    if (error instanceof LetterTooLong) return { kind: 'too-long' };
    // The message may quote what the person typed, so only the kind of error leaves this thread.
    return { kind: 'failed', reason: error instanceof Error ? error.name : 'unknown' };
  }
}

port.on('message', (order: Order) => {
  void answerTo(order).then((answer) => {
    port.postMessage(answer, answer.kind === 'made' ? [answer.pdf.buffer] : []);
  });
});
port.postMessage({ kind: 'ready' } satisfies Answer);
